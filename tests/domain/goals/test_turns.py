"""Whose turn it is at a table, and about who asks for a chair there or asks to stop it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from middenstip.domain.goals import turns as goals
from middenstip.domain.goals.models import Goal, Motion, Request
from middenstip.domain.goals.turns import ChairAt, TableAt
from middenstip.domain.parties.models import Seat
from middenstip.kernel.turn import Turn, Who
from tests.domain.turning import BAS, MARIJKE, SAMIRA, TODAY, told


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


def asks(chairs: list[int], hosts: tuple[int, int], due_on: date = TODAY, **told: str) -> Turn | None:
    """The turn about a chair that was asked for, at a table with these seats and these hosts."""
    goal = Goal(public_id="g", state=told.pop("table", "writing"))
    request = Request(goal=goal, seat=Seat(title="kweker"), due_on=due_on, **({"state": "asked"} | told))
    return goals.request_turn(request, chairs, hosts, TODAY)


def test_a_chair_is_given_by_the_table_and_after_the_last_day_also_by_its_hosts() -> None:
    late = TODAY - timedelta(days=1)
    for chairs, due_on, seats, person, due in (
        ([1, 3], TODAY, (1, 3), 0, TODAY),
        ([1, 3], late, (1, 3, 30), 9, None),
        ([1, 30], late, (1, 30), 9, None),
        ([], TODAY, (30,), 9, None),
    ):
        turn = asks(chairs, (9, 30), due_on)
        assert turn
        assert (turn.seats, turn.person, turn.due) == (seats, person, due)
        assert "kweker" in turn.ask
    nobody_hosts = asks([1, 3], (0, 0), late)
    assert nobody_hosts
    assert (nobody_hosts.seats, nobody_hosts.person, nobody_hosts.due) == ((1, 3), 0, late)


def test_nobody_gives_a_chair_that_was_answered_or_at_a_table_that_takes_nobody_in() -> None:
    assert asks([1], (9, 0), state="withdrawn") is None
    for state in ("shared", "stopped"):
        assert asks([1], (9, 0), table=state) is None
