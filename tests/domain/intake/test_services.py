"""Invalid input at the desk is refused, with the reason beside the field."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.parties.models import Grant
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel.verdict import Invalid, NotNow
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
