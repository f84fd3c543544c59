"""Samira at the desk handles Marijke's idea."""

from dataclasses import replace

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors import story_of
from middenstip.journal.models import Entry
from middenstip.journeys import assess_initiative, stop_initiative
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted, taken
from tests.web.at_the_door import walk_in


def started(cast: Cast) -> Case:
    case = taken(cast)
    for one in (cast.marijke, cast.samira):
        case = intake.confirm_start(by=one, case=case, at=cast.tick())
    return case


def test_a_case_starts_when_handler_and_initiator_confirmed(cast: Cast) -> None:
    case = started(cast)
    assert case.state == "started"
    assert case.handler_id == cast.samira.seat_id
    assert Initiative.objects.get().stage == "desk"


def test_a_second_handler_is_refused_with_the_seat_of_the_first(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow, match="al aangenomen door gebiedsregisseur dorpen, gemeente Deventer"):
        assess_initiative.take(by=cast.samira, case=case, at=cast.tick())


def test_a_resident_cannot_take_a_case(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="behandelaar van dit gebied"):
        assess_initiative.take(by=cast.tarik, case=submitted(cast).case, at=cast.tick())


def test_no_box_names_a_verbinder_and_does_not_end_the_initiative(cast: Cast) -> None:
    case = started(cast)
    with pytest.raises(Invalid) as refused:
        assess_initiative.decide(
            by=cast.samira, case=case, outcome="no_box", answer="We zoeken.", at=cast.tick()
        )
    assert list(refused.value.errors) == ["connector"]

    yara = Seat.objects.get(pk=cast.yara.seat_id)
    assess_initiative.decide(
        by=cast.samira,
        case=case,
        outcome="no_box",
        answer="Yara zoekt de weg.",
        connector=yara,
        at=cast.tick(),
    )
    initiative = Initiative.objects.get()
    assert (initiative.stage, initiative.connector) == ("connecting", yara)


def test_another_verbinder_takes_over_when_the_first_left(cast: Cast) -> None:
    """A case that fits in no box never waits for a person who left, and does not start again."""
    case, yara = started(cast), Seat.objects.get(pk=cast.yara.seat_id)
    tarik = Seat.objects.get(pk=cast.tarik.seat_id)
    parties.appoint(seat=tarik, role=CONNECTOR, area=Area.objects.get(code="GM0150"), at=cast.tick())
    other = replace(cast.tarik, grants=frozenset({(CONNECTOR, "GM0150")}))
    told = {"outcome": "no_box", "answer": "Yara zoekt de weg.", "connector": yara}
    with pytest.raises(NotNow):  # there is no search yet
        assess_initiative.take_search(by=other, case=case, at=cast.tick())
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())

    for by, refusal, why in (
        (cast.samira, Forbidden, "Alleen een verbinder van dit gebied zoekt verder naar de weg."),
        (other, NotNow, "De weg zoekt"),
    ):
        with pytest.raises(refusal, match=why):
            assess_initiative.take_search(by=by, case=case, at=cast.tick())
    for grant in yara.grants.filter(role=CONNECTOR):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick(days=1))
    assess_initiative.take_search(by=other, case=case, at=cast.tick())
    case.refresh_from_db()
    assert (case.initiative.connector, Initiative.objects.get().connector) == (tarik, tarik)
    assert story_of(case.initiative.public_id)[0].text == (
        "Tarik Aksoy werd de verbinder van Voedselbos Lettele."
    )
    with pytest.raises(NotNow, match="De weg zoekt"):
        assess_initiative.take_search(by=cast.yara, case=case, at=cast.tick())


def test_only_a_verbinder_of_this_desk_can_be_named(cast: Cast) -> None:
    case, tarik = started(cast), Seat.objects.get(pk=cast.tarik.seat_id)
    told = {
        "by": cast.samira,
        "case": case,
        "outcome": "no_box",
        "answer": "Tarik zoekt.",
        "connector": tarik,
    }
    with pytest.raises(Invalid) as refused:
        intake.decide_case(**told, at=cast.tick())
    assert refused.value.errors == {
        "connector": "Bij deze balie is bewoner van Deventer geen verbinder. Kies een ander."
    }
    roermond = Area.objects.get(code="GM0957")
    parties.appoint(seat=tarik, role=CONNECTOR, area=roermond, at=cast.tick())
    with pytest.raises(Invalid):  # a verbinder of another desk
        intake.decide_case(**told, at=cast.tick())
    parties.appoint(seat=tarik, role=CONNECTOR, area=Area.objects.get(code="WK015014"), at=cast.tick())
    assert assess_initiative.decide(**told, at=cast.tick()).initiative.connector == tarik


def test_a_case_can_only_be_handed_to_a_handler_of_this_desk(cast: Cast) -> None:
    case, ilse = taken(cast), Seat.objects.get(pk=cast.ilse.seat_id)
    with pytest.raises(Invalid) as refused:
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    assert refused.value.errors == {
        "to": "Bij deze balie is adviseur Groen, gemeente Deventer geen behandelaar. Kies een ander."
    }
    grant = parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    with pytest.raises(Invalid):  # no longer a handler
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    assert Case.objects.get().handler_id == cast.samira.seat_id
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    assert intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick()).handler == ilse


def test_a_handler_cannot_handle_their_own_idea(cast: Cast) -> None:
    """Marijke works at the desk too: her idea cannot be handed to her, and in Samira's seat she cannot decide
    about it."""
    case = started(cast)
    ilse, samira = (Seat.objects.get(pk=one.seat_id) for one in (cast.ilse, cast.samira))
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=ilse, at=cast.tick())
    for seat in (ilse, samira):
        parties.take_seat(person=person(cast.marijke), seat=seat, at=cast.tick())
    with pytest.raises(Invalid, match="geen collega"):
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    as_handler = replace(
        cast.marijke, seat_id=samira.pk, seat_public_id=samira.public_id, half=Half.GOVERNMENT
    )
    with pytest.raises(Forbidden, match="Dit is je eigen idee"):
        assess_initiative.decide(by=as_handler, case=case, outcome="support", answer="Ja!", at=cast.tick())


