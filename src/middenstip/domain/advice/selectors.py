"""Queries about advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from middenstip.domain.advice.lifecycle import (
    ADOPTED,
    ANSWERED,
    CLOSED,
    DONE,
    GIVEN,
    OPEN,
    PARTLY,
    TAKEN_BACK,
)
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.areas.models import column_of, level_of
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import KNOWLEDGE, SPARRING
from middenstip.domain.matching.models import Listing
from middenstip.domain.parties.models import Person

_AROUND = ("area", "district", "municipality", "initiative", "goal", "seat__side__organisation")
STANDS = {"open": (OPEN,), "wacht": (CLOSED,), "klaar": (DONE,)}
MOST_SHOWN = 300
MOST_INVITED = 50


@dataclass(frozen=True)
class Asked:
    """What a list shows: requests in an area (code and kind), of a stand (see `STANDS`)."""

    area: tuple[str, str] | None = None
    stand: str = ""


def request_by_id(public_id: str) -> AdviceRequest | None:
    """One request with its area, seat and what it is about; None when there is none. One query."""
    return AdviceRequest.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def advice_by_id(public_id: str) -> Advice | None:
    """One advice with its request and writer; None when there is none. One query."""
    around = [f"request__{path}" for path in _AROUND]
    return Advice.objects.select_related("person", *around).filter(public_id=public_id).first()


def requests_in(
    asked: Asked, *, after: tuple[datetime, int] | None = None, limit: int
) -> list[AdviceRequest]:
    """Requests that everyone may read, newest first, from a place in the list. One query."""
    rows = _fitting(asked).select_related("area", "seat__side__organisation")
    if after:
        at, pk = after
        rows = rows.filter(Q(asked_at__lt=at) | Q(asked_at=at, pk__lt=pk))
    return list(rows.order_by("-asked_at", "-pk")[:limit])


def open_in(kind: str, codes: Sequence[str], limit: int) -> list[AdviceRequest]:
    """Requests in areas of this kind to which advice can be given, the first to close first. One query."""
    rows = AdviceRequest.objects.public().filter(state=OPEN, **{f"{level_of(kind)}__code__in": codes})
    return list(rows.select_related("area", "seat__side__organisation").order_by("closes_on", "pk")[:limit])


def requests_about(
    *, initiative: Initiative | None = None, goal: Goal | None = None, limit: int
) -> list[AdviceRequest]:
    """The newest requests about an initiative or a goal. One query."""
    rows = AdviceRequest.objects.public().filter(**({"goal": goal} if goal else {"initiative": initiative}))
    return list(rows.select_related("area", "seat__side__organisation").order_by("-asked_at", "-pk")[:limit])


def advices_to(request: AdviceRequest) -> list[Advice]:
    """What was advised, oldest first; what was withdrawn is left out. One query."""
    rows = Advice.objects.filter(request=request).exclude(state=TAKEN_BACK)
    return list(rows.select_related("person").order_by("at", "pk")[:MOST_SHOWN])


def who_know(request: AdviceRequest, on: date) -> list[Person]:
    """People with an open offer of knowledge, or of themselves to spar, on its theme around there. One query.

    Nobody without a theme: then everyone knows as much.
    """
    if not request.theme:
        return []
    offers = Listing.objects.listed(on).filter(
        Q(asset__in=("people", SPARRING)) | Q(sort=KNOWLEDGE),
        is_offer=True,
        theme=request.theme,
        municipality=request.municipality_id,
    )
    people = Person.objects.filter(pk__in=offers.values("person"))
    return list(people.select_related("pending_address").order_by("pk")[:MOST_INVITED])


def counts_of(request: AdviceRequest) -> dict[str, int]:
    """How many advices can be read, and how many of these wait for an answer. One query."""
    rows = Advice.objects.filter(request=request, hidden__isnull=True).exclude(state=TAKEN_BACK)
    return rows.aggregate(given=Count("id"), waiting=Count("id", filter=Q(state=GIVEN)))


def to_close(today: date, limit: int) -> list[AdviceRequest]:
    """Open requests of which the last day is over. One query."""
    rows = AdviceRequest.objects.filter(state=OPEN, closes_on__lt=today)
    return list(rows.order_by("closes_on", "pk")[:limit])


def to_ring(today: date, limit: int) -> list[AdviceRequest]:
    """Requests of which a bell is due. One query."""
    rows = AdviceRequest.objects.filter(state=CLOSED, bell_on__lte=today)
    return list(rows.order_by("bell_on", "pk")[:limit])


@dataclass(frozen=True)
class AdviceFigures:
    """What an organisation did with advice. `late` advices still wait after their last day."""

    asked: int
    given: int
    answered: int
    in_time: int
    adopted: int
    late: int


def figures_of(organisation: str, today: date) -> AdviceFigures:
    """The figures of one organisation (a public id). Two queries, one when it never asked."""
    requests = AdviceRequest.objects.public().filter(seat__side__organisation__public_id=organisation)
    of_requests = requests.aggregate(
        asked=Count("id"),
        late=Sum("waiting", filter=Q(state=CLOSED, due_on__lt=today), default=0),
    )
    if not of_requests["asked"]:
        return AdviceFigures(**of_requests, given=0, answered=0, in_time=0, adopted=0)
    rows = Advice.objects.filter(request__in=requests, hidden__isnull=True).exclude(state=TAKEN_BACK)
    return AdviceFigures(
        **of_requests,
        **rows.aggregate(
            given=Count("id"),
            answered=Count("id", filter=Q(state__in=ANSWERED)),
            in_time=Count("id", filter=Q(was_in_time=True)),
            adopted=Count("id", filter=Q(state__in=(ADOPTED, PARTLY))),
        ),
    )


def late_of(organisation: str, today: date, limit: int) -> list[AdviceRequest]:
    """The requests of this organisation (a public id) that wait for answers after the last day. One query."""
    rows = AdviceRequest.objects.public().filter(seat__side__organisation__public_id=organisation)
    rows = rows.filter(state=CLOSED, due_on__lt=today).select_related("area", "seat__side__organisation")
    return list(rows.order_by("due_on", "pk")[:limit])


def request_rows(asked: Asked, before: int | None, limit: int) -> list[dict[str, Any]]:
    """Requests as flat rows for the API, newest first; `before` is the last key shown. One query."""
    rows = _fitting(asked)
    if before:
        rows = rows.filter(pk__lt=before)
    columns = (
        "pk",
        "public_id",
        "question",
        "context",
        "use",
        "theme",
        "closes_on",
        "due_on",
        "state",
        "given",
        "waiting",
        "asked_at",
        "area__code",
        "area__name",
    )
    whose = {
        "half": F("seat__half"),
        "function": F("seat__title"),
        "organisation": F("seat__side__organisation__name"),
    }
    return list(rows.order_by("-pk").values(*columns, **whose)[:limit])


def _fitting(asked: Asked) -> QuerySet[AdviceRequest]:
    rows = AdviceRequest.objects.public()
    if asked.area:
        code, kind = asked.area
        rows = rows.filter(**{f"{column_of(kind)}__code": code})
    if asked.stand:
        rows = rows.filter(state__in=STANDS[asked.stand])
    return rows
