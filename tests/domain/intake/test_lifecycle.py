"""After any sequence of acts at the desk, a case follows its lifecycle and an action has one owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ACTION, CASE, DECIDED, STARTED
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.selectors.inbox import nobodys
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER, may_grant
from middenstip.domain.parties.selectors import holds_role
from middenstip.journeys import assess_initiative
from middenstip.kernel.verdict import require
from tests.cast import Cast, submitted
from tests.domain.playing import play

STORY = [
    ("take", "samira"),
    ("confirm", "marijke"),
    ("note", "samira"),
    ("confirm", "samira"),
    ("plan", "marijke"),
]
CARRYING = [
    ("ask", "marijke"),
    ("carry", "ilse"),
    ("give_back", "ilse"),
    ("do", "marijke"),
    ("reopen", "marijke"),
]


@pytest.fixture
def case(cast: Cast) -> Case:
    """A case at a desk with two handlers: Samira and Ilse."""
    case = submitted(cast).case
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.at)
    return case


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast, case: Case) -> None:
    def check(now: Case) -> None:
        if now.state in (STARTED, DECIDED):
            assert now.initiator_confirmed_at
            assert now.handler_confirmed_at

    played = play(
        CASE,
        lambda: _case(case),
        lambda *move: _on_case(cast, case, *move),
        STORY,
        others=("hand_over", "stop", *2 * ("decide", "no_box")),
        check=check,
    )
    played.assert_not_one_sided(*CASE.words)


def test_an_action_always_has_one_owner_and_a_carrier_has_an_end_day(cast: Cast, case: Case) -> None:
    case = assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
    carried = Counter[bool]()

    def check(now: Action) -> None:
        assert now.owner_id == cast.marijke.seat_id
        assert (now.carrier_id is None) == (now.carried_until is None)
        carried[now.carrier_id is None] += 1

    played = play(
        ACTION,
        lambda: _action(action),
        lambda *move: _on_action(cast, action, *move),
        [*CARRYING, *CARRYING],
        others=["drop"],
        check=check,
    )
    played.assert_not_one_sided(*ACTION.words)
    assert min(carried[True], carried[False]) >= carried.total() // 10


def test_a_case_without_a_working_verbinder_waits_for_a_colleague(cast: Cast, case: Case) -> None:
    """Verbinders come and go; a case that fits in no box never waits for one who left."""
    tarik, yara = (Seat.objects.get(pk=one.seat_id) for one in (cast.tarik, cast.yara))
    parties.appoint(seat=tarik, role=CONNECTOR, area=case.municipality, at=cast.tick())
    cast.tarik = replace(cast.tarik, grants=frozenset({(CONNECTOR, case.municipality.code)}))
    for what, who in (*STORY, ("no_box", "samira")):
        _on_case(cast, case, what, who)()
    gone = Counter[bool]()

    def check(now: Case) -> None:
        assert now.initiative.connector_id in (tarik.pk, yara.pk)
        works = holds_role(now.initiative.connector_id or 0, CONNECTOR, [case.municipality.code], cast.today)
        assert Case.objects.filter(nobodys(cast.today), pk=now.pk).exists() is not works
        gone[works] += 1

    played = play(
        CASE,
        lambda: _case(case),
        lambda *move: _on_search(cast, case, *move),
        3 * [("lose", "noor"), ("search", "tarik"), ("win", "noor"), ("lose", "noor"), ("search", "yara")],
        check=check,
    )
    played.assert_not_one_sided()
    assert min(gone[True], gone[False]) >= gone.total() // 10


def _case(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def _action(action: Action) -> Action:
    return Action.objects.select_related("case__initiative", "carrier").get(pk=action.pk)


def _on_case(cast: Cast, case: Case, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()

    def do() -> object:
        if what == "take":
            return assess_initiative.take(by=by, case=case, at=at)
        if what == "note":
            return intake.write_note(by=by, case=case, text="We spraken.", at=at)
        if what == "plan":
            return intake.plan_action(by=by, case=case, text="Bellen", at=at)
        if what in ("decide", "no_box"):
            connector = Seat.objects.get(pk=cast.yara.seat_id) if what == "no_box" else None
            outcome = "no_box" if connector else "support"
            return assess_initiative.decide(
                by=by, case=case, outcome=outcome, answer="Ja.", connector=connector, at=at
            )
        if what == "hand_over":
            return intake.hand_over_case(by=by, case=case, to=Seat.objects.get(pk=cast.ilse.seat_id), at=at)
        return {"confirm": intake.confirm_start, "stop": intake.stop_case}[what](by=by, case=case, at=at)

    return do


def _on_search(cast: Cast, case: Case, what: str, who: str) -> Callable[[], object]:
    by, at, connector = getattr(cast, who), cast.tick(), _case(case).initiative.connector
    roles = Grant.objects.filter(role=CONNECTOR, until_on=None)

    def do() -> object:
        if what == "search":
            return assess_initiative.take_search(by=by, case=_case(case), at=at)
        require(may_grant(by, CONNECTOR))
        if what == "lose":
            return [parties.end_role(by=by, grant=grant, at=at) for grant in roles.filter(seat=connector)]
        both = Seat.objects.filter(pk__in=[cast.tarik.seat_id, cast.yara.seat_id])
        without = both.exclude(pk__in=roles.values("seat"))
        return [parties.appoint(seat=one, role=CONNECTOR, area=case.municipality, at=at) for one in without]

    return do


def _on_action(cast: Cast, action: Action, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()
    until = at.date() + timedelta(days=3)

    def do() -> object:
        now = _action(action)
        if what == "ask":
            to = Seat.objects.get(pk=cast.ilse.seat_id)
            return intake.ask_carry(by=by, action=now, to=to, until=until, at=at)
        if what == "carry":
            return intake.carry_action(by=by, action=now, until=until, at=at)
        if what == "give_back":
            return intake.give_back_action(by=by, action=now, at=at)
        return intake.close_action(by=by, action=now, act=what, at=at)

    return do
