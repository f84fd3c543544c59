"""Projects and schemes in lists, and sums over an area."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

from middenstip.domain.areas.models import Area, column_of
from middenstip.domain.projects.lifecycle import LEARNED
from middenstip.domain.projects.models import Booking, FundingScheme, Milestone, Project
from middenstip.kernel.half import ALL_HALVES, Half

NEWEST, MONEY_ENDS, LARGEST = "nieuw", "geld-op", "begroot"
ORDERS = NEWEST, MONEY_ENDS, LARGEST
_COLUMNS = (
    *("pk", "public_id", "title", "state", "planned", "ordered", "paid", "received", "promised"),
    *("ends_on", "outcome", "client_form", "area__code", "area__name"),
    *("initiative__public_id", "initiative__title"),
)


def inside(area: Area | None, path: str = "") -> Q:
    """The projects in this area; None is everywhere. `path` leads to the project."""
    if area is None:
        return Q()
    return Q(**{f"{path}{column_of(area.kind)}": area.pk})


@dataclass(frozen=True)
class Asked:
    """What a portfolio shows: the projects in a step, those with a half in them, and in which order."""

    state: str = ""
    half: Half | None = None
    order: str = NEWEST


def portfolio(
    area: Area | None, before: int | None, limit: int, asked: Asked = Asked()
) -> list[dict[str, Any]]:
    """The projects in an area as flat rows; `before` is the last key shown. One query, two with `before`.

    `open_on` is the day of its first open milestone.
    """
    rows = _sorted(Project.objects.filter(inside(area), _fits(asked)), asked.order, before)
    opened = Milestone.objects.filter(project=OuterRef("pk"), state="open").order_by("due_on")
    return list(rows.annotate(open_on=Subquery(opened.values("due_on")[:1]))[:limit])


def inside_any(areas: Collection[Area]) -> Q:
    """The projects in one or more of these areas; of none: no project."""
    by_column: dict[str, list[int]] = {}
    for area in areas:
        by_column.setdefault(column_of(area.kind), []).append(area.pk)
    parts = (Q(**{f"{column}__in": keys}) for column, keys in by_column.items())
    return reduce(or_, parts, Q(pk__in=()))


def portfolio_over(areas: Collection[Area], asked: Asked = Asked()) -> Iterator[dict[str, Any]]:
    """The projects in these areas together, each once, with a point on the map, one by one. One query."""
    rows = _sorted(Project.objects.filter(inside_any(areas), _fits(asked)), asked.order, None)
    yield from rows.values(*_COLUMNS, "halves", "area__lon", "area__lat").iterator(chunk_size=1000)


def sums_over(areas: Sequence[Area], by: date) -> tuple[list[dict[str, int]], dict[str, int]]:
    """Of each area, and of all together: projects, cents, and how many are out of money before a day.

    A project that lies in two of the areas is in the line of both, and once in the sum. One query.
    """
    sums = _sums(by)
    asked = {f"{name}_all": how(Q()) for name, how in sums.items()}
    for place, area in enumerate(areas):
        asked |= {f"{name}_{place}": how(inside(area)) for name, how in sums.items()}
    told = Project.objects.filter(inside_any(areas)).aggregate(**asked)
    lines = [{name: told[f"{name}_{place}"] or 0 for name in sums} for place in range(len(areas))]
    return lines, {name: told[f"{name}_all"] or 0 for name in sums}


def _sums(by: date) -> dict[str, Callable[[Q], Any]]:
    ends = ~Q(state=LEARNED) & Q(ends_on__lt=by)
    return {
        "count": lambda where: Count("pk", filter=where),
        "planned": lambda where: Sum("planned", filter=where),
        "paid": lambda where: Sum("paid", filter=where),
        "ends": lambda where: Count("pk", filter=where & ends),
    }


def project_rows(area: Area | None, state: str, before: int | None, limit: int) -> list[dict[str, Any]]:
    """The same for the API, with a state. One query."""
    rows = Project.objects.filter(inside(area))
    return list(_flat(rows.filter(state=state) if state else rows, before)[:limit])


def project_states(initiatives: Collection[int]) -> dict[int, tuple[str, str]]:
    """The public id and state of the projects of these initiatives (keys). One query, or none."""
    rows = Project.objects.filter(initiative__in=initiatives) if initiatives else ()
    return {one.initiative_id: (one.public_id, one.state) for one in rows}


def project_row(public_id: str) -> dict[str, Any] | None:
    """One project as a flat row. One query."""
    return _flat(Project.objects.filter(public_id=public_id), None).first()


def _fits(asked: Asked) -> Q:
    fits = Q(state=asked.state) if asked.state else Q()
    if asked.half:
        with_half = [bits for bits in range(ALL_HALVES + 1) if bits & asked.half.bit]
        fits &= Q(initiative__halves__in=with_half)
    return fits


def _flat(rows: QuerySet[Project], before: int | None) -> QuerySet[Any, Any]:
    return _sorted(rows, NEWEST, before)


def _sorted(rows: QuerySet[Project], order: str, before: int | None) -> QuerySet[Any, Any]:
    """The rows in an order, after the project with the key `before`."""
    if before:
        rows = rows.filter(_after(order, before))
    by = {
        MONEY_ENDS: (F("ends_on").asc(nulls_last=True), "-pk"),
        LARGEST: ("-planned", "-pk"),
    }
    found: QuerySet[Any, Any] = rows.order_by(*by.get(order, ("-pk",)))
    return found.values(*_COLUMNS, halves=F("initiative__halves"))


def _after(order: str, before: int) -> Q:
    """What comes after a project in an order; after one that is not there, what is older."""
    later = Q(pk__lt=before)
    last = None if order == NEWEST else Project.objects.filter(pk=before).values("planned", "ends_on").first()
    if last is None:
        return later
    if order == LARGEST:
        return Q(planned__lt=last["planned"]) | Q(planned=last["planned"]) & later
    ends = last["ends_on"]
    if ends is None:
        return Q(ends_on=None) & later
    return Q(ends_on__gt=ends) | Q(ends_on=None) | Q(ends_on=ends) & later


def totals_in(area: Area, year: int) -> dict[tuple[str, bool], int]:
    """What came in and went out in an area in a year, per half that booked it. One query."""
    rows = Booking.objects.filter(inside(area, "project__"), day__year=year)
    found = rows.order_by().values("is_in", half=F("seat__half")).annotate(cents=Sum("amount"))
    return {(one["half"], one["is_in"]): one["cents"] for one in found}


def schemes(today: date, limit: int = 100) -> list[FundingScheme]:
    """The schemes that are still open, the first deadline first. One query."""
    rows = FundingScheme.objects.filter(Q(deadline=None) | Q(deadline__gte=today))
    return list(rows.order_by(F("deadline").asc(nulls_last=True), "pk")[:limit])


def all_schemes() -> list[FundingScheme]:
    """The whole register by name, also what has closed, for a file. One query."""
    return list(FundingScheme.objects.order_by("name"))


def scheme_rows(before: int | None, limit: int) -> list[dict[str, Any]]:
    """All schemes as flat rows for the API, newest first. One query."""
    rows = FundingScheme.objects.all()
    if before:
        rows = rows.filter(pk__lt=before)
    found: QuerySet[Any, Any] = rows.order_by("-pk").values()
    return list(found[:limit])
