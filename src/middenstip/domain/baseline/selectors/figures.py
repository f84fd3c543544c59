"""Figures of an area over the years, each with where it comes from. Never writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from middenstip.domain.areas.models import Area, Figure, Kind
from middenstip.domain.areas.selectors.figures import COUNTRY
from middenstip.domain.baseline.content import INDICATORS, Indicator
from middenstip.domain.baseline.models import Measure
from middenstip.methods.measuring import FEWEST, hidden_in

COUNTS = tuple(key for key, one in INDICATORS.items() if one.style == "count")
# A share tells a count to who knows the whole.
WHOLES = {"share_0_14": "inhabitants", "share_65_plus": "inhabitants", "share_one_person": "households"}
Place = tuple[int, str, int]  # area, key, year
Hidden = set[Place]


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
    low: Decimal | None = None
    high: Decimal | None = None


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

    The strengths are first, then the order of the themes; neighbourhoods are never ranked. Four queries.
    """
    steps = list(dict.fromkeys(key for key in _steps(area) if key))
    hidden = _hidden(area)
    found: dict[str, dict[int, dict[int, Measured]]] = {}
    for key, where, point in (
        *_older(steps, hidden),
        *_loaded(steps, hidden),
    ):  # a loaded edition tells more: it comes last
        found.setdefault(key, {}).setdefault(where, {})[point.year] = point
    lines = [_series(area, steps, INDICATORS[key], found[key]) for key in INDICATORS if key in found]
    return sorted(lines, key=lambda one: not one.is_strength)


def _older(steps: Sequence[int], hidden: Hidden) -> Iterable[tuple[str, int, Measured]]:
    """What was loaded together with the areas themselves."""
    rows = list(Figure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area"))
    wholes = {(row.area_id, row.key, row.year): row.value for row in rows if row.key in COUNTS}
    for row in rows:
        licence = "CC BY 4.0" if row.source == "CBS" else ""
        place = (row.area_id, row.key, row.year)
        value = None if place in hidden else _shown(place, row.value, wholes)
        about = (row.year, row.area.code, row.area.kind, row.source)
        yield row.key, row.area_id, Measured(value, *about, licence=licence)


def _loaded(steps: Sequence[int], hidden: Hidden) -> Iterable[tuple[str, int, Measured]]:
    """What was loaded as an edition; of two tables with the same figure the one that was loaded last."""
    found = Measure.objects.filter(area__in=steps, key__in=INDICATORS).select_related("area", "edition")
    rows = sorted(found, key=lambda row: (row.edition.loaded_at, row.edition_id))
    wholes = {(row.area_id, row.key, row.edition.year): row.value for row in rows if row.key in COUNTS}
    for row in rows:
        made = row.edition
        about = (made.year, row.area.code, row.area.kind, made.source, made.table, made.licence)
        place = (row.area_id, row.key, made.year)
        value = None if place in hidden else _shown(place, row.value, wholes)
        margins = (None, None) if value is None else (row.low, row.high)
        yield row.key, row.area_id, Measured(value, *about, *margins)


def _shown(place: Place, value: Decimal | None, wholes: Mapping[Place, Decimal | None]) -> Decimal | None:
    """A count of one to nine people is left out, and a share of the people here that is such a count."""
    area, key, year = place
    if value is None or (key not in COUNTS and key not in WHOLES):
        return value
    number = _counted(value, wholes.get((area, WHOLES[key], year))) if key in WHOLES else value
    return None if 0 < number < FEWEST else value


def _counted(share: Decimal, whole: Decimal | None) -> Decimal:
    return Decimal(round(share * (whole or 0) / 100))


def _hidden(area: Area) -> Hidden:
    """The counts and shares here that would tell a small one of a neighbour by subtraction. Two queries.

    Of the wijken of the gemeente, and under each of the buurten; of all tables of one year together, because
    what one table hides another would give away.
    """
    around = () if area.kind == Kind.MUNICIPALITY else (area.municipality_id, area.parent_id)
    parents = [key for key in around if key and key != area.pk]
    counts: dict[Place, tuple[int, Decimal]] = {}
    for rows, year in ((Figure.objects, "year"), (Measure.objects, "edition__year")) if parents else ():
        some = rows.filter(area__parent__in=parents, key__in=(*COUNTS, *WHOLES), value__isnull=False)
        for key, at, parent, one, value in some.values_list("key", year, "area__parent", "area", "value"):
            before = counts.get((one, key, at), (parent, value))[1]
            counts[one, key, at] = parent, min(before, value)
    groups: dict[tuple[str, int], dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for (one, key, at), (parent, value) in counts.items():
        if key in WHOLES:
            _parent, whole = counts.get((one, WHOLES[key], at), (parent, None))
            value = _counted(value, whole)
        groups[key, at][parent][f"{one}"] = int(value)
    found: Hidden = set()
    for (key, at), group in groups.items():
        if any(0 < number < FEWEST for some in group.values() for number in some.values()):
            found |= {(one, key, at) for one in _hidden_among(group, area.municipality_id or 0)}
    return found


def _hidden_among(group: Mapping[int, Mapping[str, int]], city: int) -> set[int]:
    """The areas whose count is not shown, of the wijken of a gemeente and of the buurten of a wijk."""
    top = hidden_in(group.get(city, {}))
    found = set(top)
    for parent, counts in group.items():
        if parent != city:
            found |= hidden_in(counts, is_total_shown=f"{parent}" not in top)
    return {int(one) for one in found}


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
    city = area.municipality
    return [area.pk, area.parent_id, area.district_id, area.municipality_id, city.parent_id if city else None]
