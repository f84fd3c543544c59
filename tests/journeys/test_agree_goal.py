"""Seats at a table work towards a shared goal."""

from dataclasses import replace

import pytest

from middenstip.domain.agreements import services as agreements
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
from middenstip.journeys import (
    agree_goal,
    close_agreement,
    confirm_seat,
    open_goal,
    sign_agreement,
    stop_initiative,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import (
    Cast,
    agreement,
    joins,
    person,
    proposed,
    seat_of,
    shared,
    signed,
    stops,
    supported,
    table,
)
from tests.web.at_the_door import walk_in


def test_letters_open_only_when_every_seat_has_written(cast: Cast) -> None:
    goal = table(cast)
    goals.write_letter(by=cast.marijke, goal=goal, text="Een bos.", at=cast.tick())
    with pytest.raises(NotNow, match="We wachten nog op: adviseur Groen, gemeente Deventer; eigenaar"):
        goals.reveal_letters(by=cast.marijke, goal=goal, at=cast.tick())


def test_a_goal_with_the_ja_of_two_halves_is_not_shared(cast: Cast) -> None:
    goal = proposed(cast)
    for one in (cast.marijke, cast.ilse):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"
    assert halves_of(goal.halves_yes) == (Half.RESIDENTS, Half.GOVERNMENT)
    assert Initiative.objects.get().stage == "goal"


def test_a_nee_tenzij_without_condition_is_refused(cast: Cast) -> None:
    goal = proposed(cast)
    with pytest.raises(Invalid) as refused:
        agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="tenzij", at=cast.tick())
    assert refused.value.errors == {"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."}


def test_a_new_version_resets_the_answers_and_the_stage(cast: Cast) -> None:
    goal = shared(cast)
    assert Initiative.objects.get().stage == "agreements"

    agree_goal.propose(by=cast.bas, goal=goal, text="Een bos van één hectare.", number=1, at=cast.tick())

    goal = Goal.objects.get(pk=goal.pk)
    assert (goal.state, goal.number, goal.halves_yes) == ("proposed", 2, 0)
    assert Initiative.objects.get().stage == "goal"
    with pytest.raises(NotNow, match="nieuwe versie"):
        agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())


def test_the_second_of_two_simultaneous_versions_is_refused_with_the_first(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.propose(by=cast.ilse, goal=goal, text="De tekst van Ilse.", number=1, at=cast.tick())
    with pytest.raises(Stale) as refused:
        agree_goal.propose(by=cast.bas, goal=goal, text="De tekst van Bas.", number=1, at=cast.tick())
    assert refused.value.current == {"text": "De tekst van Ilse."}


def test_versions_are_numbered_without_gaps(cast: Cast) -> None:
    goal = table(cast)
    for one in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=one, goal=goal, text="Groen.", at=cast.tick())
    goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick())
    version = agree_goal.propose(by=cast.ilse, goal=goal, text="Een bos.", number=7, at=cast.tick())
    assert (version.number, Goal.objects.get().number) == (1, 1)


def test_the_last_ja_records_all_its_facts_in_order(cast: Cast) -> None:
    shared(cast)
    last = Entry.objects.order_by("-pk").values_list("kind", flat=True)[:4]
    assert list(last)[::-1] == [
        "goal.answered",
        "goal.half_said_yes",
        "goal.shared",
        "initiative.advanced",
    ]


def test_repeating_an_answer_records_one_fact(cast: Cast) -> None:
    """A double click on ja is one ja, and one mail to each seat at the table."""
    goal = proposed(cast)
    told = {"by": cast.ilse, "goal": goal, "number": 1, "answer": "tenzij"}
    for _ in range(2):
        agree_goal.answer(**told, condition="Een hek.", at=cast.tick())
    assert Entry.objects.filter(kind="goal.answered").count() == 1
    agree_goal.answer(**told, condition="Een haag.", at=cast.tick())
    assert Entry.objects.filter(kind="goal.answered").count() == 2


