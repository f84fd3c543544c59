"""The seats at or invited to a table, and what each wrote, limited to what the reader may know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery

from middenstip.domain.goals.lifecycle import SENT
from middenstip.domain.goals.models import Chair, Goal, Invitation, Letter
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import holder_of


@dataclass(frozen=True)
class Place:
    """One seat at a table: present (`is_here`), gone (`left_at`) or only invited.

    `letter` is empty while the letters are closed, except for the reader's own letter.
    """

    seat: int
    seat_id: str
    half: str
    title: str
    organisation: str
    name: str
    is_here: bool
    left_at: datetime | None
    is_invited: bool
    has_letter: bool
    letter: str
    counts: bool = True  # its claim to speak for its half was confirmed

    @property
    def label(self) -> str:
        """*hoofd Groen, gemeente Deventer* or *bewoner van Lettele*."""
        return f"{self.title}, {self.organisation}" if self.organisation else self.title

    @property
    def who(self) -> str:
        """The name of the person in the seat; when it is empty, the title of the seat."""
        return self.name or self.label


def letters_are_open(goal: Goal) -> bool:
    """Whether the letters of this table were revealed. A table that stopped earlier stays closed."""
    return goal.revealed_at is not None


def places_at(goal: Goal, readers: Collection[int], on: date) -> list[Place]:
    """Every seat that is, was or is invited at the table: present ones first, in order of joining. One query.

    `readers` are the keys of the reader's seats. The query never returns closed letters of other seats.
    """
    chairs, letters = _of(Chair, goal), _of(Letter, goal)
    readable = letters if letters_are_open(goal) else letters.filter(seat__in=readers)
    asked = Invitation.objects.filter(goal=goal, state=SENT).values("seat")
    rows = Seat.objects.filter(pk__in=Chair.objects.filter(goal=goal).values("seat").union(asked)).annotate(
        organisation=F("side__organisation__name"),
        name=holder_of("pk", on),
        is_here=Exists(chairs.filter(left_at=None)),
        left=Subquery(chairs.order_by("-pk").values("left_at")[:1]),
        chair=Subquery(chairs.order_by("-pk").values("pk")[:1]),
        is_invited=Exists(_of(Invitation, goal).filter(state=SENT)),
        has_letter=Exists(letters),
        letter=Subquery(readable.values("text")[:1]),
    )
    rows = rows.order_by("-is_here", F("chair").asc(nulls_last=True), "pk")
    columns = ("pk", "public_id", "half", "title", "organisation", "name", "is_here", "left", "is_invited")
    return [_place(*row) for row in rows.values_list(*columns, "has_letter", "letter", "confirmed_at")]


def _place(pk: int, public_id: str, half: str, title: str, *more: Any) -> Place:
    organisation, name, is_here, left, is_invited, wrote, text, confirmed_at = more
    return Place(
        seat=pk,
        seat_id=public_id,
        half=half,
        title=title,
        organisation=organisation or "",
        name=name or "",
        is_here=is_here,
        left_at=left,
        is_invited=is_invited,
        has_letter=wrote,
        letter=text or "",
        counts=confirmed_at is not None,
    )


def _of(model: Any, goal: Goal) -> Any:
    """The rows of this goal and of the seat of the outer query."""
    return model.objects.filter(goal=goal, seat=OuterRef("pk"))
