"""The newest table of an initiative, as other pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from middenstip.domain.goals.models import Answer, Chair, Goal, Version
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.selectors import sitter
from middenstip.kernel.prepared import Prepared


@dataclass(frozen=True)
class Seated:
    """A seat at the table and its answer to the current version ("" when it has not answered)."""

    half: str
    name: str
    answer: str
    condition: str
    answered_at: datetime | None


@dataclass(frozen=True)
class NewestTable:
    """A table, its current version (None before the first) and the seats at it."""

    goal: Goal
    version: Version | None
    seats: tuple[Seated, ...]


def newest_table(initiative: Initiative, on: date) -> NewestTable | None:
    """The most recently opened table, with its seats on this day; None when there is none. Three queries."""
    goal = newest_goal(initiative)
    return NewestTable(goal, version_at(goal), seats_at(goal, on)) if goal else None


def newest_goal(initiative: Initiative) -> Goal | None:
    """The goal of the most recently opened table; None when there is none. One query."""
    found: list[Goal] = _GOAL.things(initiative=initiative.pk)
    return found[0] if found else None


def version_at(goal: Goal) -> Version | None:
    """The current version; None before the first. One query, or none when there is no version."""
    found: list[Version] = _VERSION.things(goal=goal.pk) if goal.number else []
    return found[0] if found else None


def seats_at(goal: Goal, on: date) -> tuple[Seated, ...]:
    """The seats at the table now, in the order of joining, with their answers. One query."""
    return tuple(_seated(*row) for row in _SEATS.rows(goal=goal.pk, on=on))


def _seated(half: str, organisation: str | None, title: str, name: str, *said: Any) -> Seated:
    return Seated(half, organisation or name or title, *said)


def _seats(goal: int, on: date) -> QuerySet[Any, Any]:
    """The columns of `_seated`."""
    chairs = Chair.objects.filter(goal=goal, left_at=None).order_by("pk")
    said = Answer.objects.filter(
        version__goal=goal, version__number=OuterRef("goal__number"), seat=OuterRef("seat")
    )
    answer, condition = (Coalesce(Subquery(said.values(key)), Value("")) for key in ("answer", "condition"))
    columns: dict[str, Any] = {"name": sitter("seat", on), "answer": answer, "condition": condition}
    columns["said_at"] = Subquery(said.values("at"))
    seat = ("seat__half", "seat__side__organisation__name", "seat__title")
    return chairs.annotate(**columns).values_list(*seat, *columns)


_GOAL = Prepared(
    lambda initiative: Goal.objects.filter(initiative=initiative).order_by("-opened_at", "-pk")[:1],
    keys=["initiative"],
)
_VERSION = Prepared(lambda goal: Version.objects.filter(goal=goal).order_by("-number")[:1], keys=["goal"])
_SEATS = Prepared(_seats, keys=["goal"], days=["on"])
