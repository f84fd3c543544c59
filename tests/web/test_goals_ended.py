"""A table that ended: what it came to stays to be read, and nobody is asked to come any more."""

from __future__ import annotations

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import agree_goal, stop_initiative
from tests.cast import Cast, agreement, proposed, seat_of, shared, stops, table
from tests.web.at_the_door import page, walk_in

ASKED = "Ken je iemand met een bedrijf?"


def pages(goal: Goal) -> tuple[str, str]:
    """Of the initiative, and of the table, as a visitor reads them."""
    assert goal.initiative
    visitor = walk_in(None)
    start = page(visitor, f"/initiatief/{goal.initiative.public_id}/")
    return start, page(visitor, f"/opgave/{goal.public_id}/")


def stop(cast: Cast, goal: Goal) -> None:
    assert goal.initiative
    initiative = Initiative.objects.get(pk=goal.initiative.pk)
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())


def test_what_stops_after_three_times_ja_was_shared(cast: Cast) -> None:
    goal = shared(cast)
    stop(cast, goal)
    start, at_table = pages(goal)
    assert "Alle drie de helften zeiden ja. Daarna stopte het." in start
    assert "Het doel geldt pas" not in start
    assert "Dit doel geldt." not in start
    assert 'aria-current="step"' not in at_table  # the last step was taken
    assert "Deze tafel is gestopt." in at_table


def test_what_stops_before_asks_nobody_to_come(cast: Cast) -> None:
    goal = table(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert ASKED in pages(goal)[0]
    stops(cast, goal)
    start, at_table = pages(goal)
    assert "De tafel stopte voordat alle drie de helften ja zeiden." in start
    assert ASKED not in start
    assert "Nog niemand aan tafel." not in at_table
    assert at_table.count("Niemand aan tafel.") == 1


def test_a_table_that_stops_with_a_proposal_stays_at_that_step(cast: Cast) -> None:
    goal = proposed(cast)
    stops(cast, goal)
    assert pages(goal)[1].count('aria-current="step"') == 1


def test_a_half_that_left_a_shared_goal_did_say_ja(cast: Cast) -> None:
    """Initiative and table say the same; nobody can come before a new version lies there."""
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    start, _ = pages(goal)
    assert "Wie hier ja zei, zit niet meer aan tafel." in start
    assert ASKED not in start
    assert "Alle drie de helften zeiden ja. Dit doel geldt." in start


def test_who_signed_what_lapsed_sees_no_empty_box(cast: Cast) -> None:
    made, marijke = agreement(cast), walk_in(cast.marijke)
    url = f"/afspraak/{made.public_id}/"
    marijke.post(f"{url}tekenen/", {"number": 1})
    assert '<section class="ms-teken">' in page(marijke, url)
    assert made.goal
    assert "Nog niet getekend" in page(marijke, url)
    stop(cast, made.goal)
    sheet, report = page(marijke, url), page(marijke, f"/initiatief/{made.initiative.public_id}/verslag/")
    assert "ms-teken" not in sheet
    assert ["Nog niet getekend" in one for one in (sheet, report)] == [False, False]
    assert "Niet getekend" in sheet
    assert report.count("Niet getekend") == 2
    assert "Gedeeld doel, daarna gestopt." in report


def test_nobody_is_still_asked_to_a_table_that_ended(cast: Cast) -> None:
    goal = table(cast)
    goals.invite_seat(by=cast.ilse, goal=goal, seat=seat_of(cast.samira), at=cast.tick())
    url, samira = f"/opgave/{goal.public_id}/", walk_in(cast.samira)
    assert "Je bent uitgenodigd aan deze tafel." in page(samira, url)
    stops(cast, goal)
    shown = page(samira, url)
    assert ["uitgenodigd" in shown, "Wie zat er aan tafel?" in shown] == [False, True]
    start, _ = pages(goal)
    assert start.count("Zat aan tafel") == 3
    assert "Er is geen doel opgeschreven" in start
    assert goal.initiative
    assert "Er kwam geen versie." in page(samira, f"/initiatief/{goal.initiative.public_id}/verslag/")


def test_who_gave_no_answer_before_the_table_stopped_gives_none_any_more(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    stop(cast, goal)
    start, at_table = pages(goal)
    assert "Geen antwoord" in start
    assert "geen antwoord" in at_table  # in the drawing
    for promise in ("Nog open", "nog open", "Nog niemand", "Ontbreekt nog", "Nog geen antwoord", "Waar zijn"):
        assert promise not in start + at_table
    assert "Niemand zei ja." in at_table
    assert "Het voorstel voor ons doel" in at_table


def test_what_stopped_after_three_times_ja_was_our_goal(cast: Cast) -> None:
    goal = shared(cast)
    stop(cast, goal)
    assert "Ons gezamenlijke doel" in pages(goal)[1]


def test_a_shared_goal_asks_nobody_to_sit_down(cast: Cast) -> None:
    """A half that got up did say ja: agreements are made, and nobody can come before a new version."""
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    for reader in (None, cast.tarik):
        shown = page(walk_in(reader), f"/opgave/{goal.public_id}/")
        assert "Aanschuiven kan weer als er een nieuwe versie op tafel ligt." in shown
        for untrue in ("Log in om aan te schuiven", "besluiten kan niet", "Nog niemand aan tafel."):
            assert untrue not in shown
        assert "Wie hier ja zei, zit niet meer aan tafel." in shown


def test_an_empty_table_waits_for_whoever_comes(cast: Cast) -> None:
    goal = shared(cast)
    for one in (cast.bas, cast.ilse, cast.marijke):
        agree_goal.leave(by=one, goal=goal, at=cast.tick())
    shown = pages(goal)[1]
    assert "Er zit nu niemand aan tafel. Wie wil, vraagt een stoel." in shown
    assert "De bal ligt bij wie aan tafel zit" not in shown


def test_who_all_said_ja_only_miss_a_half(cast: Cast) -> None:
    goal = proposed(cast)
    for one in (cast.marijke, cast.ilse):
        agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    shown = pages(goal)[1]
    assert "Nodig iemand uit van de ondernemers." in shown
    assert "Niet iedereen zegt ja." not in shown


def test_in_the_list_a_table_that_ended_misses_nobody(cast: Cast) -> None:
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    stop(cast, goal)
    (group,) = walk_in(None).get("/tafels/?gebied=WK015014").context["groups"]
    (line,) = group["lines"]
    assert (line["line"], line["mark"]) == ("Lettele", "gestopt")
