"""Long lists: the first lines stand open, the rest folds away."""

from __future__ import annotations

from typing import TypeVar

OPEN = 6
NOT_WORTH_IT = 2  # a fold for so few lines takes as much room as the lines

T = TypeVar("T")


def fold(lines: list[T]) -> tuple[list[T], list[T]]:
    """What stands open and what folds away."""
    cut = OPEN if len(lines) > OPEN + NOT_WORTH_IT else len(lines)
    return lines[:cut], lines[cut:]
