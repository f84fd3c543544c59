"""The table agrees, or not yet."""

from dataclasses import replace

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import seats_to_invite
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, close_agreement, open_goal, sign_agreement, stop_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import Cast, agreement, person, proposed, seat_of, shared, signed, supported, table
from tests.web.at_the_door import walk_in


def test_letters_open_only_when_everybody_wrote(cast: Cast) -> None:
    goal = table(cast)
    goals.write_letter(by=cast.marijke, goal=goal, text="Een bos.", at=cast.tick())
    with pytest.raises(NotNow, match="We wachten nog op: adviseur Groen, gemeente Deventer; eigenaar"):
        goals.reveal_letters(by=cast.marijke, goal=goal, at=cast.tick())


def test_two_halves_are_not_three(cast: Cast) -> None:
    goal = proposed(cast)
    for one in (cast.marijke, cast.ilse):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"
    assert halves_of(goal.halves_yes) == (Half.RESIDENTS, Half.GOVERNMENT)
    assert Initiative.objects.get().stage == "goal"


def test_a_no_unless_says_what_is_needed(cast: Cast) -> None:
    goal = proposed(cast)
    with pytest.raises(Invalid) as refused:
        agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="tenzij", at=cast.tick())
    assert refused.value.errors == {"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."}


def test_another_text_starts_the_asking_anew_and_brings_the_initiative_back(cast: Cast) -> None:
    goal = shared(cast)
    assert Initiative.objects.get().stage == "agreements"

    agree_goal.propose(by=cast.bas, goal=goal, text="Een bos van één hectare.", number=1, at=cast.tick())

    goal = Goal.objects.get(pk=goal.pk)
    assert (goal.state, goal.number, goal.halves_yes) == ("proposed", 2, 0)
    assert Initiative.objects.get().stage == "goal"
    with pytest.raises(NotNow, match="nieuwe versie"):
        agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())


def test_two_people_who_propose_at_once_see_each_others_text(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.propose(by=cast.ilse, goal=goal, text="De tekst van Ilse.", number=1, at=cast.tick())
    with pytest.raises(Stale) as refused:
        agree_goal.propose(by=cast.bas, goal=goal, text="De tekst van Bas.", number=1, at=cast.tick())
    assert refused.value.current == {"text": "De tekst van Ilse."}


def test_versions_are_numbered_one_by_one(cast: Cast) -> None:
    goal = table(cast)
    for one in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=one, goal=goal, text="Groen.", at=cast.tick())
    goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick())
    version = agree_goal.propose(by=cast.ilse, goal=goal, text="Een bos.", number=7, at=cast.tick())
    assert (version.number, Goal.objects.get().number) == (1, 1)


def test_the_last_ja_is_told_in_one_breath(cast: Cast) -> None:
    shared(cast)
    last = Entry.objects.order_by("-pk").values_list("kind", flat=True)[:4]
    assert list(last)[::-1] == [
        "goal.answered",
        "goal.half_said_yes",
        "goal.shared",
        "initiative.advanced",
    ]


def test_the_same_answer_twice_is_told_once(cast: Cast) -> None:
    """A double click on ja is one ja, and one mail to everybody at the table."""
    goal = proposed(cast)
    told = {"by": cast.ilse, "goal": goal, "number": 1, "answer": "tenzij"}
    for _ in range(2):
        agree_goal.answer(**told, condition="Een hek.", at=cast.tick())
    assert Entry.objects.filter(kind="goal.answered").count() == 1
    agree_goal.answer(**told, condition="Een haag.", at=cast.tick())
    assert Entry.objects.filter(kind="goal.answered").count() == 2


def test_after_a_table_that_failed_there_can_be_another(cast: Cast) -> None:
    """No dead end: the initiative is looking for company again, and may open a new table."""
    goal = agree_goal.stop(by=cast.bas, goal=proposed(cast), at=cast.tick())
    initiative = Initiative.objects.get()
    assert (goal.state, initiative.stage) == ("stopped", "connecting")

    again = open_goal.open_goal(
        by=cast.marijke, initiative=initiative, title="Nog eens", question="Wat kan wel?", at=cast.tick()
    )
    assert (again.state, Initiative.objects.get().stage) == ("gathering", "goal")


