"""The versions of a goal with the answer of every seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from middenstip.domain.goals.lifecycle import ANSWERS
from middenstip.domain.goals.models import Goal, Version
from middenstip.kernel.half import place_of

SHOWN = 30  # the newest versions; the report shows all of them
_SAID = ("seat", "seat__half", "seat__title", "seat__side__organisation__name", "answer", "condition", "at")


@dataclass(frozen=True)
class Said:
    """The answer of one seat to a version: `answer` is ja, tenzij or nee; `condition` is the reason."""

    seat: int
    half: str
    label: str
    answer: str
    condition: str
    at: datetime

    @property
    def words(self) -> str:
        """*ja*, *nee, tenzij* or *nee*."""
        return ANSWERS[self.answer]


@dataclass(frozen=True)
class VersionLine:
    """One version: its text, the seat that proposed it, and the answers in the order of the halves."""

    number: int
    text: str
    by: str
    at: datetime
    answers: tuple[Said, ...]

    def said_by(self, seat: int | None) -> Said | None:
        return next((one for one in self.answers if one.seat == seat), None)


def versions_of(goal: Goal) -> list[VersionLine]:
    """The newest versions, newest first. One query, which returns a row per answer."""
    columns = ("number", "text", "at", "by__title", "by__side__organisation__name")
    rows = (
        Version.objects.filter(goal=goal, number__gt=goal.number - SHOWN)
        .order_by("-number", "answers__at", "answers__pk")
        .values(*columns, *(f"answers__{name}" for name in _SAID))
    )
    return [_version(list(some)) for _, some in groupby(rows, key=lambda row: row["number"])]


def _version(rows: list[dict[str, Any]]) -> VersionLine:
    first = rows[0]
    answers = [_said(row) for row in rows if row["answers__answer"]]
    answers.sort(key=lambda one: place_of(one.half))
    by = _label(first["by__title"], first["by__side__organisation__name"])
    return VersionLine(first["number"], first["text"], by, first["at"], tuple(answers))


def _said(row: dict[str, Any]) -> Said:
    seat, half, title, organisation, answer, condition, at = (row[f"answers__{name}"] for name in _SAID)
    return Said(seat, half, _label(title, organisation), answer, condition, at)


def _label(title: str, organisation: str | None) -> str:
    return f"{title}, {organisation}" if organisation else title
