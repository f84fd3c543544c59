"""Random play: people do whatever comes to mind, in any order; the tables must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.verdict import Refused
from middenstip.kernel.write import write


@dataclass
class Outcome:
    """How a random sequence went: how many acts were done and how many refused."""

    done: int = 0
    refused: int = 0


def moves(
    names: Iterable[str], actors: Iterable[str], most: int = 30
) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Sequences of (what, who)."""
    return st.lists(st.tuples(st.sampled_from(sorted(names)), st.sampled_from(sorted(actors))), max_size=most)


def play(lifecycle: Lifecycle, state: Callable[[], str], acts: Iterable[Callable[[], object]]) -> Outcome:
    """Try each act; after each, the state is where the table allows it to be.

    One act may take two steps (sitting down can complete a table), never one that is not in the table.
    A refusal leaves the state as it was.
    """
    outcome = Outcome()
    for act in acts:
        before = state()
        try:
            write(act)()
        except Refused:
            outcome.refused += 1
            assert state() == before
        else:
            outcome.done += 1
            assert state() in _within_two_steps(lifecycle, before)
    return outcome


def _within_two_steps(lifecycle: Lifecycle, state: str) -> set[str]:
    near = {state} | {to for (at, _), to in lifecycle.steps.items() if at == state}
    return near | {to for (at, _), to in lifecycle.steps.items() if at in near}
