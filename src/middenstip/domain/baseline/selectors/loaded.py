"""What was loaded about a gemeente, and where it came from. Never writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from middenstip.domain.areas.models import Area, Kind, Outline
from middenstip.domain.baseline.models import Measure


@dataclass(frozen=True)
class LoadedEdition:
    """One year of one table, with how many figures of which kinds of area are here."""

    source: str
    table: str
    year: int
    licence: str
    loaded_at: datetime
    figures: int
    levels: Sequence[str]


@dataclass(frozen=True)
class LoadedGround:
    """How many areas and outlines there are; `borders` are the source, year and number of outlines."""

    areas: int
    outlines: int
    borders: Sequence[tuple[str, int, int]]


def editions_in(code: str) -> list[LoadedEdition]:
    """The editions with figures about this gemeente ("" for all), the newest year first. One query."""
    rows: QuerySet[Measure, Any] = Measure.objects.filter(_inside("area__", code)).values_list(
        *("edition__source", "edition__table", "edition__year", "edition__licence", "edition__loaded_at"),
        "area__kind",
    )
    found: dict[tuple[Any, ...], dict[str, int]] = {}
    for *about, kind, number in rows.annotate(number=Count("*")).order_by():
        found.setdefault(tuple(about), {})[kind] = number
    editions = [
        LoadedEdition(
            *(source, table, year, licence, at),
            figures=sum(kinds.values()),
            levels=[kind.value for kind in Kind if kind.value in kinds],
        )
        for (source, table, year, licence, at), kinds in found.items()
    ]
    return sorted(editions, key=lambda one: (-one.year, one.source, one.table))


def ground_in(code: str) -> LoadedGround:
    """The areas and outlines of this gemeente ("" for all). Two queries."""
    areas = Area.objects.filter(_inside("", code)).exclude(kind=Kind.OWN).count()
    rows = Outline.objects.filter(_inside("area__", code)).exclude(area__kind=Kind.OWN)
    counted = rows.values_list("source", "year").annotate(number=Count("*")).order_by("-year", "source")
    borders = list(counted)
    return LoadedGround(areas, sum(number for _source, _year, number in borders), borders)


def _inside(prefix: str, code: str) -> Q:
    return Q(**{f"{prefix}municipality__code": code}) if code else Q()
