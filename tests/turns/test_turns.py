"""Whose turn it is at the desk, and that every stage and every move has one room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from middenstip.domain.agreements import turns as agreements
from middenstip.domain.goals import turns as goals
from middenstip.domain.initiatives import turns as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import turns as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.turns import CaseAt
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors.turns import ROOMS
from middenstip.domain.reports.selectors.waiting import MOVES
from middenstip.kernel.turn import Who
from tests.cast import Cast, draft
from tests.domain.turning import MARIJKE, SAMIRA, TODAY, told

YARA = Who("Yara", "verbinder", "bewoners")
DESK = Who("De balie", "Deventer", "overheid")
NEW = CaseAt("c", "i", "idea", "new", MARIJKE, DESK, person=1)
IN_HAND = replace(NEW, stage="desk", state="in_hand", handler=SAMIRA, handler_seat=20)
SEARCHED = replace(IN_HAND, stage="connecting", state="decided", connector=YARA, connector_seat=30)
GONE = "De initiatiefnemer is weg. Sluit dit initiatief af."


@pytest.mark.parametrize(
    ("case", "who", "seats", "person", "ask"),
    [
        (NEW, "De balie", (), 0, "Iemand van de balie neemt dit idee aan."),
        (replace(NEW, is_gone=True), "De balie", (), 0, GONE),
        (
            IN_HAND,
            "Samira en Marijke",
            (20,),
            1,
            "Praat met elkaar en bevestig allebei hoe jullie beginnen.",
        ),
        (
            replace(IN_HAND, handler_confirmed=True),
            "Marijke",
            (),
            1,
            "Lees de startverklaring en bevestig haar.",
        ),
        (replace(IN_HAND, initiator_confirmed=True), "Samira", (20,), 0, "Bevestig hoe jullie beginnen."),
        (replace(IN_HAND, handler=None), "De balie", (), 0, "Een collega neemt deze zaak over."),
        (replace(IN_HAND, is_gone=True), "Samira", (20,), 0, GONE),
        (replace(IN_HAND, is_gone=True, handler=None), "De balie", (), 0, GONE),
        (replace(IN_HAND, state="started"), "Samira", (20,), 0, "Geef antwoord op het idee."),
        (replace(IN_HAND, state="started", next_step="Bel de school"), "Samira", (20,), 0, "Bel de school"),
        (
            SEARCHED,
            "Yara",
            (30,),
            0,
            "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen.",
        ),
        (
            replace(SEARCHED, connector=None),
            "De balie",
            (),
            0,
            "Een andere verbinder zoekt verder naar de weg.",
        ),
    ],
)
def test_turn_of_a_case(case: CaseAt, who: str, seats: tuple[int, ...], person: int, ask: str) -> None:
    assert told(intake.turn(case)) == (who, seats, person, ask)


def test_a_closed_case_has_no_turn() -> None:
    done = replace(SEARCHED, connector=None, connector_seat=0)
    for case in (done, replace(SEARCHED, stage="goal"), replace(NEW, state="stopped", stage="stopped")):
        assert intake.turn(case) is None


def test_every_running_stage_has_a_room_and_an_ended_one_has_none(cast: Cast) -> None:
    assert ROOMS.keys() == STAGES.words.keys()
    assert [stage for stage, rooms in ROOMS.items() if not rooms] == list(STAGES.ends)
    assert draft(cast).stage == "draft"


def test_moves_of_different_rooms_have_different_keys() -> None:
    rooms = (initiatives.MOVES, intake.MOVES, goals.MOVES, agreements.MOVES)
    kinds = [move.kind for moves in rooms for move in moves]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) < MOVES.keys()


def test_a_finished_action_asks_nothing() -> None:
    initiative = Initiative(stage="project", initiator=Person())
    assert intake.action_turn(Action(state="done", case=Case(initiative=initiative)), TODAY) is None
