"""Queries about questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from middenstip.domain.areas.models import Area, column_of, level_of
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.questions.lifecycle import ANSWERED, CLOSED, OPEN, SHOWN
from middenstip.domain.questions.models import Answer, Line, Question

MOST_ANSWERS = 200  # on one page
_AROUND = ("area", "district", "municipality", "initiative__seat", "person", "seat__side__organisation")
STANDS = {"open": (OPEN,), "beantwoord": (ANSWERED, CLOSED)}


@dataclass(frozen=True)
class Asked:
    """What a list shows: questions in an area (code and kind), of a half, of a stand (see `STANDS`)."""

    area: tuple[str, str] | None = None
    half: str = ""
    stand: str = ""


def question_by_id(public_id: str) -> Question | None:
    """One question with its area, initiative and asker; None when there is none. One query."""
    return Question.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def answer_by_id(public_id: str) -> Answer | None:
    """One answer with its question and writer; None when there is none. One query."""
    around = [f"question__{path}" for path in _AROUND]
    rows = Answer.objects.select_related("person", "seat__side__organisation", *around)
    return rows.filter(public_id=public_id).first()


def line_by_id(public_id: str) -> Line | None:
    """One line of a list with its question; None when there is none. One query."""
    return Line.objects.select_related("question__person").filter(public_id=public_id).first()


def questions_in(
    asked: Asked, *, after: tuple[datetime, int] | None = None, limit: int, among: Sequence[int] | None = None
) -> list[Question]:
    """Questions that everyone may read, newest first, from a place in the list. One query.

    `among` keeps only these keys, for what a search found.
    """
    rows = _fitting(asked).select_related("person", "seat", "area")
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    if after:
        at, pk = after
        rows = rows.filter(Q(asked_at__lt=at) | Q(asked_at=at, pk__lt=pk))
    return list(rows.order_by("-asked_at", "-pk")[:limit])


def answers_to(question: Question) -> list[Answer]:
    """Its answers, oldest first; what was withdrawn is left out. One query."""
    rows = Answer.objects.filter(question=question, state=SHOWN)
    rows = rows.select_related("person", "seat__side__organisation")
    return list(rows.order_by("at", "pk")[:MOST_ANSWERS])


def lines_of(question: Question) -> list[Line]:
    """The asker's list to prepare with, oldest first. One query."""
    rows = Line.objects.filter(question=question).select_related("answer__person")
    return list(rows.order_by("at", "pk"))


def raised_in(kind: str, codes: Sequence[str], limit: int) -> list[Question]:
    """Questions in areas of this kind that nobody answered for ten working days, oldest first. One query."""
    rows = Question.objects.filter(state=OPEN, hidden__isnull=True, raised_at__isnull=False)
    rows = rows.filter(**{f"{level_of(kind)}__code__in": codes}).select_related("area", "seat")
    return list(rows.order_by("asked_at", "pk")[:limit])


def own_initiatives(person: int) -> list[Initiative]:
    """The running and public initiatives of a person (a key), newest first, to choose from. One query."""
    rows = Initiative.objects.filter(initiator=person).exclude(stage__in=(DRAFT, *STAGES.ends))
    return list(rows.order_by("-submitted_at")[:50])


def question_rows(asked: Asked, before: int | None, limit: int) -> list[dict[str, Any]]:
    """Questions as flat rows for the API, newest first; `before` is the last key shown. One query."""
    rows = _fitting(asked)
    if before:
        rows = rows.filter(pk__lt=before)
    columns = (
        "pk",
        "public_id",
        "text",
        "explanation",
        "motivation",
        "place",
        "is_beginner",
        "state",
        "answer_count",
        "helped_count",
        "asked_at",
        "area__code",
        "area__name",
    )
    return list(rows.order_by("-pk").values(*columns, half=F("seat__half"))[:limit])


def area_codes(question: Question) -> list[str]:
    """The codes of its area and the areas around it, for which a role can be granted."""
    areas: tuple[Area | None, ...] = (question.area, question.district, question.municipality)
    return list(dict.fromkeys(area.code for area in areas if area))


def _fitting(asked: Asked) -> QuerySet[Question]:
    rows = Question.objects.public()
    if asked.area:
        code, kind = asked.area
        rows = rows.filter(**{f"{column_of(kind)}__code": code})
    if asked.half:
        rows = rows.filter(seat__half=asked.half)
    if asked.stand:
        rows = rows.filter(state__in=STANDS[asked.stand])
    return rows
