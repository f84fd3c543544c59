"""Figures of an area over the years, each with where it comes from. Never writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.areas.selectors.figures import COUNTRY
from middenstip.domain.baseline.content import INDICATORS, Indicator
from middenstip.domain.baseline.models import Measure
from middenstip.methods.measuring import FEWEST, hidden_in

COUNTS = tuple(key for key, one in INDICATORS.items() if one.style == "count")
Hidden = set[tuple[int, str, int]]  # area, key, and the edition or year


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
    """The figures of an area; what is unknown here is that of its wijk, then of its gemeente.

    The strengths are first, then the order of the themes; neighbourhoods are never ranked. Four queries, and
    two more where a neighbouring count is about fewer than ten people.
    """
    steps = list(dict.fromkeys(key for key in _steps(area) if key))
    found: dict[str, dict[int, dict[int, Measured]]] = {}
    for key, where, point in (
        *_older(area, steps),
        *_loaded(area, steps),
    ):  # a loaded edition tells more: it comes last
        found.setdefault(key, {}).setdefault(where, {})[point.year] = point
    lines = [_series(area, steps, INDICATORS[key], found[key]) for key in INDICATORS if key in found]
    return sorted(lines, key=lambda one: not one.is_strength)


def _older(area: Area, steps: Sequence[int]) -> Iterable[tuple[str, int, Measured]]:
    """What was loaded together with the areas themselves."""
    rows = list(Figure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area"))
    hidden = _hidden(area, Figure.objects.all(), "year")
    people = {(row.area_id, row.year): row.value for row in rows if row.key == "inhabitants"}
    for row in rows:
        licence = "CC BY 4.0" if row.source == "CBS" else ""
        is_hidden = (row.area_id, row.key, row.year) in hidden
        value = None if is_hidden else _shown(row.key, row.value, people.get((row.area_id, row.year)))
        about = (row.year, row.area.code, row.area.kind, row.source)
        yield row.key, row.area_id, Measured(value, *about, licence=licence)


def _loaded(area: Area, steps: Sequence[int]) -> Iterable[tuple[str, int, Measured]]:
    found = Measure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area", "edition")
    rows = list(found)
    hidden = _hidden(area, Measure.objects.all(), "edition_id")
    people = {(row.area_id, row.edition_id): row.value for row in rows if row.key == "inhabitants"}
    for row in rows:
        made = row.edition
        about = (made.year, row.area.code, row.area.kind, made.source, made.table, made.licence)
        is_hidden = (row.area_id, row.key, row.edition_id) in hidden
        value = None if is_hidden else _shown(row.key, row.value, people.get((row.area_id, row.edition_id)))
        yield row.key, row.area_id, Measured(value, *about)


def _shown(key: str, value: Decimal | None, people: Decimal | None) -> Decimal | None:
    """A count of one to nine people is left out, and a share of the people here that is such a count."""
    style = INDICATORS[key].style
    if value is None or style not in ("count", "share"):
        return value
    number = value if style == "count" else value * (people or 0) / 100
    return None if 0 < number < FEWEST else value


def _hidden(area: Area, rows: QuerySet[Any], when: str) -> Hidden:
    """The counts here that would tell a small one of a neighbour by subtraction. Two queries at most.

    Of the wijken of the gemeente, and under each of the buurten. `when` is the column that says which counts
    add up: those of one year, or of one edition.
    """
    parents = [key for key in (area.municipality_id, area.parent_id) if key and key != area.pk]
    around = rows.filter(area__parent__in=parents, key__in=COUNTS) if parents else rows.none()
    small = set(around.filter(value__gt=0, value__lt=FEWEST).values_list("key", when))
    if not small:
        return set()
    groups: dict[tuple[str, int], dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    columns = ("key", when, "area__parent", "area", "value")
    for key, at, parent, one, value in around.filter(value__isnull=False).values_list(*columns):
        if (key, at) in small:
            groups[key, at][parent][f"{one}"] = int(value)
    found: Hidden = set()
    for (key, at), group in groups.items():
        top = hidden_in(group.get(area.municipality_id or 0, {}))
        for parent, counts in group.items():
            hides = (
                top
                if parent == area.municipality_id
                else hidden_in(counts, is_total_shown=f"{parent}" not in top)
            )
            found |= {(int(one), key, at) for one in hides}
    return found


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
