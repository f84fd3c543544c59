"""Long lists: the first lines are shown, the others are folded away."""

from __future__ import annotations

from typing import TypeVar

OPEN = 6
NOT_WORTH_IT = 2  # folding so few lines would save no room

T = TypeVar("T")


def fold(lines: list[T]) -> tuple[list[T], list[T]]:
    """The lines that are shown, and the lines that are folded away."""
    cut = OPEN if len(lines) > OPEN + NOT_WORTH_IT else len(lines)
    return lines[:cut], lines[cut:]