def test_when_the_only_seat_without_a_ja_gets_up_the_goal_is_shared(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.join(by=cast.tarik, goal=goal, at=cast.tick())
    for one in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"

    goal = agree_goal.leave(by=cast.tarik, goal=goal, at=cast.tick())

    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")


def test_a_half_that_gets_up_takes_its_ja_along(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    goal = agree_goal.leave(by=cast.ilse, goal=goal, at=cast.tick())
    assert goal.halves_yes == 0
    for one in (cast.marijke, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"


def test_a_shared_goal_of_nobody_lies_on_the_table_again(cast: Cast) -> None:
    """Else nobody could come back, stop the table or open another: the initiative could only stop."""
    goal = shared(cast)
    for actor in (cast.marijke, cast.ilse):
        goal = agree_goal.leave(by=actor, goal=goal, at=cast.tick())
    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")
    goal = agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert (goal.state, goal.halves_yes, Initiative.objects.get().stage) == ("proposed", 0, "goal")

    for actor in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.join(by=actor, goal=goal, at=cast.tick())
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=actor, goal=goal, number=1, answer="ja", at=cast.tick())
    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")


def test_who_comes_back_is_asked_anew(cast: Cast) -> None:
    """An old ja neither counts in silence, nor hides that the table waits for this seat."""
    goal = proposed(cast)
    for one in (cast.marijke, cast.ilse):
        agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    agree_goal.join(by=cast.marijke, goal=goal, at=cast.tick())
    goal = agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"
    seats = [cast.marijke.seat]
    (asked,) = waiting_for(person=cast.marijke.person, seats=seats, today=cast.today)
    assert (asked.kind, asked.target) == ("answer", goal.public_id)
    goal = agree_goal.answer(by=cast.marijke, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "shared"


def test_one_person_is_not_three_halves(cast: Cast) -> None:
    """Tarik may hold several hats, but at one table he wears one."""
    goal = open_goal.open_goal(
        by=cast.marijke, initiative=supported(cast), title="Tafel", question="Wat?", at=cast.tick()
    )
    agree_goal.join(by=cast.tarik, goal=goal, at=cast.tick())
    with pytest.raises(Forbidden, match="Eén mens praat hier voor één helft"):
        agree_goal.join(by=hat(cast.tarik, Half.BUSINESS, cast), goal=goal, at=cast.tick())


def test_who_leads_the_talk_in_the_wijk_does_not_vote_in_its_buurt(cast: Cast) -> None:
    wijk = Area.objects.get(code="WK015014")
    around = {"parent": wijk, "district": wijk, "municipality": wijk.municipality}
    buurt = Area(code="BU01501401", kind="buurt", name="Linde", year=2024, **around).store()
    goal = table(cast)
    Goal.objects.filter(pk=goal.pk).update(area=buurt)
    parties.appoint(seat=Seat.objects.get(pk=cast.tarik.seat), role=FACILITATOR, area=wijk, at=cast.tick())
    (tarik,) = hats_of_person(person(cast.tarik), cast.today)
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        agree_goal.join(by=tarik, goal=goal, at=cast.tick())


def test_who_leads_the_talk_has_no_second_hat_there(cast: Cast) -> None:
    """Also who got to lead it while sitting there: gets up first, and says no ja until then."""
    goal = proposed(cast)
    baker = hat(cast.tarik, Half.BUSINESS, cast)
    agree_goal.join(by=baker, goal=goal, at=cast.tick())
    told = {"by": baker, "goal": goal, "number": 1, "answer": "ja"}
    agree_goal.answer(**told, at=cast.tick())
    parties.appoint(seat=seat_of(cast.tarik), role=FACILITATOR, area=seat_of(cast.tarik).area, at=cast.tick())
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        agree_goal.answer(**told | {"answer": "nee", "condition": "Te nat."}, at=cast.tick())
    agree_goal.leave(by=baker, goal=goal, at=cast.tick())
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        agree_goal.join(by=baker, goal=goal, at=cast.tick())
    page = walk_in(cast.tarik).get(f"/opgave/{goal.public_id}/").text
    assert "Je leidt hier het gesprek." in page
    assert "aanschuiven/" not in page


def test_who_leads_the_talk_is_not_asked_to_the_table(cast: Cast) -> None:
    goal, gemeente = table(cast), Area.objects.get(code="GM0150")
    samira = Seat.objects.get(pk=cast.samira.seat)
    assert samira.public_id in {one.public_id for one in seats_to_invite(goal, cast.today)}
    parties.appoint(seat=samira, role=FACILITATOR, area=gemeente, at=cast.tick())

    assert samira.public_id not in {one.public_id for one in seats_to_invite(goal, cast.today)}
    with pytest.raises(Forbidden, match="leidt hier het gesprek"):
        goals.invite_seat(by=cast.marijke, goal=goal, seat=samira, at=cast.tick())


def test_the_government_speaks_with_a_mandate(cast: Cast) -> None:
    """Anybody may say that they work for the government; a JA needs an organisation behind it."""
    goal = table(cast)
    with pytest.raises(Forbidden, match="namens een organisatie"):
        agree_goal.join(by=hat(cast.tarik, Half.GOVERNMENT, cast), goal=goal, at=cast.tick())


def test_one_seat_does_not_end_what_all_three_agreed(cast: Cast) -> None:
    with pytest.raises(NotNow, match="van alle drie de helften"):
        agree_goal.stop(by=cast.bas, goal=shared(cast), at=cast.tick())


def test_when_the_initiative_stops_its_table_and_unsigned_agreement_end_too(cast: Cast) -> None:
    waiting = agreement(cast)
    goal = Goal.objects.get()
    stop_initiative.stop(
        by=cast.marijke, initiative=Initiative.objects.get(), lesson="Geen grond.", at=cast.tick()
    )
    waiting.refresh_from_db()
    assert (Goal.objects.get().state, waiting.state) == ("stopped", "lapsed")
    with pytest.raises(NotNow, match="Het initiatief is afgesloten"):
        agree_goal.propose(by=cast.bas, goal=goal, text="Toch maar wel.", number=1, at=cast.tick())


def test_while_the_goal_lies_on_the_table_again_nobody_signs(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    with pytest.raises(NotNow, match="Het doel ligt weer op tafel"):
        sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())
    asked = waiting_for(person=cast.ilse.person, seats=[cast.ilse.seat], today=cast.today)
    assert [one.kind for one in asked] == ["answer"]

    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=one, goal=made.goal, number=2, answer="ja", at=cast.tick())
        assert Initiative.objects.get().stage == ("agreements" if one is cast.bas else "goal")
    sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())


def test_a_table_that_stops_takes_its_unsigned_agreements_along(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    agree_goal.stop(by=cast.bas, goal=made.goal, at=cast.tick())
    made.refresh_from_db()
    assert (made.state, Initiative.objects.get().stage) == ("lapsed", "connecting")


def test_a_goal_that_is_shared_anew_goes_on_with_the_work_that_runs(cast: Cast) -> None:
    """Else the project could not be closed without one more agreement."""
    made = signed(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=one, goal=made.goal, number=2, answer="ja", at=cast.tick())
    assert Initiative.objects.get().stage == "project"
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())
    close_agreement.finish(
        by=cast.marijke, initiative=Initiative.objects.get(), outcome="gelukt", lesson="", at=cast.tick()
    )


def test_a_private_person_is_not_called_to_a_table(cast: Cast) -> None:
    goal = table(cast)
    with pytest.raises(Forbidden, match="Bewoners schuiven zelf aan"):
        goals.invite_seat(by=cast.bas, goal=goal, seat=Seat.objects.get(pk=cast.tarik.seat), at=cast.tick())


def hat(actor: Actor, half: Half, cast: Cast) -> Actor:
    """The same person in another seat of their own."""
    area = Area.objects.get(pk=Seat.objects.get(pk=actor.seat).area_id)
    seat = parties.own_seat(person=person(actor), half=half, area=area, at=cast.tick())
    return replace(actor, seat=seat.pk, seat_id=seat.public_id, half=half)
