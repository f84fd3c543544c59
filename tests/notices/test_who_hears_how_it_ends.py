"""Who hears how it ends: kept, taken back, stopped, over; and who is named as the one who said so."""

from __future__ import annotations

import pytest
from django.core import mail

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.projects import services
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.journeys import (
    agree_goal,
    close_agreement,
    follow,
    leave,
    sign_agreement,
    stop_initiative,
)
from tests.cast import Cast, agreement, person, proposed, seat_of, signed, submitted, supported, table, taken
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import walk_in


def between_ilse_and_gerrit(cast: Cast) -> Agreement:
    """Bas, at the same table, lays it ready; he does not sign it."""
    goal = proposed(cast)
    agree_goal.join(by=cast.gerrit, goal=goal, at=cast.tick())
    for one in (cast.marijke, cast.ilse, cast.bas, cast.gerrit):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    sides = {"promisor": seat_of(cast.ilse), "promisee": seat_of(cast.gerrit)}
    words = {"what": "Een hek.", "due_on": cast.day(5)}
    return sign_agreement.propose(by=cast.bas, goal=goal, **sides, **words, at=cast.tick())


def test_the_answer_of_the_desk_stands_in_the_mail(cast: Cast) -> None:
    supported(cast)
    post(cast)

    (sent,) = [one for one in mail.outbox if one.subject.startswith("Je hebt antwoord")]
    assert "We helpen je aan een plek." in sent.body


def test_all_signers_hear_that_the_agreement_stands_and_how_it_ended(cast: Cast) -> None:
    made = signed(cast)
    close_agreement.miss(by=cast.marijke, agreement=made, why_not="Te nat.", at=cast.tick())
    post(cast)

    assert heard(cast.bas)[-2:] == [
        "De afspraak staat: De grond is schoon en klaar om te planten.",
        "Niet gehaald: De grond is schoon en klaar om te planten.",
    ]
    assert heard(cast.marijke)[-1] == "De afspraak staat: De grond is schoon en klaar om te planten."


def test_who_proposed_and_whose_initiative_it_is_hear_of_what_they_do_not_sign(cast: Cast) -> None:
    made = between_ilse_and_gerrit(cast)
    for one in (cast.ilse, cast.gerrit):
        sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    close_agreement.keep(by=cast.gerrit, agreement=made, at=cast.tick())
    post(cast)
    for one, why in ((cast.bas, "proposer"), (cast.marijke, "initiator")):
        assert heard(one)[-2:] == ["De afspraak staat: Een hek.", "Gedaan: Een hek."]
        assert told(one).why == why


def test_the_initiator_hears_once_that_nobody_sits_at_the_table_any_more(cast: Cast) -> None:
    goal = table(cast)
    agree_goal.join(by=cast.gerrit, goal=goal, at=cast.tick())
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


def test_a_table_that_stopped_with_the_last_is_told_as_stopped(cast: Cast) -> None:
    goal = table(cast)
    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.leave(by=one, goal=goal, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    assert not [said for said in heard(cast.marijke) if said.startswith("Er zit niemand")]


def test_who_stops_tells_partners_and_followers(cast: Cast) -> None:
    made = signed(cast)
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())
    follow.follow_initiative(person=cast.tarik.person, initiative=made.initiative, at=cast.at)
    initiative = Initiative.objects.select_related("area").get(pk=made.initiative_id)
    close_agreement.finish(
        by=cast.marijke, initiative=initiative, outcome="deels", lesson="Begin klein.", at=cast.tick()
    )
    post(cast)

    assert heard(cast.tarik)[-1] == "Afgerond: Voedselbos Lettele"
    assert heard(cast.samira)[-1] == "Afgerond: Voedselbos Lettele"


def test_the_table_and_who_signs_hear_that_the_initiative_stopped(cast: Cast) -> None:
    made = agreement(cast)
    gerrit = Seat.objects.get(pk=cast.gerrit.seat)
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


def test_who_waits_for_an_answer_to_an_offer_hears_that_it_stopped(cast: Cast) -> None:
    initiative = submitted(cast)
    told = {"brings": "Tijd.", "gets": "", "fears": "", "has_read": True}
    initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    post(cast)
    assert heard(cast.bas) == ["Gestopt: Voedselbos Lettele"]
    (sent,) = [one for one in mail.outbox if "Bas" in one.body and "Gestopt" in one.subject]
    assert "omdat je aanbood om hier te helpen" in sent.body


