"""After any sequence of acts, a goal is shared only with the JA of every seat, from all three halves."""

from __future__ import annotations

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import GOAL, PROPOSED, REVEALED, SHARED, STOPPED, WRITING
from middenstip.domain.goals.models import Answer, Chair, Goal
from middenstip.journeys import agree_goal, open_goal
from middenstip.kernel.half import Half
from tests.cast import Cast, joins, proposed, stops, supported
from tests.domain.playing import play

THREE = ("marijke", "ilse", "bas")
AGREEING = [("yes", who) for who in THREE]
STORY = [
    *(("join", who) for who in THREE),
    *(("write", who) for who in THREE),
    ("reveal", "ilse"),
    ("propose", "bas"),
    *AGREEING,
]


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    goal = _table(cast)
    played = play(
        GOAL,
        lambda: _now(goal),
        lambda *move: _act(cast, goal, *move),
        STORY,
        others=("leave", "stop"),
        check=_check,
    )
    played.assert_not_one_sided(WRITING, REVEALED, PROPOSED, STOPPED)


def test_a_shared_goal_has_the_ja_of_every_seat_and_all_three_halves(cast: Cast) -> None:
    goal = proposed(cast)
    played = play(
        GOAL,
        lambda: _now(goal),
        lambda *move: _act(cast, goal, *move),
        [*AGREEING, ("propose", "ilse"), *AGREEING],
        others=("unless", "no", "old_yes", "join", "leave"),
        check=_check,
    )
    played.assert_not_one_sided(SHARED, never=("old_yes",))


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
            return joins(cast, by, _now(goal), at)
        if what == "stop":
            return stops(cast, _now(goal))
        verbs = {"leave": agree_goal.leave, "reveal": goals.reveal_letters}
        return verbs[what](by=by, goal=goal, at=at)

    return do


def _check(now: Goal) -> None:
    if now.state != SHARED:
        return
    said_yes = set(
        Answer.objects.filter(version__goal=now, version__number=now.number, answer="ja").values_list(
            "seat", flat=True
        )
    )
    chairs = Chair.objects.filter(goal=now, left_at=None).select_related("seat")
    assert {chair.seat_id for chair in chairs} <= said_yes
    halves = {half for half in Half if now.halves_yes & half.bit}
    assert halves == set(Half)
