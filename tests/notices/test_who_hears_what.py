"""Who gets which notices along the chain."""

from __future__ import annotations

from django.core import mail

from middenstip.domain.agreements import services
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal import readers
from middenstip.journal.fact import KINDS
from middenstip.journal.models import Entry
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    change_initiative,
    follow,
    stop_initiative,
)
from middenstip.kernel import clock
from middenstip.notices.heard import POLICIES
from middenstip.notices.models import Notice
from middenstip.notices.reader import READER
from middenstip.notices.tasks import bring_round
from tests.cast import (
    START,
    Cast,
    agreement,
    joins,
    person,
    proposed,
    seat_of,
    shared,
    submitted,
    table,
    taken,
)
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, send, walk_in


def test_the_initiator_gets_a_confirmation_with_address_and_number(cast: Cast) -> None:
    initiative = submitted(cast)
    post(cast)

    (sent,) = [one for one in mail.outbox if "Dag Marijke" in one.body]
    assert sent.subject == "Je idee staat online: Voedselbos Lettele"
    assert initiative.public_id in sent.body
    assert f"http://127.0.0.1:8000/initiatief/{initiative.public_id}/" in sent.body
    assert "omdat dit jouw initiatief is" in sent.body
    assert "List-Unsubscribe" not in sent.extra_headers


def test_the_desk_of_the_area_is_told_of_a_new_idea(cast: Cast) -> None:
    submitted(cast)
    post(cast)

    assert heard(cast.samira)[-1] == "Nieuw idee bij de balie: Voedselbos Lettele"
    assert heard(cast.tarik) == []


def test_people_are_not_told_of_their_own_act(cast: Cast) -> None:
    initiative = submitted(cast)
    post(cast)
    assess_initiative.take(by=cast.samira, case=initiative.case, at=cast.tick())
    post(cast)

    assert heard(cast.marijke)[-1] == "De balie nam je idee aan: Voedselbos Lettele"
    assert heard(cast.samira)[-1] == "Nieuw idee bij de balie: Voedselbos Lettele"


def test_initiator_and_handler_are_told_when_the_start_is_confirmed(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    post(cast)
    assert heard(cast.samira)[-1] == "De ander bevestigde de start: Voedselbos Lettele"

    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-1] == "De start is rond: Voedselbos Lettele"


def test_the_initiator_is_told_of_an_offer_and_the_helper_of_the_answer(cast: Cast) -> None:
    initiative = submitted(cast)
    partner = initiatives.offer_help(
        by=cast.bas, initiative=initiative, brings="Bomen", gets="", fears="", has_read=True, at=cast.tick()
    )
    post(cast)
    (sent,) = [one for one in mail.outbox if one.subject.startswith("Iemand wil je helpen")]
    assert "Eigenaar van Kwekerij De Esch biedt hulp aan." in sent.body

    initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    post(cast)
    assert heard(cast.bas) == ["Je doet mee met Voedselbos Lettele"]


def test_a_request_to_carry_an_action_says_until_when(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    seat = Seat.objects.get(pk=cast.ilse.seat_id)
    intake.ask_carry(by=cast.marijke, action=action, to=seat, until=cast.day(10), at=cast.tick())
    post(cast)

    assert heard(cast.marijke)[-1] == "Nieuwe actie voor jou: Bel de buren"
    (sent,) = [one for one in mail.outbox if "overnemen" in one.subject]
    assert sent.subject == "Wil jij deze actie overnemen? Bel de buren"
    assert "tot en met 12 november 2026" in sent.body


def test_an_invited_seat_is_told_of_its_invitation(cast: Cast) -> None:
    goal = table(cast)
    goals.invite_seat(by=cast.marijke, goal=goal, seat=Seat.objects.get(pk=cast.yara.seat_id), at=cast.tick())
    post(cast)
    assert heard(cast.yara)[-1:] == ["Je bent gevraagd aan tafel: Een voedselbos voor Lettele"]


def test_a_proposal_asks_the_others_for_an_answer_and_a_no_is_told(cast: Cast) -> None:
    goal = proposed(cast)
    post(cast)
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="nee", condition="Te duur.", at=cast.tick())
    agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    post(cast)

    assert heard(cast.bas)[-3:] == [
        "De briefjes zijn open: Een voedselbos voor Lettele",
        "Er ligt een voorstel op tafel: Een voedselbos voor Lettele",
        "Een nee aan tafel: Een voedselbos voor Lettele",
    ]


