"""A table that ended: what it came to stays to be read, and nobody is asked to come any more."""

from __future__ import annotations

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import agree_goal, stop_initiative
from tests.cast import Cast, agreement, proposed, shared, table
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
    agree_goal.stop(by=cast.ilse, goal=goal, at=cast.tick())
    start, at_table = pages(goal)
    assert "De tafel stopte voordat alle drie de helften ja zeiden." in start
    assert ASKED not in start
    assert "Nog niemand aan tafel." not in at_table
    assert at_table.count("Niemand aan tafel.") == 1


def test_a_table_that_stops_with_a_proposal_stays_at_that_step(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.stop(by=cast.ilse, goal=goal, at=cast.tick())
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
