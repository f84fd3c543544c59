"""Ties: who goes first when two plans are exactly equal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from .election import Election
from .rules import Rules

STEPS = {"standard": ("cost", "votes", "lot"), "lexico": ("lexico",)}


class Tie(NamedTuple):
    """One tie: the plan that went first, the others, and the step that decided."""

    step: str
    plan: int
    others: tuple[int, ...]


class Ties:
    """Break ties by lower cost, more votes and then the lot; or by id as text.

    The lot: write the public sentence, a new line and the place of the plan on the list (from 1), take
    the SHA-256 of that text, and the lowest goes first. So anyone can redraw it, and the name or number
    of a plan has no influence.
    """

    def __init__(self, election: Election, votes: Sequence[Fraction], rules: Rules) -> None:
        self.steps = STEPS[rules.ties]
        if rules.ties == "lexico":
            self.keys = [(project.id,) for project in election.projects]
        else:
            self.keys = [
                (project.cost, -votes[place], lot(rules.lot, place + 1))  # type: ignore[misc]
                for place, project in enumerate(election.projects)
            ]

    def first(self, tied: Sequence[int]) -> Tie:
        """Which plan goes first among these, and why."""
        keys = self.keys
        order = sorted(tied, key=keys.__getitem__)
        best, second = keys[order[0]], keys[order[1]]
        step = next(name for name, a, b in zip(self.steps, best, second, strict=True) if a != b)
        return Tie(step, order[0], tuple(order[1:]))


def lot(sentence: str, place: int) -> str:
    """The draw of the plan at this place on the list (from 1), as hexadecimal text.

    >>> lot("Buurtfeest 2026", 1)[:8]
    'db4d0950'
    """
    return sha256(f"{sentence}\n{place}".encode()).hexdigest()
