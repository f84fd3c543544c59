"""Whatever people do at a table, it never says shared without a JA of everybody, of all three halves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import GOAL, SHARED
from middenstip.domain.goals.models import Answer, Chair, Goal
from middenstip.journeys import agree_goal, open_goal
from middenstip.kernel.half import Half
from tests.cast import Cast, neighbourhood, supported
from tests.domain.playing import moves, play

ACTS = ("join", "leave", "write", "reveal", "propose", "yes", "unless", "no", "old_yes", "stop")
ACTORS = ("marijke", "ilse", "bas", "tarik")
# Mostly forward, so that random play gets far enough to meet the interesting states.
FORWARD = [(act, who) for act in ("join", "write") for who in ("marijke", "ilse", "bas")] + [
    ("reveal", "ilse"),
    ("propose", "bas"),
]


class TablesHold(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = neighbourhood()
        cls.goal = _table(cls.cast)

    @settings(max_examples=25, deadline=None)
    @given(moves(ACTS, ACTORS, most=16))
    def test_no_sequence_of_acts_leaves_the_table(self, sequence: list[tuple[str, str]]) -> None:
        cast, goal = self.cast, self.goal
        play(GOAL, lambda: _now(goal).state, [_act(cast, goal, *move) for move in sequence])
        _check(goal)

    @settings(max_examples=25, deadline=None)
    @given(moves(("yes", "unless", "no", "old_yes", "propose", "join", "leave"), ACTORS, most=12))
    def test_shared_means_everybody_of_all_three_halves_said_yes(
        self, sequence: list[tuple[str, str]]
    ) -> None:
        cast, goal = self.cast, self.goal
        for move in [*FORWARD, *sequence]:
            play(GOAL, lambda: _now(goal).state, [_act(cast, goal, *move)])
            _check(goal)


def _table(cast: Cast) -> Goal:
    return open_goal.open_goal(
        by=cast.yara,
        initiative=supported(cast),
        title="Een tafel",
        question="Wat willen we?",
        sit_down=False,
        at=cast.tick(),
    )


def _now(goal: Goal) -> Goal:
    return Goal.objects.get(pk=goal.pk)


def _act(cast: Cast, goal: Goal, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()

    def do() -> object:
        number = _now(goal).number
        answers = {"yes": "ja", "unless": "tenzij", "no": "nee", "old_yes": "ja"}
        if what in answers:
            number -= what == "old_yes"
            return agree_goal.answer(
                by=by, goal=goal, number=number, answer=answers[what], condition="Een bankje.", at=at
            )
        if what == "propose":
            return agree_goal.propose(by=by, goal=goal, text=f"Doel {at}", number=number, at=at)
        if what == "write":
            return goals.write_letter(by=by, goal=goal, text="Groen.", at=at)
        if what == "join":
            return agree_goal.join(by=by, goal=goal, at=at)
        verbs = {"leave": agree_goal.leave, "reveal": goals.reveal_letters, "stop": agree_goal.stop}
        return verbs[what](by=by, goal=goal, at=at)

    return do


def _check(goal: Goal) -> None:
    now = _now(goal)
    if now.state != SHARED:
        return
    said_yes = set(
        Answer.objects.filter(version__goal=goal, version__number=now.number, answer="ja").values_list(
            "seat", flat=True
        )
    )
    chairs = Chair.objects.filter(goal=goal, left_at=None).select_related("seat")
    assert {chair.seat_id for chair in chairs} <= said_yes
    halves = {half for half in Half if now.halves_yes & half.bit}
    assert halves == set(Half)
