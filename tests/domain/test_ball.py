"""Who has the ball, in every stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.reports.selectors.ball import (
    AgreementAt,
    CaseAt,
    ChairAt,
    GoalAt,
    Party,
    ball_of,
)

MARIJKE = Party("Marijke", "bewoner van Lettele", "bewoners")
SAMIRA = Party("Samira", "gebiedsregisseur", "overheid")
YARA = Party("Yara", "verbinder", "bewoners")
BAS = Party("Bas", "eigenaar", "ondernemers")
DESK = Party("De balie", "Deventer", "overheid")
TABLE = {"initiator": MARIJKE, "desk": DESK}


def lies_with(stage: str, **around: object) -> tuple[str, str]:
    ball = ball_of(stage=stage, **TABLE, **around)  # type: ignore[arg-type]
    assert ball
    return ball.party.who, ball.question


def test_a_draft_lies_with_whoever_writes_it() -> None:
    assert lies_with("draft")[0] == "Marijke"


def test_a_new_idea_lies_with_the_desk_until_somebody_takes_it() -> None:
    assert lies_with("idea", case=CaseAt("new", None))[0] == "De balie"
    assert lies_with("desk", case=CaseAt("in_hand", SAMIRA)) == (
        "Samira",
        "Voer het eerste gesprek met Marijke.",
    )


def test_the_start_lies_with_whoever_has_not_confirmed_it() -> None:
    waits = CaseAt("in_hand", SAMIRA, handler_confirmed=True)
    assert lies_with("desk", case=waits)[0] == "Marijke"
    assert lies_with("desk", case=CaseAt("in_hand", SAMIRA, initiator_confirmed=True))[0] == "Samira"


def test_a_started_case_waits_for_the_answer_of_the_desk() -> None:
    case = CaseAt("started", SAMIRA, next_step="De school bellen", due_on=date(2026, 12, 1))
    ball = ball_of(stage="desk", **TABLE, case=case)
    assert ball
    assert (ball.party, ball.question, ball.due) == (SAMIRA, "De school bellen", date(2026, 12, 1))


def test_connecting_lies_with_the_verbinder_if_there_is_one() -> None:
    assert lies_with("connecting", connector=YARA)[0] == "Yara"
    assert lies_with("connecting")[0] == "Marijke"


@pytest.mark.parametrize(
    ("goal", "who"),
    [
        (GoalAt("gathering", [ChairAt(MARIJKE)], ["overheid", "ondernemers"]), "Marijke"),
        (GoalAt("writing", [ChairAt(MARIJKE), ChairAt(SAMIRA), ChairAt(BAS)]), "3 partijen aan tafel"),
        (GoalAt("proposed", [ChairAt(MARIJKE, "ja"), ChairAt(SAMIRA, "ja"), ChairAt(BAS)]), "Bas"),
        (GoalAt("proposed", [ChairAt(MARIJKE, "ja"), ChairAt(BAS, "tenzij")]), "2 partijen aan tafel"),
        (GoalAt("proposed", [ChairAt(BAS, "ja"), ChairAt(MARIJKE, "ja")], ["overheid"]), "Marijke"),
        (GoalAt("revealed"), "Iedereen aan tafel"),
        (None, "Marijke"),
    ],
)
def test_at_the_table_it_lies_with_whoever_must_move(goal: GoalAt | None, who: str) -> None:
    assert lies_with("goal", goal=goal)[0] == who


def test_the_missing_halves_are_named() -> None:
    goal = GoalAt("gathering", [ChairAt(MARIJKE)], ["overheid", "ondernemers"])
    assert lies_with("goal", goal=goal)[1] == "Nodig iemand uit van de overheid en ondernemers."


def test_an_agreement_waits_for_the_first_who_has_not_signed() -> None:
    deal = AgreementAt("proposed", "De grond is schoon.", date(2027, 1, 1), SAMIRA, signer=BAS)
    assert lies_with("agreements", agreements=[deal]) == (
        "Bas",
        "Lees en teken de afspraak: De grond is schoon.",
    )
    over = replace(deal, is_over=True)
    assert lies_with("agreements", agreements=[over]) == (
        "Bas",
        "Kies een nieuwe dag voor de afspraak: De grond is schoon.",
    )
    assert lies_with("agreements", goal=GoalAt("shared", [ChairAt(BAS)]))[0] == "Bas"


def test_in_a_project_the_promise_that_is_due_first_has_the_ball() -> None:
    late = AgreementAt("open", "Bodem meten", date(2026, 11, 1), SAMIRA)
    later = AgreementAt("open", "Bomen brengen", date(2027, 3, 1), BAS)
    ball = ball_of(stage="project", **TABLE, agreements=[later, late])
    assert ball
    assert (ball.party, ball.question, ball.due) == (SAMIRA, "Bodem meten", date(2026, 11, 1))


def test_when_every_promise_is_closed_the_initiator_tells_how_it_went() -> None:
    done = AgreementAt("done", "Bodem meten", date(2026, 11, 1), SAMIRA)
    assert lies_with("project", agreements=[done])[0] == "Marijke"


@pytest.mark.parametrize("stage", STAGES.ends)
def test_what_ended_has_no_ball(stage: str) -> None:
    assert ball_of(stage=stage, **TABLE) is None  # type: ignore[arg-type]
