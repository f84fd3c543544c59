"""Invalid input at the desk is refused, with the reason beside the field."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import leave
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, supported, taken


def _started(cast: Cast) -> Case:
    case = taken(cast)
    for actor in (cast.marijke, cast.samira):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    return Case.objects.get(pk=case.pk)


def test_handing_a_case_to_its_own_handler_is_refused(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(Invalid) as refused:
        intake.hand_over_case(by=cast.samira, case=case, to=seat_of(cast.samira), at=cast.tick())
    assert refused.value.errors == {"to": "De zaak is al van jou."}


def test_an_empty_note_is_refused(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(Invalid) as refused:
        intake.write_note(by=cast.samira, case=case, text=" ", next_step="Bellen", at=cast.tick())
    assert refused.value.errors == {"text": "Schrijf op wat jullie bespraken."}
    assert not Note.objects.exists()


def test_confirming_twice_changes_nothing(cast: Cast) -> None:
    case = taken(cast)
    first = intake.confirm_start(by=cast.marijke, case=case, at=cast.tick()).initiator_confirmed_at
    again = intake.confirm_start(by=cast.marijke, case=case, at=cast.tick()).initiator_confirmed_at
    assert (first, Case.objects.get().state) == (again, "in_hand")


@pytest.mark.parametrize(
    ("more", "errors"),
    [
        ({"text": "\t"}, {"text": "Schrijf op wat er moet gebeuren."}),
        ({"days": -1}, {"due_on": intake.TO_COME}),
    ],
)
def test_an_action_without_words_or_with_a_past_day_is_refused(
    cast: Cast, more: dict[str, Any], errors: dict[str, str]
) -> None:
    case = taken(cast)
    told = {"text": "De sleutel zoeken", "days": 0} | more
    due_on = cast.day(told.pop("days"))
    with pytest.raises(Invalid) as refused:
        intake.plan_action(by=cast.samira, case=case, **told, due_on=due_on, at=cast.tick())
    assert refused.value.errors == errors
    assert not Action.objects.exists()


@pytest.mark.parametrize("outcome", ["", "stopped", "misschien"])
def test_a_decision_without_known_outcome_or_answer_is_refused(cast: Cast, outcome: str) -> None:
    case = _started(cast)
    with pytest.raises(Invalid) as refused:
        intake.decide_case(by=cast.samira, case=case, outcome=outcome, answer=" ", at=cast.tick())
    assert refused.value.errors == {
        "outcome": "Kies een uitslag.",
        "answer": "Schrijf je antwoord aan de initiatiefnemer.",
    }
    assert Case.objects.get().state == "started"


def test_taking_a_search_that_was_never_started_is_refused(cast: Cast) -> None:
    case = supported(cast).case
    with pytest.raises(NotNow, match="Hier hoeft niemand de weg te zoeken"):
        intake.start_search(by=cast.yara, case=case, at=cast.tick())


def test_only_a_handler_of_the_area_types_in_ideas_on_paper(cast: Cast) -> None:
    case = taken(cast)
    area = case.initiative.area
    assert rules.may_type_in(cast.samira, area)
    verdict = rules.may_type_in(cast.marijke, area)
    assert verdict.reason == "Alleen een behandelaar van dit gebied typt een idee van papier over."
    Grant.objects.filter(seat=cast.samira.seat_id, role=HANDLER).update(until_on=cast.today)
    (without_role,) = hats_of_person(person(cast.samira), cast.today)
    assert not rules.may_type_in(without_role, area)


def test_a_verbinder_whose_seat_is_empty_looks_for_nothing(cast: Cast) -> None:
    case, yara = _started(cast), seat_of(cast.yara)
    parties.leave_seat(person=person(cast.yara), seat=yara, at=cast.tick())
    told = {"outcome": "no_box", "answer": "Yara zoekt.", "connector": yara}
    with pytest.raises(Invalid) as refused:
        intake.decide_case(by=cast.samira, case=case, **told, at=cast.tick(days=1))
    assert refused.value.errors == {"connector": intake.NO_COLLEAGUE}
    assert Case.objects.get().state == "started"


def test_nobody_confirms_for_an_initiator_who_is_gone(cast: Cast) -> None:
    case = taken(cast)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    gone = "De initiatiefnemer is weg en bevestigt niets meer. Je kunt het initiatief stoppen."
    for confirm in (intake.confirm_start, intake.confirm_on_paper):
        with pytest.raises(Forbidden) as refused:
            confirm(by=cast.samira, case=case, at=cast.tick())
        assert refused.value.reason == gone
    now = Case.objects.get()
    assert (now.state, now.initiator_confirmed_at, now.handler_confirmed_at) == ("in_hand", None, None)


def _action(cast: Cast) -> Action:
    return intake.plan_action(by=cast.marijke, case=taken(cast), text="Bel de buren", at=cast.tick())


def test_the_owner_is_not_asked_to_do_their_own_action(cast: Cast) -> None:
    action, until = _action(cast), cast.day(3)
    with pytest.raises(Invalid) as refused:
        intake.ask_carry(
            by=cast.marijke, action=action, to=seat_of(cast.marijke), until=until, at=cast.tick()
        )
    assert refused.value.errors == {"to": "Deze actie is al van die zetel. Kies een ander."}
    with pytest.raises(NotNow, match="Deze actie is al van jou"):
        intake.carry_action(by=cast.marijke, action=action, until=until, at=cast.tick())
    assert (Action.objects.get().asked, Action.objects.get().carrier) == (None, None)


def test_who_was_asked_answers_in_time_and_not_for_longer_than_was_asked(cast: Cast) -> None:
    action, ilse = _action(cast), seat_of(cast.ilse)
    intake.ask_carry(by=cast.marijke, action=action, to=ilse, until=cast.day(3), at=cast.tick())
    with pytest.raises(Invalid) as refused:
        intake.carry_action(by=cast.ilse, action=action, until=cast.day(4), at=cast.tick())
    assert refused.value.errors == {"until": "Zo lang is het niet gevraagd. Kies een dag die eerder is."}
    at = cast.tick(days=4)
    with pytest.raises(NotNow, match="Je was gevraagd tot een dag die voorbij is"):
        intake.carry_action(by=cast.ilse, action=action, until=cast.day(1), at=at)
    assert Action.objects.get().carrier is None


def test_an_action_that_somebody_carries_comes_back_before_another_takes_it(cast: Cast) -> None:
    action, ilse, until = _action(cast), seat_of(cast.ilse), cast.day(3)
    intake.ask_carry(by=cast.marijke, action=action, to=ilse, until=until, at=cast.tick())
    intake.carry_action(by=cast.ilse, action=action, until=until, at=cast.tick())
    with pytest.raises(NotNow, match="Iemand draagt deze actie al"):
        intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.bas), until=until, at=cast.tick())
    with pytest.raises(NotNow, match="Iemand draagt deze actie al"):
        intake.carry_action(by=cast.samira, action=action, until=until, at=cast.tick())
    assert Action.objects.get().carrier == ilse
