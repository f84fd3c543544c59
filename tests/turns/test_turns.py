"""Whose turn it is per room: every line of the tables in each `turns.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from middenstip.domain.agreements import turns as agreements
from middenstip.domain.agreements.turns import AgreementAt, SignerAt
from middenstip.domain.goals import turns as goals
from middenstip.domain.goals.models import Goal, Motion
from middenstip.domain.goals.turns import ChairAt, TableAt
from middenstip.domain.initiatives import turns as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import turns as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.turns import CaseAt
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors.turns import ROOMS
from middenstip.domain.reports.selectors.waiting import MOVES
from middenstip.kernel.turn import Turn, Who
from tests.cast import Cast, draft, supported

MARIJKE = Who("Marijke", "bewoner van Lettele", "bewoners")
SAMIRA = Who("Samira", "gebiedsregisseur", "overheid")
YARA = Who("Yara", "verbinder", "bewoners")
BAS = Who("Bas", "eigenaar", "ondernemers")
DESK = Who("De balie", "Deventer", "overheid")
TODAY = date(2026, 11, 20)
NEW = CaseAt("c", "i", "idea", "new", MARIJKE, DESK, person=1)
IN_HAND = replace(NEW, stage="desk", state="in_hand", handler=SAMIRA, handler_seat=20)
SEARCHED = replace(IN_HAND, stage="connecting", state="decided", connector=YARA, connector_seat=30)
GONE = "De initiatiefnemer is weg. Sluit dit initiatief af."


def told(turn: Turn | None) -> tuple[str, tuple[int, ...], int, str]:
    assert turn
    return turn.who.name, turn.seats, turn.person, turn.ask


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


def chair(seat: int, who: Who, answer: str = "", has_letter: bool = False) -> ChairAt:
    return ChairAt(seat, who, has_letter, answer)


INVITE = "Nodig iemand uit van de overheid."
SAY = "Zeg ja, ‘nee, tenzij’ of nee tegen het doel."
REWRITE = "Niet iedereen zegt ja. Schrijf een versie die antwoord geeft op wat er gevraagd is."
WRITE = "Schrijf je eigen doel op. Daarna gaan de briefjes tegelijk open."


@pytest.mark.parametrize(
    ("state", "chairs", "who", "seats", "ask"),
    [
        ("gathering", [], "", (), "Er zit nu niemand aan tafel. Wie wil, vraagt een stoel."),
        ("proposed", [], "", (), "Er zit nu niemand aan tafel. Wie wil, vraagt een stoel."),
        ("gathering", [chair(1, MARIJKE), chair(3, BAS)], "2 partijen aan tafel", (1, 3), INVITE),
        (
            "gathering",
            [chair(1, MARIJKE)],
            "Marijke",
            (1,),
            "Nodig iemand uit van de overheid en ondernemers.",
        ),
        ("writing", [chair(1, MARIJKE, has_letter=True), chair(3, BAS)], "Bas", (3,), WRITE),
        (
            "writing",
            [chair(1, MARIJKE, has_letter=True), chair(2, SAMIRA, has_letter=True)],
            "2 partijen aan tafel",
            (1, 2),
            "Alle briefjes liggen klaar. Open ze, allemaal tegelijk.",
        ),
        (
            "revealed",
            [chair(1, MARIJKE)],
            "Marijke",
            (1,),
            "Lees de briefjes en schrijf één doel waar elke helft ja tegen kan zeggen.",
        ),
        (
            "proposed",
            [chair(1, MARIJKE, "tenzij"), chair(2, SAMIRA), chair(3, BAS)],
            "2 partijen aan tafel",
            (2, 3),
            SAY,
        ),
        ("proposed", [chair(1, MARIJKE, "ja"), chair(3, BAS, "ja")], "2 partijen aan tafel", (1, 3), INVITE),
        (
            "proposed",
            [chair(1, MARIJKE, "ja"), chair(3, BAS, "nee")],
            "2 partijen aan tafel",
            (1, 3),
            REWRITE,
        ),
        (
            "proposed",
            [chair(1, MARIJKE, "ja"), chair(2, SAMIRA, "tenzij"), chair(3, BAS, "ja")],
            "3 partijen aan tafel",
            (1, 2, 3),
            REWRITE,
        ),
    ],
)
def test_turn_of_a_table(
    state: str, chairs: list[ChairAt], who: str, seats: tuple[int, ...], ask: str
) -> None:
    assert told(goals.turn(TableAt("g", state, chairs))) == (who, seats, 0, ask)


@pytest.mark.parametrize("state", ["shared", "finished", "stopped"])
def test_a_shared_or_ended_table_has_no_turn(state: str) -> None:
    assert goals.turn(TableAt("g", state, [chair(1, MARIJKE)])) is None


SIGNERS = (
    SignerAt(1, MARIJKE, is_own=True),
    SignerAt(2, SAMIRA),
    SignerAt(3, BAS),
)
DEAL = AgreementAt("a", "proposed", "De grond is schoon.", date(2027, 1, 1), 2, 1, SIGNERS, 9, MARIJKE, 1)
RUNS = replace(DEAL, state="open")
DONE = "Is dit gedaan? De grond is schoon."


def gone(*seats: int) -> list[SignerAt]:
    return [replace(one, sits=one.seat not in seats) for one in SIGNERS]


@pytest.mark.parametrize(
    ("deal", "who", "seats", "person", "ask"),
    [
        (DEAL, "3 partijen", (1, 2, 3), 0, "Lees en teken de afspraak: De grond is schoon."),
        (
            replace(
                DEAL, signers=[replace(SIGNERS[0], is_signed=True), *SIGNERS[1:]], due_on=date(2026, 11, 19)
            ),
            "2 partijen",
            (2, 3),
            0,
            "Kies een nieuwe dag voor de afspraak: De grond is schoon.",
        ),
        (RUNS, "Samira", (2,), 0, "De grond is schoon."),
        (replace(RUNS, due_on=TODAY), "Samira en Marijke", (2, 1), 0, DONE),
        (replace(RUNS, due_on=TODAY, signers=gone(1)), "Samira, Bas en Marijke", (2, 3), 9, DONE),
        (replace(RUNS, due_on=TODAY, signers=gone(1), person=0), "Samira en Bas", (2, 3), 0, DONE),
        (replace(RUNS, promisor=1, promisee=2, signers=gone(1)), "Samira", (2,), 0, DONE),
        (replace(RUNS, promisor=1, promisee=2, signers=gone(1, 2)), "Bas", (3,), 0, DONE),
    ],
)
def test_turn_of_an_agreement(
    deal: AgreementAt, who: str, seats: tuple[int, ...], person: int, ask: str
) -> None:
    assert told(agreements.turn(deal, TODAY)) == (who, seats, person, ask)


def test_an_unsignable_or_closed_agreement_has_no_turn() -> None:
    for deal in (
        replace(DEAL, is_signable=False),
        replace(DEAL, state="done"),
        replace(DEAL, state="lapsed"),
    ):
        assert agreements.turn(deal, TODAY) is None


def test_the_agreement_due_first_has_the_turn(cast: Cast) -> None:
    initiative = supported(cast)
    table = TableAt("g", "shared", [chair(1, MARIJKE), chair(3, BAS)])
    late = replace(RUNS, what="Bodem meten", due_on=date(2026, 11, 25))

    def work(stage: str, *deals: AgreementAt) -> tuple[str, str]:
        initiative.stage = stage
        turn = agreements.work_turn(initiative, table, deals, TODAY)
        assert turn
        return turn.act, turn.ask

    assert work("project", RUNS, late) == ("promise", "Bodem meten")
    assert work("project", DEAL, RUNS) == ("promise", "De grond is schoon.")
    assert work("agreements", DEAL) == ("sign", "Lees en teken de afspraak: De grond is schoon.")
    on_the_table_again = replace(DEAL, is_signable=False)
    assert work("agreements", on_the_table_again, DEAL)[0] == "sign"
    assert work("agreements") == ("agree", "Spreek af wie wat doet, en wanneer.")
    assert work("project") == ("finish", "Er loopt geen afspraak meer. Vertel hoe het afliep.")
    assert agreements.work_turn(Initiative(stage="goal"), table, [], TODAY) is None


def test_every_running_stage_has_a_room_and_an_ended_one_has_none(cast: Cast) -> None:
    assert ROOMS.keys() == STAGES.words.keys()
    assert [stage for stage, rooms in ROOMS.items() if not rooms] == list(STAGES.ends)
    assert draft(cast).stage == "draft"


def test_moves_of_different_rooms_have_different_keys() -> None:
    rooms = (initiatives.MOVES, intake.MOVES, goals.MOVES, agreements.MOVES)
    kinds = [move.kind for moves in rooms for move in moves]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) < MOVES.keys()


def test_a_finished_action_and_a_withdrawn_offer_ask_nothing() -> None:
    initiative = Initiative(stage="project", initiator=Person())
    assert intake.action_turn(Action(state="done", case=Case(initiative=initiative)), TODAY) is None
    assert initiatives.offer_turn(Partner(state="withdrawn", initiative=initiative)) is None


def test_a_motion_asks_those_who_must_still_say_yes_until_it_or_its_table_ends() -> None:
    motion = Motion(
        state="pending", reason="We komen er niet uit.", goal=Goal(public_id="g", state="letters")
    )
    turn = goals.motion_turn(motion, [1, 3])
    assert turn
    assert (turn.seats, turn.path) == ((1, 3), goals.CONSENT.path.format("g"))
    motion.goal.state = "stopped"
    assert goals.motion_turn(motion, [1, 3]) is None
    assert goals.motion_turn(Motion(state="carried", goal=Goal(state="letters")), [1]) is None
