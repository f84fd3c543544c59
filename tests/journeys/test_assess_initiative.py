"""Samira at the desk takes Marijke's idea in."""

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


def test_samira_takes_the_case_and_both_confirm_who_stays_initiator(cast: Cast) -> None:
    case = started(cast)
    assert case.state == "started"
    assert case.handler_id == cast.samira.seat
    assert Initiative.objects.get().stage == "desk"


def test_who_comes_second_hears_who_was_first(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow, match="al aangenomen door gebiedsregisseur dorpen, gemeente Deventer"):
        assess_initiative.take(by=cast.samira, case=case, at=cast.tick())


def test_a_neighbour_cannot_take_a_case(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="behandelaar van dit gebied"):
        assess_initiative.take(by=cast.tarik, case=submitted(cast).case, at=cast.tick())


def test_what_fits_in_no_box_goes_to_a_named_broker_and_is_never_a_no(cast: Cast) -> None:
    case = started(cast)
    with pytest.raises(Invalid) as refused:
        assess_initiative.decide(
            by=cast.samira, case=case, outcome="no_box", answer="We zoeken.", at=cast.tick()
        )
    assert list(refused.value.errors) == ["broker"]

    yara = Seat.objects.get(pk=cast.yara.seat)
    assess_initiative.decide(
        by=cast.samira,
        case=case,
        outcome="no_box",
        answer="Yara zoekt de weg.",
        broker=yara,
        at=cast.tick(),
    )
    initiative = Initiative.objects.get()
    assert (initiative.stage, initiative.connector) == ("connecting", yara)


def test_another_verbinder_goes_on_when_the_first_is_gone(cast: Cast) -> None:
    """What fits in no box waits for nobody who left, and does not start again from zero."""
    case, yara = started(cast), Seat.objects.get(pk=cast.yara.seat)
    tarik = Seat.objects.get(pk=cast.tarik.seat)
    parties.appoint(seat=tarik, role=CONNECTOR, area=Area.objects.get(code="GM0150"), at=cast.tick())
    other = replace(cast.tarik, grants=frozenset({(CONNECTOR, "GM0150")}))
    told = {"outcome": "no_box", "answer": "Yara zoekt de weg.", "broker": yara}
    with pytest.raises(NotNow):  # there is nothing to look for yet
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
    assert (case.broker, Initiative.objects.get().connector) == (tarik, tarik)
    assert story_of(case.initiative.public_id)[0].text == (
        "Tarik Aksoy werd de verbinder van Voedselbos Lettele."
    )
    with pytest.raises(NotNow, match="De weg zoekt"):
        assess_initiative.take_search(by=cast.yara, case=case, at=cast.tick())


def test_who_finds_the_way_must_be_a_connector_of_this_desk(cast: Cast) -> None:
    case, tarik = started(cast), Seat.objects.get(pk=cast.tarik.seat)
    told = {"by": cast.samira, "case": case, "outcome": "no_box", "answer": "Tarik zoekt.", "broker": tarik}
    with pytest.raises(Invalid) as refused:
        intake.decide_case(**told, at=cast.tick())
    assert refused.value.errors == {
        "broker": "Bij deze balie is bewoner van Deventer geen verbinder. Kies een ander."
    }
    roermond = Area.objects.get(code="GM0957")
    parties.appoint(seat=tarik, role=CONNECTOR, area=roermond, at=cast.tick())
    with pytest.raises(Invalid):  # a verbinder, but of another desk
        intake.decide_case(**told, at=cast.tick())
    parties.appoint(seat=tarik, role=CONNECTOR, area=Area.objects.get(code="WK015014"), at=cast.tick())
    assert intake.decide_case(**told, at=cast.tick()).broker == tarik


def test_a_case_goes_only_to_a_handler_of_this_desk(cast: Cast) -> None:
    case, ilse = taken(cast), Seat.objects.get(pk=cast.ilse.seat)
    with pytest.raises(Invalid) as refused:
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    assert refused.value.errors == {
        "to": "Bij deze balie is adviseur Groen, gemeente Deventer geen behandelaar. Kies een ander."
    }
    grant = parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    with pytest.raises(Invalid):  # not any more
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    assert Case.objects.get().handler_id == cast.samira.seat
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    assert intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick()).handler == ilse


def test_nobody_handles_their_own_idea(cast: Cast) -> None:
    """Marijke works at the desk too: her idea is not handed to her, and in the seat of Samira she decides
    nothing about it."""
    case = started(cast)
    ilse, samira = (Seat.objects.get(pk=one.seat) for one in (cast.ilse, cast.samira))
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=ilse, at=cast.tick())
    for seat in (ilse, samira):
        parties.take_seat(person=person(cast.marijke), seat=seat, at=cast.tick())
    with pytest.raises(Invalid, match="geen collega"):
        intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    as_handler = replace(cast.marijke, seat=samira.pk, seat_id=samira.public_id, half=Half.GOVERNMENT)
    with pytest.raises(Forbidden, match="Dit is je eigen idee"):
        assess_initiative.decide(by=as_handler, case=case, outcome="support", answer="Ja!", at=cast.tick())


def test_an_action_is_not_late_from_the_start(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(Invalid) as refused:
        intake.plan_action(
            by=cast.samira, case=case, text="Bel de buren", due_on=cast.day(-1), at=cast.tick()
        )
    assert refused.value.errors == {"due_on": "Kies een dag die nog komt."}
    intake.plan_action(by=cast.samira, case=case, text="Bel de buren", due_on=cast.day(0), at=cast.tick())


def test_a_case_whose_handler_left_is_taken_over(cast: Cast) -> None:
    """Nothing is lost: a colleague need not wait until somebody sits in that seat again."""
    case = taken(cast)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    samira, ilse = (Seat.objects.get(pk=one.seat) for one in (cast.samira, cast.ilse))
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


def test_a_case_whose_handler_lost_the_role_waits_for_a_colleague(cast: Cast) -> None:
    """The seat stays somebody's, but nothing of the role works any more: no notes, no answer, no list."""
    case = started(cast)
    samira, ilse = (Seat.objects.get(pk=one.seat) for one in (cast.samira, cast.ilse))
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


def test_an_answer_before_both_confirmed_is_too_early(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow):
        assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert Initiative.objects.get().stage == "desk"


def test_what_is_done_with_a_case_and_its_actions_is_kept_in_the_journal(cast: Cast) -> None:
    case, ilse = started(cast), Seat.objects.get(pk=cast.ilse.seat)
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
        ("action.planned", cast.marijke.person_id),
        ("action.planned", cast.marijke.person_id),
        ("action.carry_asked", cast.marijke.person_id),
        ("action.carried", cast.ilse.person_id),
        ("case.handed_over", cast.samira.person_id),
    ]
    stop_initiative.stop(by=cast.marijke, initiative=case.initiative, lesson="Te nat.", at=cast.tick())
    with pytest.raises(NotNow):
        intake.plan_action(by=cast.marijke, case=case, text="Nog iets", at=cast.tick())


def test_a_start_confirmed_now_is_when_the_case_moved(cast: Cast) -> None:
    case, at = taken(cast), cast.tick(days=3)
    assert intake.confirm_start(by=cast.marijke, case=case, at=at).moved_at == at
    assert Case.objects.get().moved_at == at
