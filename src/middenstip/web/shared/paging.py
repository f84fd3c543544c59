"""The pages of a list, and reading the position in a URL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.core.exceptions import BadRequest

from middenstip.kernel.place import read_cursor

T = TypeVar("T")


class BrokenPlace(BadRequest):
    """The URL has no valid position in the list; the error page links to the first page."""

    def __init__(self) -> None:
        super().__init__("Het adres van deze bladzijde is niet heel. Begin weer vooraan.")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the next page ("" when this is the last)."""

    rows: Sequence[T]
    after: str


def place_of(text: str) -> tuple[datetime, int] | None:
    """The position in a cursor (`kernel.place`); None for no cursor. Raises `BrokenPlace` if invalid."""
    if not text:
        return None
    try:
        return read_cursor(text)
    except ValueError:
        raise BrokenPlace from None