def test_all_three_halves_are_told_that_the_goal_is_shared(cast: Cast) -> None:
    shared(cast)
    post(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        assert heard(actor)[-1] == "Alle drie de helften zeiden ja: Een voedselbos voor Lettele"


def test_signers_are_asked_to_sign_and_told_when_it_is_in_force(cast: Cast) -> None:
    agreement(cast)
    post(cast)
    assert heard(cast.ilse)[-1] == "Teken deze afspraak: De grond is schoon en klaar om te planten."


def test_a_promise_of_several_lines_gives_a_subject_of_one_line(cast: Cast) -> None:
    made = agreement(cast)
    services.change_agreement(
        by=cast.bas,
        agreement=made,
        what="De grond is schoon.\nHet hek staat.",
        due_on=made.due_on,
        conditions="",
        number=1,
        at=cast.tick(),
    )
    post(cast)
    assert told(cast.ilse).subject == (
        "De afspraak is veranderd, teken opnieuw: De grond is schoon. Het hek staat."
    )
    assert (
        told(cast.ilse)
        .text.splitlines()[0]
        .endswith("veranderde de tekst. Alle handtekeningen zijn daarom vervallen.")
    )


def test_followers_are_told_of_an_initiative_and_of_an_area(cast: Cast) -> None:
    parties.follow_area(person=cast.tarik.person_id, area=Area.objects.get(code="GM0150"), at=cast.at)
    initiative = submitted(cast)
    follow.follow_initiative(person=cast.gerrit.person_id, initiative=initiative, at=cast.at)
    initiatives.tell_news(by=cast.marijke, initiative=initiative, text="We beginnen.", at=cast.tick())
    post(cast)

    assert heard(cast.tarik) == ["Nieuw idee in Lettele: Voedselbos Lettele"]
    assert heard(cast.gerrit)[-1] == "Nieuws over Voedselbos Lettele"


def test_entries_with_deleted_rows_give_no_notices(db: None) -> None:
    Entry.objects.bulk_create(
        Entry(kind=kind, subject="weg", thread="weg", at=START, public=KINDS[kind].public)
        for kind in POLICIES
    )
    with clock.frozen(START):
        assert bring_round() == (0, 0)
    assert readers.unread(READER) == []


def test_the_notice_of_an_action_taken_back_links_to_a_page_its_reader_may_open(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    for taker, says in ((cast.marijke, "nam de actie terug"), (cast.ilse, "gaf de actie terug")):
        intake.ask_carry(by=cast.marijke, action=action, to=ilse, until=cast.day(9), at=cast.tick())
        intake.carry_action(by=cast.ilse, action=action, until=cast.day(9), at=cast.tick())
        intake.give_back_action(by=taker, action=action, at=cast.tick())
        post(cast)
        hears = cast.ilse if taker is cast.marijke else cast.marijke
        assert told(hears).subject == "De actie is terug bij de eigenaar: Bel de buren"
        assert says in told(hears).text
        assert walk_in(hears).get(told(hears).path).status_code == 200


def test_taking_over_a_case_is_told_as_another_contact_without_a_second_start(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    post(cast)
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.leave_seat(
        person=person(cast.samira), seat=Seat.objects.get(pk=cast.samira.seat_id), at=cast.tick()
    )
    (hat,) = hats_of_person(person(cast.ilse), cast.today)
    assess_initiative.take(by=hat, case=case, at=cast.tick())
    post(cast)
    assert told(cast.marijke).subject == "Je krijgt een ander contact bij de balie: Voedselbos Lettele"
    assert "bevestig de start" not in told(cast.marijke).text


def test_the_table_is_told_of_joining_and_leaving_but_not_of_each_ja(cast: Cast) -> None:
    goal = table(cast)
    joins(cast, cast.samira, goal)
    post(cast)
    assert heard(cast.ilse)[-1] == "Iemand schoof aan bij Een voedselbos voor Lettele"
    agree_goal.leave(by=cast.samira, goal=goal, at=cast.tick())
    post(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        assert heard(actor)[-1] == "Iemand ging weg bij Een voedselbos voor Lettele"


def test_a_ja_gives_no_mail_until_all_have_said_it(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-1] == "Er ligt een voorstel op tafel: Een voedselbos voor Lettele"


def test_facts_before_joining_or_following_are_not_told(cast: Cast) -> None:
    goal = proposed(cast)
    initiatives.tell_news(by=cast.marijke, initiative=goal.initiative, text="We zijn op weg.", at=cast.at)
    joins(cast, cast.samira, goal)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=goal.initiative, at=cast.tick())
    post(cast)
    assert "Er ligt een voorstel op tafel: Een voedselbos voor Lettele" in heard(cast.ilse)
    assert "Er ligt een voorstel op tafel: Een voedselbos voor Lettele" not in heard(cast.samira)
    assert heard(cast.tarik) == []


def test_partners_are_told_of_a_move_and_the_initiator_of_ended_help(cast: Cast) -> None:
    initiative = taken(cast).initiative
    lettele = Area.objects.select_related("municipality", "district").get(code="WK015014")
    partner = initiatives.offer_help(
        by=cast.bas, initiative=initiative, brings="Bomen", gets="", fears="", has_read=True, at=cast.tick()
    )
    initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    initiatives.change_initiative(
        by=cast.marijke,
        initiative=Initiative.objects.select_related("area", "municipality", "district").get(),
        change=initiatives.Change(spot=initiatives.Spot(lettele, has_place=True)),
        version=1,
        at=cast.tick(),
    )
    post(cast)
    for actor in (cast.bas, cast.samira):
        assert told(actor).subject == "De plek is gekozen: Voedselbos Lettele"
        assert told(actor).text.startswith("De initiatiefnemer koos een plek: Lettele.")
    initiatives.stop_help(by=cast.bas, partner=partner, at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-1] == "Iemand stopt met helpen bij Voedselbos Lettele"
    assert "De plek is gekozen: Voedselbos Lettele" not in heard(cast.marijke)


def test_connector_and_initiator_each_get_their_own_text(cast: Cast) -> None:
    initiative, yara = submitted(cast), Seat.objects.get(pk=cast.yara.seat_id)
    initiatives.name_connector(by=cast.samira, initiative=initiative, seat=yara, at=cast.tick())
    post(cast)
    assert heard(cast.yara)[-1] == "Jij bent verbinder voor Voedselbos Lettele"
    assert heard(cast.marijke)[-1] == "Je initiatief heeft een verbinder: Voedselbos Lettele"


def test_the_previous_verbinder_is_told_of_the_new_one(cast: Cast) -> None:
    initiative = submitted(cast)
    for actor in (cast.yara, cast.ilse):
        initiatives.name_connector(by=cast.samira, initiative=initiative, seat=seat_of(actor), at=cast.tick())
        post(cast)
    assert told(cast.yara).subject == "Een ander is nu verbinder voor Voedselbos Lettele"
    assert heard(cast.ilse) == ["Jij bent verbinder voor Voedselbos Lettele"]
    for actor in (cast.yara, cast.ilse):  # to another and back, before the round
        seat = seat_of(actor)
        initiatives.name_connector(by=cast.marijke, initiative=initiative, seat=seat, at=cast.tick())
    post(cast)
    assert "Een ander is nu verbinder voor Voedselbos Lettele" not in heard(cast.ilse)


def test_the_verbinder_is_told_of_a_move_and_of_the_end(cast: Cast) -> None:
    initiative, yara = submitted(cast), Seat.objects.get(pk=cast.yara.seat_id)
    initiatives.name_connector(by=cast.samira, initiative=initiative, seat=yara, at=cast.tick())
    change = initiatives.Change(is_hybrid=True)
    told = {"initiative": initiative, "version": initiative.version}
    change_initiative.change(by=cast.marijke, change=change, **told, at=cast.tick())
    post(cast)
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    post(cast)
    assert heard(cast.yara)[-2:] == [
        "Er komt ook geld bij kijken: Voedselbos Lettele",
        "Gestopt: Voedselbos Lettele",
    ]


def test_a_withdrawn_offer_asks_nobody_for_an_answer(cast: Cast) -> None:
    initiative = submitted(cast)
    told = {"brings": "Tijd.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())
    initiatives.stop_help(by=cast.bas, partner=offer, at=cast.tick())
    post(cast)
    assert heard(cast.marijke) == ["Je idee staat online: Voedselbos Lettele"]


def test_the_initiator_keeps_an_action_in_another_seat(cast: Cast) -> None:
    case = taken(cast)
    parties.leave_seat(person=person(cast.marijke), seat=seat_of(cast.marijke), at=cast.tick())
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    intake.carry_action(by=cast.samira, action=action, until=cast.day(9), at=cast.tick())
    intake.give_back_action(by=cast.samira, action=action, at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-3:] == [
        "Nieuwe actie voor jou: Bel de buren",
        "Iemand nam je actie over: Bel de buren",
        "De actie is terug bij de eigenaar: Bel de buren",
    ]
    marijke = walk_in(cast.marijke)
    assert "Doe: Bel de buren" in page(marijke, "/mijn/")
    marijke.post("/mijn/zetel/", {"half": "ondernemers", "area": "WK015014"})
    assert "Doe: Bel de buren" in page(marijke, "/mijn/")
    assert send(marijke, f"/balie/actie/{action.public_id}/klaar/") == 302


def test_an_intake_note_is_told_only_to_the_initiator(cast: Cast) -> None:
    case = taken(cast)
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    intake.write_note(by=cast.samira, case=case, text="Ze heeft rust nodig.", at=cast.tick())
    post(cast)
    said = "De balie schreef op wat jullie bespraken: Voedselbos Lettele"
    assert [one.person_id for one in Notice.objects.filter(subject=said)] == [cast.marijke.person_id]
    assert not [one for one in mail.outbox if "rust nodig" in one.body]


def test_a_person_is_told_of_getting_or_losing_a_role(cast: Cast) -> None:
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    grant = parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    post(cast)
    assert heard(cast.ilse) == ["Je hebt een nieuwe rol: behandelaar", "Je rol stopt: behandelaar"]


def test_a_closed_account_gets_no_notice(cast: Cast) -> None:
    Person.objects.filter(pk=cast.samira.person_id).update(is_active=False)
    submitted(cast)
    post(cast)
    assert heard(cast.samira) == []


def test_a_person_in_two_audiences_gets_the_notice_of_their_own_case(cast: Cast) -> None:
    """A partner who also follows: mail about a person's own case cannot be switched off."""
    initiative = submitted(cast)
    partner = initiatives.offer_help(
        by=cast.bas, initiative=initiative, brings="Bomen", gets="", fears="", has_read=True, at=cast.tick()
    )
    initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    follow.follow_initiative(person=cast.bas.person_id, initiative=initiative, at=cast.tick())
    initiatives.tell_news(by=cast.marijke, initiative=initiative, text="We beginnen.", at=cast.tick())
    post(cast)
    assert (told(cast.bas).kind, told(cast.bas).why) == ("own", "partners")