def test_when_the_desk_ends_it_nobody_reads_that_the_initiator_did(cast: Cast) -> None:
    initiative = submitted(cast)
    follow.follow_initiative(person=cast.tarik.person, initiative=initiative, at=cast.at)
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


def test_who_stands_in_for_who_is_gone_is_named_as_the_one_who_says_it_is_done(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.filter(pk=made.pk).update(promisor=cast.bas.seat, promisee=cast.ilse.seat)
    parties.leave_seat(person=person(cast.ilse), seat=Seat.objects.get(pk=cast.ilse.seat), at=cast.tick())
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    assert told(cast.bas).text.startswith(
        "Wat beloofd was, is gedaan. Dat zegt een bewoner van Lettele: degene aan wie het beloofd is, is weg."
    )


def test_who_it_was_promised_to_says_that_it_is_done(cast: Cast) -> None:
    close_agreement.keep(by=cast.marijke, agreement=signed(cast), at=cast.tick())
    post(cast)
    assert "gedaan. Dat zegt degene aan wie het beloofd is. De afspraak" in told(cast.bas).text


def test_an_agreement_that_lapsed_with_its_table_was_taken_back_by_nobody(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=made.goal, text="Eén hectare.", number=1, at=cast.tick())
    agree_goal.stop(by=cast.bas, goal=made.goal, at=cast.tick())
    post(cast)
    assert told(cast.ilse).subject == f"De afspraak is vervallen: {made.what}"
    assert "trok" not in told(cast.ilse).text


def test_an_agreement_that_is_taken_back_says_by_whom(cast: Cast) -> None:
    made = agreement(cast)
    services.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    assert told(cast.ilse).subject == f"De afspraak is ingetrokken: {made.what}"
    assert told(cast.ilse).text.startswith("Een bewoner van Lettele trok dit voorstel in.")


def test_who_proposed_hears_that_it_lapsed(cast: Cast) -> None:
    made = between_ilse_and_gerrit(cast)
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    post(cast)
    assert told(cast.bas).subject == f"De afspraak is vervallen: {made.what}"
    assert told(cast.bas).why == "proposer"


def test_the_table_and_who_signs_hear_that_the_project_is_over(cast: Cast) -> None:
    made = signed(cast)
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())
    close_agreement.finish(
        by=cast.marijke, initiative=Initiative.objects.get(), outcome="gelukt", lesson="", at=cast.tick()
    )
    post(cast)
    for actor in (cast.ilse, cast.bas, cast.samira):
        assert heard(actor).count("Afgerond: Voedselbos Lettele") == 1, actor.name


@pytest.mark.parametrize("holds_the_role", [True, False])
def test_who_handles_hears_how_it_ends_as_long_as_the_role_lasts(cast: Cast, holds_the_role: bool) -> None:
    case = taken(cast)
    ilse = Seat.objects.get(pk=cast.ilse.seat)  # a colleague, who works there whatever happens to Samira
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    if not holds_the_role:
        grant = Seat.objects.get(pk=cast.samira.seat).grants.get()
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=case.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    told = [subject for subject in heard(cast.samira) if "stopt" in subject and "rol" not in subject]
    assert told == ["Gestopt: Voedselbos Lettele"] * holds_the_role


def test_who_signed_only_what_was_taken_back_hears_no_more_of_it(cast: Cast) -> None:
    made = agreement(cast)
    Signature(agreement=made, seat=Seat.objects.get(pk=cast.gerrit.seat)).store()
    services.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    assert heard(cast.gerrit)[-1] == f"De afspraak is ingetrokken: {made.what}"


def test_who_got_up_and_who_sits_or_signs_elsewhere_hears_nothing_of_the_end(cast: Cast) -> None:
    elsewhere = agreement(cast)
    agree_goal.propose(by=cast.bas, goal=elsewhere.goal, text="Eén hectare.", number=1, at=cast.tick())
    agree_goal.join(by=cast.gerrit, goal=elsewhere.goal, at=cast.tick())
    Signature(agreement=elsewhere, seat=Seat.objects.get(pk=cast.tarik.seat)).store()
    goal = table(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    post(cast)
    everybody = (cast.ilse, cast.bas, cast.gerrit, cast.tarik)
    assert [actor.name for actor in everybody if heard(actor).count("Gestopt: Voedselbos Lettele")] == [
        cast.ilse.name
    ]