def test_after_a_stopped_table_another_can_be_opened(cast: Cast) -> None:
    """The initiative looks for partners again, and may open a new table."""
    goal = stops(cast, proposed(cast))
    initiative = Initiative.objects.get()
    assert (goal.state, initiative.stage) == ("stopped", "connecting")

    again = open_goal.open_goal(
        by=cast.marijke, initiative=initiative, title="Nog eens", question="Wat kan wel?", at=cast.tick()
    )
    assert (again.state, Initiative.objects.get().stage) == ("gathering", "goal")


def test_the_goal_is_shared_when_the_only_seat_without_ja_leaves(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.tarik, goal)
    for one in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"

    goal = agree_goal.leave(by=cast.tarik, goal=goal, at=cast.tick())

    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")


def test_a_half_that_leaves_no_longer_counts_as_ja(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    goal = agree_goal.leave(by=cast.ilse, goal=goal, at=cast.tick())
    assert goal.halves_yes == 0
    for one in (cast.marijke, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"


def test_a_shared_goal_is_a_proposal_again_when_the_last_seat_leaves(cast: Cast) -> None:
    """Otherwise no seat could come back, stop the table or open another: the initiative could only stop."""
    goal = shared(cast)
    for actor in (cast.marijke, cast.ilse):
        goal = agree_goal.leave(by=actor, goal=goal, at=cast.tick())
    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")
    goal = agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert (goal.state, goal.halves_yes, Initiative.objects.get().stage) == ("proposed", 0, "goal")

    for actor in (cast.marijke, cast.ilse, cast.bas):
        joins(cast, actor, goal)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=actor, goal=goal, number=1, answer="ja", at=cast.tick())
    assert (goal.state, Initiative.objects.get().stage) == ("shared", "agreements")


def test_a_seat_that_comes_back_must_answer_again(cast: Cast) -> None:
    """An old ja must not count, nor hide that the table waits for this seat."""
    goal = proposed(cast)
    for one in (cast.marijke, cast.ilse):
        agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    joins(cast, cast.marijke, goal)
    goal = agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "proposed"
    seats = [cast.marijke.seat_id]
    waiting = waiting_for(person=cast.marijke.person_id, seats=seats, today=cast.today)
    (asked,) = [row for row in waiting if row.kind != "begun"]
    assert (asked.kind, asked.target) == ("answer", goal.public_id)
    goal = agree_goal.answer(by=cast.marijke, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "shared"


def test_a_person_cannot_join_one_table_in_two_hats(cast: Cast) -> None:
    """Tarik may have several hats, but at one table only one."""
    goal = open_goal.open_goal(
        by=cast.marijke, initiative=supported(cast), title="Tafel", question="Wat?", at=cast.tick()
    )
    joins(cast, cast.tarik, goal)
    with pytest.raises(Forbidden, match="Eén mens praat hier voor één helft"):
        joins(cast, hat(cast.tarik, Half.BUSINESS, cast), goal)


def test_a_facilitator_of_the_wijk_cannot_join_a_table_in_its_buurt(cast: Cast) -> None:
    wijk = Area.objects.get(code="WK015014")
    around = {"parent": wijk, "district": wijk, "municipality": wijk.municipality}
    buurt = Area(code="BU01501401", kind="buurt", name="Linde", year=2024, **around).store()
    goal = table(cast)
    Goal.objects.filter(pk=goal.pk).update(area=buurt)
    parties.appoint(seat=Seat.objects.get(pk=cast.tarik.seat_id), role=FACILITATOR, area=wijk, at=cast.tick())
    (tarik,) = hats_of_person(person(cast.tarik), cast.today)
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        joins(cast, tarik, goal)


def test_a_facilitator_cannot_join_in_another_hat(cast: Cast) -> None:
    """A seat that becomes facilitator while at the table must leave it, and cannot say ja until then."""
    goal = proposed(cast)
    baker = hat(cast.tarik, Half.BUSINESS, cast)
    joins(cast, baker, goal)
    told = {"by": baker, "goal": goal, "number": 1, "answer": "ja"}
    agree_goal.answer(**told, at=cast.tick())
    parties.appoint(seat=seat_of(cast.tarik), role=FACILITATOR, area=seat_of(cast.tarik).area, at=cast.tick())
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        agree_goal.answer(**told | {"answer": "nee", "condition": "Te nat."}, at=cast.tick())
    agree_goal.leave(by=baker, goal=goal, at=cast.tick())
    with pytest.raises(Forbidden, match="Je leidt hier het gesprek"):
        joins(cast, baker, goal)
    page = walk_in(cast.tarik).get(f"/opgave/{goal.public_id}/").text
    assert "Je leidt hier het gesprek." in page
    assert "aanschuiven/" not in page


def test_a_facilitator_cannot_be_invited(cast: Cast) -> None:
    goal, gemeente = table(cast), Area.objects.get(code="GM0150")
    samira = Seat.objects.get(pk=cast.samira.seat_id)
    assert samira.public_id in {one.public_id for one in seats_to_invite(goal, cast.today)}
    parties.appoint(seat=samira, role=FACILITATOR, area=gemeente, at=cast.tick())

    assert samira.public_id not in {one.public_id for one in seats_to_invite(goal, cast.today)}
    with pytest.raises(Forbidden, match="leidt hier het gesprek"):
        goals.invite_seat(by=cast.marijke, goal=goal, seat=samira, at=cast.tick())


def test_a_government_seat_without_an_organisation_cannot_join(cast: Cast) -> None:
    """Anyone may claim to work for the government; a JA needs an organisation."""
    goal = table(cast)
    with pytest.raises(Forbidden, match="namens een organisatie"):
        joins(cast, hat(cast.tarik, Half.GOVERNMENT, cast), goal)


def test_a_shared_goal_cannot_be_stopped_by_one_seat(cast: Cast) -> None:
    with pytest.raises(NotNow, match="van alle drie de helften"):
        stops(cast, shared(cast))


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


def test_signing_is_refused_while_the_goal_is_discussed_again(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    with pytest.raises(NotNow, match="Het doel ligt weer op tafel"):
        sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())
    asked = waiting_for(person=cast.ilse.person_id, seats=[cast.ilse.seat_id], today=cast.today)
    assert [one.kind for one in asked] == ["answer"]

    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=one, goal=made.goal, number=2, answer="ja", at=cast.tick())
        assert Initiative.objects.get().stage == ("agreements" if one is cast.bas else "goal")
    sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())


