"""Random play: people do any act in any order, and the lifecycle tables must hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from hypothesis import Phase, given, note, seed, settings
from hypothesis import strategies as st

from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.verdict import Refused
from middenstip.kernel.write import write

Move = tuple[str, str]  # act, person
Thing = TypeVar("Thing")
PLAYS, MOVES = 18, 20


@dataclass
class Played:
    """The result of all plays: the acts done and refused, and in how many plays a state was reached."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)

    def assert_not_one_sided(self, *states: str, never: tuple[str, ...] = ()) -> None:
        """Check that the plays are varied: a lifecycle is hardly tested if nearly every act is refused.

        At least a tenth of the moves is done and a tenth refused, every act except `never` is done sometimes,
        and at least a tenth of the plays reaches each of these states.
        """
        done, refused = self.done.total(), self.refused.total()
        assert min(done, refused) >= PLAYS * MOVES / 10, (done, refused)
        assert self.refused.keys() - self.done.keys() == set(never)
        assert [state for state in states if self.reached[state] < PLAYS / 10] == []


def play(
    lifecycle: Lifecycle,
    now: Callable[[], Thing],
    act: Callable[[str, str], Callable[[], object]],
    story: Sequence[Move],
    others: Sequence[str] = (),
    *,
    check: Callable[[Thing], None],
) -> Played:
    """Play many times from the current state; each play is rolled back before the next.

    Three of five moves are the next one of the story, which succeeds when no move came between; the rest
    are any of its acts, or of `others`, by any person in it, or by Tarik. After each, the thing as it is now
    passes the check, and the table allows its new state: one act may take two steps (joining can
    complete a table), never one that is not in the table. A refusal leaves the state unchanged.
    """
    played = Played()
    acts = sorted({what for what, _ in story}) + sorted(others)
    actors = sorted({who for _, who in story} | {"tarik"})

    # Shrinking would replay for minutes; the moves up to the failure are enough to find the cause.
    @seed(2026)
    @settings(max_examples=PLAYS, deadline=None, database=None, phases=[Phase.generate])
    @given(st.binary(min_size=2 * MOVES, max_size=2 * MOVES))
    def trial(drawn: bytes) -> None:
        with transaction.atomic():
            state = _state(now())
            met = {state}
            for what, who in _moves(drawn, story, acts, actors):
                allowed = {state}
                note(f"{state}: {what} by {who}")
                try:
                    write(act(what, who))()
                except Refused:
                    played.refused[what] += 1
                else:
                    played.done[what] += 1
                    allowed = _within_two_steps(lifecycle, state)
                thing = now()
                state = _state(thing)
                assert state in allowed
                check(thing)
                met.add(state)
            played.reached.update(met)
            transaction.set_rollback(True)

    trial()
    return played


def _moves(drawn: bytes, story: Sequence[Move], acts: Sequence[str], actors: Sequence[str]) -> Iterator[Move]:
    """Two bytes per move: letting hypothesis draw each move would take longer than playing it."""
    ahead = iter(story)
    for first, second in zip(drawn[::2], drawn[1::2], strict=True):
        any_move = acts[first // 5 % len(acts)], actors[second % len(actors)]
        yield next(ahead, any_move) if first % 5 < 3 else any_move


def _state(thing: Any) -> str:
    state: str = thing.stage if hasattr(thing, "stage") else thing.state
    return state


def _within_two_steps(lifecycle: Lifecycle, state: str) -> set[str]:
    near = {state} | {to for (at, _), to in lifecycle.steps.items() if at == state}
    return near | {to for (at, _), to in lifecycle.steps.items() if at in near}
