"""Figures of an area over the years, each with where it comes from. Never writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.areas.selectors.figures import COUNTRY
from middenstip.domain.baseline.content import INDICATORS, Indicator
from middenstip.domain.baseline.models import Measure

SMALLEST = 10  # a count of fewer people is not shown


@dataclass(frozen=True)
class Measured:
    """One value in one year; `area` and `level` are those of the area that it describes."""

    value: Decimal | None
    year: int
    area: str
    level: str
    source: str
    table: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Series:
    """One indicator over the years, oldest first. `is_fallback`: of a larger area than was asked.

    `is_strength`: better than the gemeente around it, or than the country for the Leefbaarometer.
    """

    indicator: Indicator
    points: Sequence[Measured]
    is_fallback: bool = False
    is_strength: bool = False

    @property
    def newest(self) -> Measured:
        return self.points[-1]


def series_of(area: Area) -> list[Series]:
    """The figures of an area; what is unknown here is that of its wijk, then of its gemeente. Two queries.

    The strengths are first, then the order of the themes; neighbourhoods are never ranked.
    """
    steps = list(dict.fromkeys(key for key in _steps(area) if key))
    found: dict[str, dict[int, dict[int, Measured]]] = {}
    for key, where, point in (*_older(steps), *_loaded(steps)):  # a loaded edition tells more: it comes last
        found.setdefault(key, {}).setdefault(where, {})[point.year] = point
    lines = [_series(area, steps, INDICATORS[key], found[key]) for key in INDICATORS if key in found]
    return sorted(lines, key=lambda one: not one.is_strength)


def _older(steps: Sequence[int]) -> Iterable[tuple[str, int, Measured]]:
    """What was loaded together with the areas themselves."""
    rows = Figure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area")
    for row in rows:
        licence = "CC BY 4.0" if row.source == "CBS" else ""
        yield (
            row.key,
            row.area_id,
            Measured(row.value, row.year, row.area.code, row.area.kind, row.source, licence=licence),
        )


def _loaded(steps: Sequence[int]) -> Iterable[tuple[str, int, Measured]]:
    rows = Measure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area", "edition")
    for row in rows:
        made = row.edition
        about = (made.year, row.area.code, row.area.kind, made.source, made.table, made.licence)
        yield row.key, row.area_id, Measured(_shown(row.key, row.value), *about)


def _shown(key: str, value: Decimal | None) -> Decimal | None:
    """A count of one to nine people is left out: not known."""
    is_small = INDICATORS[key].style == "count" and value is not None and 0 < value < SMALLEST
    return None if is_small else value


def _series(
    area: Area, steps: Sequence[int], indicator: Indicator, found: Mapping[int, Mapping[int, Measured]]
) -> Series:
    known = [step for step in steps if any(one.value is not None for one in found.get(step, {}).values())]
    step = known[0] if known else next(one for one in steps if one in found)
    points = [found[step][year] for year in sorted(found[step])]
    return Series(
        indicator,
        _trimmed(points),
        is_fallback=step != area.pk,
        is_strength=step == area.pk and _is_better(indicator, points, found.get(steps[-1], {}), area),
    )


def _trimmed(points: Sequence[Measured]) -> Sequence[Measured]:
    """Without the newest years that are not known yet: CBS fills them later."""
    last = max((n for n, one in enumerate(points) if one.value is not None), default=len(points) - 1)
    return points[: last + 1]


def _is_better(
    indicator: Indicator, points: Sequence[Measured], around: Mapping[int, Measured], area: Area
) -> bool:
    here = _trimmed(points)[-1]
    if not indicator.better or here.value is None:
        return False
    if indicator.is_livability:
        return here.value > COUNTRY[indicator.key]
    there = around.get(here.year)
    if there is None or there.value is None or there.area == area.code:
        return False
    return (here.value - there.value) * indicator.better > 0


def _steps(area: Area) -> list[int | None]:
    return [area.pk, area.parent_id, area.district_id, area.municipality_id]