def test_unsigned_agreements_lapse_when_their_table_stops(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    stops(cast, made.goal)
    made.refresh_from_db()
    assert (made.state, Initiative.objects.get().stage) == ("lapsed", "connecting")


def test_a_goal_shared_again_returns_the_initiative_to_the_project(cast: Cast) -> None:
    """Otherwise the project could not be closed without one more agreement."""
    made = signed(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=one, goal=made.goal, number=2, answer="ja", at=cast.tick())
    assert Initiative.objects.get().stage == "project"
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    close_agreement.finish(
        by=cast.marijke, initiative=Initiative.objects.get(), outcome="gelukt", lesson="", at=cast.tick()
    )


def test_inviting_an_unrelated_resident_is_refused(cast: Cast) -> None:
    goal = table(cast)
    with pytest.raises(Forbidden, match="Bewoners nodig je uit met een mail of een link"):
        goals.invite_seat(
            by=cast.bas, goal=goal, seat=Seat.objects.get(pk=cast.tarik.seat_id), at=cast.tick()
        )


def hat(actor: Actor, half: Half, cast: Cast) -> Actor:
    """The same person in another seat of their own."""
    area = Area.objects.get(pk=Seat.objects.get(pk=actor.seat_id).area_id)
    seat = parties.own_seat(person=person(actor), half=half, area=area, at=cast.tick())
    if seat.confirmed_at is None:
        confirm_seat.confirm(by=cast.noor, seat=seat, at=cast.tick())
    return replace(actor, seat_id=seat.pk, seat_public_id=seat.public_id, half=half)
