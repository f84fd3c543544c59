"""Whatever happens at the desk, a case follows its table and an action has one owner."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ACTION, CASE, STARTED
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.journeys import assess_initiative
from tests.cast import Cast, neighbourhood, submitted
from tests.domain.playing import moves, play

ACTORS = ("marijke", "samira", "ilse", "tarik")


class CasesHold(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = neighbourhood()
        cls.case = submitted(cls.cast).case
        ilse = Seat.objects.get(pk=cls.cast.ilse.seat)
        parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cls.cast.at)

    @settings(max_examples=30, deadline=None)
    @given(moves(("take", "note", "confirm", "plan", "decide", "no_box", "hand_over", "stop"), ACTORS))
    def test_no_sequence_of_acts_leaves_the_table(self, sequence: list[tuple[str, str]]) -> None:
        cast, case = self.cast, self.case
        play(CASE, lambda: _case(case).state, [_on_case(cast, case, *move) for move in sequence])
        now = _case(case)
        if now.state in (STARTED, "decided"):
            assert now.initiator_confirmed_at
            assert now.handler_confirmed_at

    @settings(max_examples=30, deadline=None)
    @given(moves(("ask", "carry", "give_back", "do", "drop", "reopen"), ACTORS))
    def test_the_monkey_always_has_one_owner_and_a_carrier_has_an_end(
        self, sequence: list[tuple[str, str]]
    ) -> None:
        cast = self.cast
        case = assess_initiative.take(by=cast.samira, case=self.case, at=cast.tick())
        action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
        play(ACTION, lambda: _action(action).state, [_on_action(cast, action, *m) for m in sequence])
        now = _action(action)
        assert now.owner_id == cast.marijke.seat
        assert (now.carrier_id is None) == (now.carried_until is None)


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
            broker = Seat.objects.get(pk=cast.yara.seat) if what == "no_box" else None
            outcome = "no_box" if broker else "support"
            return assess_initiative.decide(
                by=by, case=case, outcome=outcome, answer="Ja.", broker=broker, at=at
            )
        if what == "hand_over":
            return intake.hand_over_case(by=by, case=case, to=Seat.objects.get(pk=cast.ilse.seat), at=at)
        return {"confirm": intake.confirm_start, "stop": intake.stop_case}[what](by=by, case=case, at=at)

    return do


def _on_action(cast: Cast, action: Action, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()
    until = at.date() + timedelta(days=3)

    def do() -> object:
        now = _action(action)
        if what == "ask":
            to = Seat.objects.get(pk=cast.ilse.seat)
            return intake.ask_carry(by=by, action=now, to=to, until=until, at=at)
        if what == "carry":
            return intake.carry_action(by=by, action=now, until=until, at=at)
        if what == "give_back":
            return intake.give_back_action(by=by, action=now, at=at)
        return intake.close_action(by=by, action=now, act=what, at=at)

    return do
