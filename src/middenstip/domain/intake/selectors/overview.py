"""The desk for its manager: what is new, runs, is late or stands still, by whom, and how long steps take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from middenstip.domain.intake.lifecycle import DECIDED, NEW
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.turns import RUNNING
from middenstip.domain.parties.rules import ADMIN, MANAGER
from middenstip.kernel.actor import Actor

STILL = timedelta(weeks=4)
YEAR = timedelta(days=365)
MOST = 5000  # answered cases of which the steps are timed


@dataclass(frozen=True)
class Line:
    """The cases of one seat; `seat` "" is what nobody handles."""

    seat: str
    new: int
    running: int
    late: int
    still: int


@dataclass(frozen=True)
class Step:
    """How many days one step took: half of the cases at most `median`, nine of ten at most `most`."""

    key: str
    median: int
    most: int
    number: int


def lines_for(actor: Actor, today: date) -> list[Line]:
    """The open cases of the desks that this manager oversees, per seat. One query."""
    still = timezone.make_aware(datetime.combine(today - STILL, datetime.min.time()))
    opened = RUNNING | Q(state=NEW)
    rows: Iterable[Any] = (
        _desk(actor)
        .filter(opened)
        .values(title=F("handler__title"), organisation=F("handler__side__organisation__name"))
        .annotate(
            new=Count("pk", filter=Q(state=NEW)),
            running=Count("pk", filter=RUNNING),
            late=Count("pk", filter=Q(due_on__lt=today)),
            still=Count("pk", filter=Q(moved_at__lt=still)),
        )
        .order_by("title", "organisation")
    )
    return [_line(row) for row in rows]


def steps_for(actor: Actor, today: date) -> list[Step]:
    """How long taking a case and answering it took, over the last year. One query."""
    since = timezone.make_aware(datetime.combine(today - YEAR, datetime.min.time()))
    rows = _desk(actor).filter(decided_at__gte=since, taken_at__isnull=False).order_by("-decided_at", "-pk")
    times: list[Any] = list(rows.values_list("opened_at", "taken_at", "decided_at")[:MOST])
    spans = {
        "take": [taken - opened for opened, taken, _ in times],
        "answer": [decided - taken for _, taken, decided in times],
        "whole": [decided - opened for opened, _, decided in times],
    }
    return [_step(key, found) for key, found in spans.items() if found]


def register(actor: Actor, limit: int, after: tuple[datetime, int] | None = None) -> list[Case]:
    """Past niet in een hokje: every case with that outcome, newest first. One query."""
    rows = _desk(actor).filter(state=DECIDED, outcome="no_box")
    if after:
        at, pk = after
        rows = rows.filter(Q(decided_at__lt=at) | Q(decided_at=at, pk__lt=pk))
    around = ("initiative__connector__side__organisation", "initiative__area")
    return list(rows.select_related(*around).order_by("-decided_at", "-pk")[:limit])


def _desk(actor: Actor) -> QuerySet[Case]:
    codes = {code for role, code in actor.grants if role in (MANAGER, ADMIN)}
    if "" in codes:
        return Case.objects.all()
    here = Q(municipality__code__in=codes) | Q(initiative__area__code__in=codes)
    return Case.objects.filter(here | Q(initiative__district__code__in=codes))


def _line(row: dict[str, Any]) -> Line:
    seat = ", ".join(part for part in (row["title"], row["organisation"]) if part)
    return Line(seat, row["new"], row["running"], row["late"], row["still"])


def _step(key: str, spans: Iterable[timedelta]) -> Step:
    days = sorted(span.days for span in spans)
    return Step(key, days[(len(days) - 1) // 2], days[(len(days) * 9 - 1) // 10], len(days))
