"""Who is told how something ends: kept, withdrawn, stopped or finished; and whom the notice names."""

from __future__ import annotations

import pytest
from django.core import mail

from middenstip.domain.agreements import services
from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.journeys import (
    agree_goal,
    close_agreement,
    follow,
    leave,
    sign_agreement,
    stop_initiative,
)
from tests.cast import (
    Cast,
    agreement,
    joins,
    person,
    proposed,
    seat_of,
    signed,
    stops,
    submitted,
    supported,
    table,
    taken,
)
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import walk_in


def between_ilse_and_gerrit(cast: Cast) -> Agreement:
    """Bas, at the same table, proposes it; he does not sign it."""
    goal = proposed(cast)
    joins(cast, cast.gerrit, goal)
    for one in (cast.marijke, cast.ilse, cast.bas, cast.gerrit):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    sides = {"promisor": seat_of(cast.ilse), "promisee": seat_of(cast.gerrit)}
    words = {"what": "Een hek.", "due_on": cast.day(5)}
    return agreements.propose_agreement(by=cast.bas, goal=goal, **sides, **words, at=cast.tick())


def test_the_mail_contains_the_answer_of_the_desk(cast: Cast) -> None:
    supported(cast)
    post(cast)

    (sent,) = [one for one in mail.outbox if one.subject.startswith("Je hebt antwoord")]
    assert "We helpen je aan een plek." in sent.body


def test_all_signers_are_told_that_it_is_in_force_and_how_it_ended(cast: Cast) -> None:
    made = signed(cast)
    agreements.miss_agreement(by=cast.marijke, agreement=made, why_not="Te nat.", at=cast.tick())
    post(cast)

    assert heard(cast.bas)[-2:] == [
        "De afspraak staat: De grond is schoon en klaar om te planten.",
        "Niet gehaald: De grond is schoon en klaar om te planten.",
    ]
    assert heard(cast.marijke)[-1] == "De afspraak staat: De grond is schoon en klaar om te planten."


def test_proposer_and_initiator_are_told_of_an_agreement_they_do_not_sign(cast: Cast) -> None:
    made = between_ilse_and_gerrit(cast)
    for one in (cast.ilse, cast.gerrit):
        sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    agreements.keep_agreement(by=cast.gerrit, agreement=made, at=cast.tick())
    post(cast)
    for one, why in ((cast.bas, "proposer"), (cast.marijke, "initiator")):
        assert heard(one)[-2:] == ["De afspraak staat: Een hek.", "Gedaan: Een hek."]
        assert told(one).why == why


def test_the_initiator_is_told_once_that_the_table_is_empty(cast: Cast) -> None:
    goal = table(cast)
    joins(cast, cast.gerrit, goal)
    for one in (cast.marijke, cast.ilse):
        agree_goal.leave(by=one, goal=goal, at=cast.tick())
    post(cast)
    empty = f"Er zit niemand meer aan tafel: {goal.title}"
    assert empty not in heard(cast.marijke)

    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    post(cast)
    assert heard(cast.marijke).count(empty) == 1
    assert walk_in(cast.marijke).get(told(cast.marijke).path).status_code == 200


