"""Whose turn it is about an agreement, and when the promises of a project are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from middenstip.domain.agreements import services
from middenstip.domain.agreements import turns as agreements
from middenstip.domain.agreements.selectors import agreements_of_work
from middenstip.domain.agreements.turns import AgreementAt, SignerAt, work_turn
from middenstip.domain.goals.turns import ChairAt, TableAt
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import leave
from middenstip.kernel.turn import Turn, Who
from tests.cast import Cast, person, signed, supported
from tests.domain.turning import BAS, MARIJKE, SAMIRA, TODAY, told

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
    table = TableAt("g", "shared", [ChairAt(1, MARIJKE), ChairAt(3, BAS)])
    late = replace(RUNS, what="Bodem meten", due_on=date(2026, 11, 25))

    def work(stage: str, *deals: AgreementAt) -> tuple[str, str]:
        initiative.stage = stage
        turn = work_turn(initiative, table, deals, TODAY)
        assert turn
        return turn.act, turn.ask

    assert work("project", RUNS, late) == ("promise", "Bodem meten")
    assert work("project", DEAL, RUNS) == ("promise", "De grond is schoon.")
    assert work("agreements", DEAL) == ("sign", "Lees en teken de afspraak: De grond is schoon.")
    on_the_table_again = replace(DEAL, is_signable=False)
    assert work("agreements", on_the_table_again, DEAL)[0] == "sign"
    assert work("agreements") == ("agree", "Spreek af wie wat doet, en wanneer.")
    assert work("project") == ("finish", "Er loopt geen afspraak meer. Vertel hoe het afliep.")
    assert work_turn(Initiative(stage="goal"), table, [], TODAY) is None


def turn_now(cast: Cast) -> Turn:
    initiative = Initiative.objects.select_related("initiator", "seat", "municipality").get()
    turn = work_turn(initiative, None, agreements_of_work(initiative, cast.today), cast.today)
    assert turn
    return turn


def test_the_desk_ends_a_project_when_the_work_is_over_and_the_initiator_is_gone(cast: Cast) -> None:
    made = signed(cast)
    services.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    hers = turn_now(cast)
    assert (hers.act, hers.who.name, hers.person) == ("finish", "Marijke Wolterink", cast.marijke.person_id)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    of_the_desk = turn_now(cast)
    assert (of_the_desk.act, of_the_desk.who) == ("unled", Who("De balie", "Deventer", "overheid"))
    assert (of_the_desk.person, of_the_desk.seats) == (0, ())
