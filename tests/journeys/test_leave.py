"""A person leaves, and nothing waits for that person afterwards."""

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal, Letter
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, follow, leave, sign_agreement, stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, agreement, draft, joins, person, proposed, seat_of, signed, submitted, table
from tests.web.at_the_door import walk_in


def test_an_erased_person_leaves_the_table_and_loses_drafts_and_follows(cast: Cast) -> None:
    goal = table(cast)
    joins(cast, cast.tarik, goal)
    goals.write_letter(by=cast.tarik, goal=goal, text="Mijn geheim.", at=cast.tick())
    initiative = Initiative.objects.get()
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())

    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    leave.clear_up(at=cast.tick())

    assert not Letter.objects.exists()
    for one in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=one, goal=goal, text="Groen.", at=cast.tick())
    assert goals.reveal_letters(by=cast.bas, goal=goal, at=cast.tick()).state == "revealed"
    assert Initiative.objects.get().follower_count == 0
    assert Person.objects.get(pk=cast.tarik.person_id).email is None


def test_signatures_help_and_actions_of_an_erased_person_are_cleaned_up(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.tarik, goal)
    for one in (cast.marijke, cast.ilse, cast.bas, cast.tarik):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    ilse, tarik = (Seat.objects.get(pk=one.seat_id) for one in (cast.ilse, cast.tarik))
    told = {"promisor": ilse, "promisee": tarik, "due_on": cast.day(9)}
    waits, signed = (
        agreements.propose_agreement(by=cast.ilse, goal=goal, what=what, at=cast.tick(), **told)
        for what in ("Een hek.", "Een pad.")
    )
    sign_agreement.sign(by=cast.tarik, agreement=signed, number=1, at=cast.tick())
    initiative = Initiative.objects.select_related("area", "seat").get()
    offer = initiatives.offer_help(
        by=cast.tarik, initiative=initiative, brings="Tijd.", gets="", fears="", has_read=True, at=cast.tick()
    )
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    action = intake.plan_action(by=cast.marijke, case=initiative.case, text="Bel", at=cast.tick())
    intake.ask_carry(by=cast.marijke, action=action, to=tarik, until=cast.day(9), at=cast.tick())
    intake.carry_action(by=cast.tarik, action=action, until=cast.day(9), at=cast.tick())

    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    leave.clear_up(at=cast.tick())

    assert Agreement.objects.get(pk=waits.pk).state == "lapsed"
    assert Agreement.objects.get(pk=signed.pk).state == "proposed"  # it waits for Ilse, not for Tarik
    assert Partner.objects.get().state == "left"
    assert Action.objects.get().carrier is None


def test_a_promise_to_an_erased_person_can_still_be_closed_as_done(cast: Cast) -> None:
    """Otherwise it could only be closed as not met, and the project could not end well."""
    made = signed(cast)
    Agreement.objects.filter(pk=made.pk).update(promisor=cast.bas.seat_id, promisee=cast.ilse.seat_id)
    with pytest.raises(Forbidden, match="aan wie het beloofd is"):
        agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=Seat.objects.get(pk=cast.ilse.seat_id), at=cast.tick())
    for one in (cast.bas, cast.tarik):
        with pytest.raises(Forbidden, match="Of het gedaan is, zegt nu een ander die tekende"):
            agreements.keep_agreement(by=one, agreement=made, at=cast.tick())
    page = walk_in(cast.marijke).get(f"/afspraak/{made.public_id}/").text
    assert f"/afspraak/{made.public_id}/gedaan/" in page
    assert agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick()).state == "done"


def test_a_promise_between_two_erased_people_can_be_closed_as_not_met(cast: Cast) -> None:
    """Otherwise the initiator could only close the project with an untrue outcome."""
    made = signed(cast)
    Agreement.objects.filter(pk=made.pk).update(promisor=cast.bas.seat_id, promisee=cast.ilse.seat_id)
    for one in (cast.bas, cast.ilse):
        parties.leave_seat(person=person(one), seat=seat_of(one), at=cast.tick())
    with pytest.raises(Forbidden, match="Dat zegt een van de twee"):
        agreements.miss_agreement(by=cast.tarik, agreement=made, why_not="Weg.", at=cast.tick())
    marijke, url = walk_in(cast.marijke), f"/afspraak/{made.public_id}/"
    with clock.frozen(cast.tick(days=99)):
        assert url not in marijke.get("/mijn/").text
    with clock.frozen(cast.tick(days=1)):
        assert marijke.get("/mijn/").text.count(f'href="{url}#sluiten"') == 1
        assert f"{url}niet-gehaald/" in marijke.get(url).text
        assert marijke.post(f"{url}niet-gehaald/", {"why_not": "Ze zijn weg."}).status_code == 302
        assert "Is dit gedaan?" not in marijke.get("/mijn/").text
    assert Agreement.objects.get().state == "not_met"


def test_a_signer_can_withdraw_the_proposal_of_an_erased_person(cast: Cast) -> None:
    made = agreement(cast)
    Agreement.objects.filter(pk=made.pk).update(proposed_by=cast.samira.seat_id)  # a seat that does not sign
    withdraw = f"/afspraak/{made.public_id}/intrekken/"
    assert walk_in(cast.ilse).post(withdraw).status_code == 403
    parties.leave_seat(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    assert walk_in(cast.tarik).post(withdraw).status_code == 403
    ilse = walk_in(cast.ilse)
    assert withdraw in ilse.get(f"/afspraak/{made.public_id}/").text
    assert ilse.post(withdraw).status_code == 302
    assert Agreement.objects.get().state == "withdrawn"


def test_the_drafts_of_an_erased_person_are_deleted(cast: Cast) -> None:
    draft(cast)
    submitted(cast, "Een idee dat blijft")
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Initiative.objects.get().title == "Een idee dat blijft"


def test_the_chair_of_an_organisation_stays_for_its_next_person(cast: Cast) -> None:
    goal = table(cast)
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).halves_present == 7
    parties.leave_seat(person=person(cast.marijke), seat=seat_of(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).state == "gathering"


def test_the_desk_can_end_an_initiative_whose_initiator_was_erased(cast: Cast) -> None:
    """Otherwise it would run for ever, because nobody could change or stop it."""
    initiative = submitted(cast)
    told = {"initiative": initiative, "lesson": "De initiatiefnemer is weg."}
    with pytest.raises(Forbidden):
        stop_initiative.stop(by=cast.samira, **told, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    told["initiative"] = Initiative.objects.get()
    with pytest.raises(Forbidden):
        stop_initiative.stop(by=cast.ilse, **told, at=cast.tick())

    page = walk_in(cast.samira).get(f"/balie/zaak/{initiative.case.public_id}/").content.decode()
    assert f'href="/initiatief/{initiative.public_id}/stoppen/"' in page
    stop_initiative.stop(by=cast.samira, **told, at=cast.tick())

    ended = Initiative.objects.select_related("case").get()
    assert (ended.stage, ended.case.state) == ("stopped", "stopped")


def test_two_workers_clean_up_after_one_person_only_once(cast: Cast) -> None:
    """The second worker read the entry before the first one marked it as handled."""
    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    (order,) = readers.unread(leave.READER, leave.GOING)
    assert leave.clear_up(at=cast.tick()) == 1
    facts = Entry.objects.count()
    assert leave._clear_up(order, at=cast.tick()) == 0
    assert (leave.clear_up(at=cast.tick()), Entry.objects.count()) == (0, facts)
