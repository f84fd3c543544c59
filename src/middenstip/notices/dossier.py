"""The rows that one journal entry refers to, each looked up at most once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journal.models import Entry

T = TypeVar("T")


class Dossier:
    """An entry with its initiative and its seats; each None when there is none.

    A room looks up other rows with `subject` or `once`.
    """

    def __init__(self, entry: Entry, on: date) -> None:
        self.entry = entry
        self.on = on  # the day on which the notices are written
        self.noun = entry.kind.partition(".")[0]
        self._found: dict[str, Any] = {}

    def subject(self, noun: str, find: Callable[[str], T | None]) -> T | None:
        """The thing this entry is about, found by its public id; None when it is no such noun."""
        return self.once(noun, lambda: find(self.entry.subject)) if self.noun == noun else None

    def once(self, key: str, find: Callable[[], T | None]) -> T | None:
        """The result of `find`, cached under this key."""
        if key not in self._found:
            self._found[key] = find()
        found: T | None = self._found[key]
        return found

    @cached_property
    def initiative(self) -> Initiative | None:
        return (
            Initiative.objects.select_related("area", "district", "municipality", "initiator", "seat")
            .filter(public_id=self.entry.thread)
            .first()
        )

    @cached_property
    def named_seat(self) -> Seat | None:
        """The seat in the data of the fact, such as the one that was asked, accepted or invited."""
        return self.seat_in("seat")

    @cached_property
    def acting_seat(self) -> Seat | None:
        return seat_by_id(self.entry.seat) if self.entry.seat else None

    def seat_in(self, *keys: str) -> Seat | None:
        """The seat in the data of the fact, under the first of these keys that has one."""
        named = next((self.entry.data[key] for key in keys if self.entry.data.get(key)), "")
        return seat_by_id(named) if named else None