def test_an_action_with_a_past_day_is_refused(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(Invalid) as refused:
        intake.plan_action(
            by=cast.samira, case=case, text="Bel de buren", due_on=cast.day(-1), at=cast.tick()
        )
    assert refused.value.errors == {"due_on": "Kies een dag die nog komt."}
    intake.plan_action(by=cast.samira, case=case, text="Bel de buren", due_on=cast.day(0), at=cast.tick())


def test_a_colleague_can_take_over_the_case_of_a_handler_who_left(cast: Cast) -> None:
    """The colleague need not wait until the seat has a new person."""
    case = taken(cast)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    samira, ilse = (Seat.objects.get(pk=one.seat_id) for one in (cast.samira, cast.ilse))
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    (by,) = hats_of_person(person(cast.ilse), cast.today)
    with pytest.raises(NotNow, match="al aangenomen"):
        assess_initiative.take(by=by, case=case, at=cast.tick())
    parties.leave_seat(person=person(cast.samira), seat=samira, at=cast.tick())

    assert "Neem ik" in walk_in(cast.ilse).get(f"/balie/zaak/{case.public_id}/").text
    case = assess_initiative.take(by=by, case=case, at=cast.tick())
    assert (case.handler, case.state, case.handler_confirmed_at) == (ilse, "in_hand", None)
    took_over = "Ilse van der Kolk (gemeente Deventer) nam Voedselbos Lettele over bij de balie."
    assert story_of(case.initiative.public_id)[0].text == took_over
    assert Initiative.objects.get().stage == "desk"


def test_a_handler_who_lost_the_role_can_no_longer_work_on_the_case(cast: Cast) -> None:
    """The person is still in the seat, but cannot write notes, answer or see the list."""
    case = started(cast)
    samira, ilse = (Seat.objects.get(pk=one.seat_id) for one in (cast.samira, cast.ilse))
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.end_role(by=cast.noor, grant=samira.grants.get(), at=cast.tick())
    (before,) = hats_of_person(person(cast.samira), cast.today)
    told = {"case": case, "outcome": "support", "answer": "Ja."}
    with pytest.raises(Forbidden, match="Dit doet de behandelaar van deze zaak"):
        assess_initiative.decide(by=before, **told, at=cast.tick())
    url = f"/balie/zaak/{case.public_id}/"
    assert walk_in(cast.samira).get(url).status_code == 403
    assert "Voedselbos Lettele" not in walk_in(cast.samira).get("/mijn/").text

    inbox = walk_in(cast.ilse).get("/balie/?bak=nieuw").context
    assert [one["title"] for one in inbox["cases"]] == ["Voedselbos Lettele"]
    assert inbox["cases"][0]["take_url"] == f"{url}neem/"
    text = walk_in(cast.ilse).get("/balie/").text
    assert "de behandelaar is weg" in text
    assert "Neem ik" in text
    assert "Een collega neemt deze zaak over." in walk_in(cast.marijke).get(url).text
    assert walk_in(cast.ilse).post(f"{url}neem/").status_code == 302
    case.refresh_from_db()
    assert (case.handler, case.state) == (ilse, "started")
    (after,) = hats_of_person(person(cast.ilse), cast.today)
    assert assess_initiative.decide(by=after, **told, at=cast.tick()).state == "decided"


def test_an_answer_before_both_confirmed_is_refused(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow):
        assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert Initiative.objects.get().stage == "desk"


def test_every_act_on_a_case_and_its_actions_is_recorded_in_the_journal(cast: Cast) -> None:
    case, ilse = started(cast), Seat.objects.get(pk=cast.ilse.seat_id)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    with pytest.raises(Invalid) as refused:
        intake.plan_action(by=cast.marijke, case=case, text="Bel", owner=ilse, at=cast.tick())
    assert list(refused.value.errors) == ["owner"]
    first, second = (
        intake.plan_action(by=cast.marijke, case=case, text=text, at=cast.tick()) for text in ("Bel", "Zoek")
    )
    assert len({first.public_id, second.public_id, ""}) == 3
    intake.ask_carry(by=cast.marijke, action=first, to=ilse, until=cast.day(9), at=cast.tick())
    intake.carry_action(by=cast.ilse, action=first, until=cast.day(9), at=cast.tick())
    moved = cast.tick()
    handed = intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=moved)
    assert (handed.moved_at, Case.objects.get().moved_at) == (moved, moved)
    kept = Entry.objects.filter(thread=case.initiative.public_id).order_by("pk").values_list("kind", "actor")
    assert list(kept)[-5:] == [
        ("action.planned", cast.marijke.person_public_id),
        ("action.planned", cast.marijke.person_public_id),
        ("action.carry_asked", cast.marijke.person_public_id),
        ("action.carried", cast.ilse.person_public_id),
        ("case.handed_over", cast.samira.person_public_id),
    ]
    stop_initiative.stop(by=cast.marijke, initiative=case.initiative, lesson="Te nat.", at=cast.tick())
    with pytest.raises(NotNow):
        intake.plan_action(by=cast.marijke, case=case, text="Nog iets", at=cast.tick())


def test_confirming_the_start_updates_when_the_case_last_changed(cast: Cast) -> None:
    case, at = taken(cast), cast.tick(days=3)
    assert intake.confirm_start(by=cast.marijke, case=case, at=at).moved_at == at
    assert Case.objects.get().moved_at == at