def test_a_table_stopped_by_its_last_seat_is_told_as_stopped(cast: Cast) -> None:
    goal = table(cast)
    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.leave(by=one, goal=goal, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    assert not [said for said in heard(cast.marijke) if said.startswith("Er zit niemand")]


def test_partners_and_followers_are_told_that_it_stopped(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    follow.follow_initiative(person=cast.tarik.person_id, initiative=made.initiative, at=cast.at)
    initiative = Initiative.objects.select_related("area").get(pk=made.initiative_id)
    close_agreement.finish(
        by=cast.marijke, initiative=initiative, outcome="deels", lesson="Begin klein.", at=cast.tick()
    )
    post(cast)

    assert heard(cast.tarik)[-1] == "Afgerond: Voedselbos Lettele"
    assert heard(cast.samira)[-1] == "Afgerond: Voedselbos Lettele"


def test_the_table_and_signers_are_told_that_the_initiative_stopped(cast: Cast) -> None:
    made = agreement(cast)
    gerrit = Seat.objects.get(pk=cast.gerrit.seat_id)
    Signature(agreement=made, seat=gerrit).store()
    for one in (cast.marijke, cast.ilse, cast.bas, cast.gerrit):
        sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    post(cast)
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Geen grond.", at=cast.tick())
    post(cast)

    said = "Gestopt: Voedselbos Lettele"
    for actor in (cast.ilse, cast.bas, cast.gerrit, cast.samira):
        assert heard(actor).count(said) == 1, actor.name
    assert said not in heard(cast.tarik)
    (sent,) = [one for one in mail.outbox if "Gerrit" in one.body and said in one.subject]
    assert "omdat jouw zetel een afspraak tekent bij dit initiatief" in sent.body


def test_a_seat_with_an_unanswered_offer_is_told_that_it_stopped(cast: Cast) -> None:
    initiative = submitted(cast)
    told = {"brings": "Tijd.", "gets": "", "fears": "", "has_read": True}
    initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    post(cast)
    assert heard(cast.bas) == ["Gestopt: Voedselbos Lettele"]
    (sent,) = [one for one in mail.outbox if "Bas" in one.body and "Gestopt" in one.subject]
    assert "omdat je aanbood om hier te helpen" in sent.body


def test_an_initiative_ended_by_the_desk_does_not_name_the_initiator(cast: Cast) -> None:
    initiative = submitted(cast)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.at)
    offer = initiatives.offer_help(
        by=cast.bas, initiative=initiative, brings="Bomen", gets="", fears="", has_read=True, at=cast.tick()
    )
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    stop_initiative.stop(
        by=cast.samira, initiative=Initiative.objects.get(), lesson="Niemand ging verder.", at=cast.tick()
    )
    post(cast)

    for actor in (cast.bas, cast.tarik):
        assert told(actor).subject == "Gestopt: Voedselbos Lettele"
        assert told(actor).text.startswith(
            "De initiatiefnemer is weg. Daarom sloot de balie dit initiatief af"
        )


def test_the_notice_names_the_seat_that_closed_for_an_empty_side(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.filter(pk=made.pk).update(promisor=cast.bas.seat_id, promisee=cast.ilse.seat_id)
    parties.leave_seat(person=person(cast.ilse), seat=Seat.objects.get(pk=cast.ilse.seat_id), at=cast.tick())
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    assert told(cast.bas).text.startswith(
        "Wat beloofd was, is gedaan. Dat zegt een bewoner van Lettele: degene aan wie het beloofd is, is weg."
    )


def test_the_notice_names_the_receiving_side_that_closed(cast: Cast) -> None:
    agreements.keep_agreement(by=cast.marijke, agreement=signed(cast), at=cast.tick())
    post(cast)
    assert "gedaan. Dat zegt degene aan wie het beloofd is. De afspraak" in told(cast.bas).text


def test_an_agreement_that_lapsed_names_no_actor(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    stops(cast, made.goal)
    post(cast)
    assert told(cast.ilse).subject == f"De afspraak is vervallen: {made.what}"
    assert "trok" not in told(cast.ilse).text


def test_a_withdrawn_agreement_names_the_seat_that_withdrew(cast: Cast) -> None:
    made = agreement(cast)
    services.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    assert told(cast.ilse).subject == f"De afspraak is ingetrokken: {made.what}"
    assert told(cast.ilse).text.startswith("Een bewoner van Lettele trok dit voorstel in.")


def test_the_proposer_is_told_that_it_lapsed(cast: Cast) -> None:
    made = between_ilse_and_gerrit(cast)
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    post(cast)
    assert told(cast.bas).subject == f"De afspraak is vervallen: {made.what}"
    assert told(cast.bas).why == "proposer"


def test_the_table_and_signers_are_told_that_the_project_ended(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    close_agreement.finish(
        by=cast.marijke, initiative=Initiative.objects.get(), outcome="gelukt", lesson="", at=cast.tick()
    )
    post(cast)
    for actor in (cast.ilse, cast.bas, cast.samira):
        assert heard(actor).count("Afgerond: Voedselbos Lettele") == 1, actor.name


@pytest.mark.parametrize("holds_the_role", [True, False])
def test_the_handler_is_told_how_it_ends_while_the_role_lasts(cast: Cast, holds_the_role: bool) -> None:
    case = taken(cast)
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)  # a colleague who keeps working there
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    if not holds_the_role:
        grant = Seat.objects.get(pk=cast.samira.seat_id).grants.get()
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=case.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    told = [subject for subject in heard(cast.samira) if "stopt" in subject and "rol" not in subject]
    assert told == ["Gestopt: Voedselbos Lettele"] * holds_the_role


def test_signers_of_only_a_withdrawn_agreement_are_not_told_of_the_end(cast: Cast) -> None:
    made = agreement(cast)
    Signature(agreement=made, seat=Seat.objects.get(pk=cast.gerrit.seat_id)).store()
    services.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    assert heard(cast.gerrit)[-1] == f"De afspraak is ingetrokken: {made.what}"


def test_seats_that_left_or_belong_elsewhere_are_not_told_of_the_end(cast: Cast) -> None:
    elsewhere = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=elsewhere.goal, text="Eén hectare.", number=1, at=cast.tick())
    joins(cast, cast.gerrit, elsewhere.goal)
    Signature(agreement=elsewhere, seat=Seat.objects.get(pk=cast.tarik.seat_id)).store()
    goal = table(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    everybody = (cast.ilse, cast.bas, cast.gerrit, cast.tarik)
    assert [actor.name for actor in everybody if heard(actor).count("Gestopt: Voedselbos Lettele")] == [
        cast.ilse.name
    ]
