"""Keyset paging: the next page starts after the last row shown, so page 1,000 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from django.core.exceptions import BadRequest
from django.utils.dateparse import parse_datetime

T = TypeVar("T")


class BrokenPlace(BadRequest):
    """The address names no place in the list; the page that says so leads to the beginning."""

    def __init__(self) -> None:
        super().__init__("Het adres van deze bladzijde is niet heel. Begin weer vooraan.")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the next page ("" when this is the last)."""

    rows: Sequence[T]
    after: str


def cursor(at: datetime, pk: int) -> str:
    """The place of a row as text for a URL."""
    return f"{at.isoformat()}~{pk}".replace("+00:00", "Z")


def place_of(text: str) -> tuple[datetime, int] | None:
    """The place in a cursor; None for no cursor. Raises `BrokenPlace` for a broken one.

    Every cursor of ours is in UTC; another offset could name a moment before year 1 or after 9999.
    """
    if not text:
        return None
    moment, _, pk = text.partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:  # looks like a moment, such as the 45th of a month
        raise BrokenPlace from None
    is_number = pk.isascii() and pk.isdigit() and len(pk) <= 18
    if at is None or at.utcoffset() != timedelta() or not is_number:
        raise BrokenPlace
    return at, int(pk)
