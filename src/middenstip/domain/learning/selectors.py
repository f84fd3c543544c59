"""Queries about case studies and agreement texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Goal
from middenstip.domain.learning.lifecycle import DRAFT, REVIEW
from middenstip.domain.learning.models import CaseStudy, TextUse, Voice
from middenstip.kernel.half import ALL_HALVES, Half

_AROUND = ("person", "seat__side__organisation", "area", "initiative")
USES = 20


@dataclass(frozen=True)
class Wanted:
    """What a list shows: with this outcome, of a place of this size, begun by this half, with all three."""

    outcome: str = ""
    size: str = ""
    half: str = ""
    is_shared: bool = False


def study_by_id(public_id: str) -> CaseStudy | None:
    """One case study with its author and area; None when there is none. One query."""
    return CaseStudy.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def voices_of(study: CaseStudy) -> list[Voice]:
    """Everyone who is part of it, with what they said. One query."""
    rows = Voice.objects.filter(study=study).select_related("person", "seat__side__organisation")
    return list(rows.order_by("pk"))


def voice_by_id(public_id: str) -> Voice | None:
    """One answer with its study and writer; None when there is none. One query."""
    rows = Voice.objects.select_related("person", "study__person", "study__area", "study__initiative")
    return rows.filter(public_id=public_id).first()


def studies(
    wanted: Wanted,
    *,
    after: tuple[datetime, int] | None = None,
    limit: int,
    among: Sequence[int] | None = None,
) -> list[CaseStudy]:
    """Published case studies, newest first, from a place in the list. One query.

    `among` keeps only these keys, for what a search found.
    """
    rows = _fitting(wanted).select_related("area")
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    if after:
        at, pk = after
        rows = rows.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk))
    return list(rows.order_by("-published_at", "-pk")[:limit])


def unpublished_of(person: int) -> list[CaseStudy]:
    """What this person (a key) is still writing, newest first. One query."""
    rows = CaseStudy.objects.filter(person=person, state__in=(DRAFT, REVIEW))
    return list(rows.order_by("-drafted_at")[:20])


def study_rows(wanted: Wanted, before: int | None, limit: int) -> list[CaseStudy]:
    """Published case studies for the API, newest first; `before` is the last key shown. One query."""
    rows = _fitting(wanted).select_related("area", "seat")
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:limit])


def use_counts() -> dict[str, int]:
    """How often an agreement began with each text. One query."""
    return dict(TextUse.objects.order_by().values_list("text").annotate(number=Count("*")))


def uses_of(text: str) -> list[dict[str, Any]]:
    """The newest agreements that began with this text, and where. One query."""
    rows = TextUse.objects.filter(text=text).order_by("-at", "-pk")
    found: list[Any] = list(rows.values("agreement", "at", "area__name")[:USES])
    return found


def tables_of(seat: int) -> list[Goal]:
    """The tables where this seat (a key) can propose an agreement now. One query."""
    rows = Goal.objects.filter(state=SHARED, chairs__seat=seat, chairs__left_at=None)
    return list(rows.order_by("-changed_at")[:20])


def _fitting(wanted: Wanted) -> QuerySet[CaseStudy]:
    rows = CaseStudy.objects.public()
    if wanted.outcome:
        rows = rows.filter(outcome=wanted.outcome)
    if wanted.size:
        rows = rows.filter(size=wanted.size)
    if wanted.half:
        rows = rows.filter(origin_half=Half(wanted.half).value)
    return rows.filter(halves=ALL_HALVES) if wanted.is_shared else rows
