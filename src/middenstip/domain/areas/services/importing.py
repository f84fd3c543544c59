"""Import open data into areas, outlines and figures: all or nothing, and repeating changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from middenstip.domain.areas.models import Area, Figure, Kind, Outline, folded
from middenstip.domain.areas.services.merging import absorb_abolished
from middenstip.domain.areas.services.provinces import place_in_provinces
from middenstip.domain.areas.services.shapes import centre, from_geojson
from middenstip.domain.areas.services.withholding import withhold_small
from middenstip.kernel.typed import line
from middenstip.kernel.verdict import Invalid

BATCH = 1000
Progress = Callable[[str, int, int], None]
Centres = dict[str, tuple[float, float]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AreaData:
    """One gemeente, wijk or buurt from a source. `inhabitants` None: unknown."""

    code: str
    name: str
    year: int
    inhabitants: int | None = None
    source: str = "CBS"


@dataclass(frozen=True, slots=True)
class OutlineData:
    """One border: GeoJSON geometry in WGS84."""

    code: str
    geometry: dict[str, Any]
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class FigureData:
    """One figure; `value` None: unknown."""

    code: str
    key: str
    value: Decimal | None
    year: int
    source: str


@dataclass
class Imported:
    """The numbers of imported rows, and of rows left out because their area does not exist (any more)."""

    areas: int = 0
    outlines: int = 0
    figures: int = 0
    unknown: set[str] = field(default_factory=set)


def quiet(_what: str, _done: int, _total: int) -> None:
    """Report no progress."""


@transaction.atomic
def import_areas(
    areas: Iterable[AreaData] = (),
    outlines: Iterable[OutlineData] = (),
    figures: Iterable[FigureData] = (),
    *,
    active: Iterable[str] = (),
    progress: Progress = quiet,
) -> Imported:
    """Add or update areas by code; `active` are the codes of gemeenten that take part from now on.

    An older year never overwrites a newer one, and adds no areas to a gemeente that has newer ones: those
    codes are counted as unknown. A number about too few people is not kept. Raises `Invalid` when a buurt or
    wijk has no parent.
    """
    done = Imported()
    known = {area.code: area for area in Area.objects.all()}
    borders = list(outlines)
    centres = _centres(borders)
    rows, values = list(areas), list(figures)
    _write_areas(rows, centres, known, done, progress)
    if rows:
        place_in_provinces()
    _write_outlines(borders, centres, known, done, progress)
    _write_figures(values, known, done, progress)
    if done.areas or done.figures:
        told = ({one.code for one in rows} | {one.code for one in values}) & set(known)
        withhold_small({known[code].municipality_id or known[code].pk for code in told})
    codes = list(active)
    if codes:
        Area.objects.filter(code__in=codes, kind=Kind.MUNICIPALITY).update(is_active=True)
    if done.areas or done.outlines:
        absorb_abolished()
    return done


def _centres(borders: Sequence[OutlineData]) -> Centres:
    """A point inside each border. Raises `Invalid` for a border that lies apart from that of its parent."""
    centres, boxes = {}, {}
    for one in borders:
        shape = from_geojson(one.geometry)
        centres[one.code], boxes[one.code, one.year] = centre(shape), shape.bounds
    for (code, year), (west, south, east, north) in boxes.items():
        for around in (parent_code(code), parent_code(parent_code(code))):
            box = boxes.get((around, year), (west, south, east, north))
            if west > box[2] or east < box[0] or south > box[3] or north < box[1]:
                raise Invalid({"": f"{code}: deze grens ligt niet in {around}, waar het gebied bij hoort."})
    return centres


def parent_code(code: str) -> str:
    """The code of the area around this CBS code: BU01500101 > WK015001 > GM0150 > ""."""
    return {"BU": f"WK{code[2:8]}", "WK": f"GM{code[2:6]}"}.get(code[:2], "")


def _write_areas(
    areas: Sequence[AreaData], centres: Centres, known: dict[str, Area], done: Imported, tell: Progress
) -> None:
    newest = {code[2:]: area.year for code, area in known.items() if area.kind == Kind.MUNICIPALITY}
    for prefix, kind in (("GM", Kind.MUNICIPALITY), ("WK", Kind.DISTRICT), ("BU", Kind.NEIGHBOURHOOD)):
        level = [one for one in areas if one.code.startswith(prefix)]
        fresh, changed = [], []
        for one in level:
            area = known.get(one.code)
            if area is None and one.year < newest.get(one.code[2:6], 0):
                done.unknown.add(one.code)
            elif area is None:
                fresh.append(_new_area(one, kind, centres, known))
            elif one.year >= area.year and _renew(area, one):
                changed.append(area)
        for some in _batches(fresh, f"{kind.value} toevoegen", tell):
            Area.objects.bulk_create(some)
        for some in _batches(changed, f"{kind.value} bijwerken", tell):
            Area.objects.bulk_update(
                some, ["name", "folded", "year", "inhabitants", "inhabitants_source"], batch_size=250
            )
        known.update({area.code: area for area in fresh})
        _point_to_self(kind, known)
        done.areas += len(level)


def _new_area(one: AreaData, kind: Kind, centres: Centres, known: dict[str, Area]) -> Area:
    lon, lat = centres.get(one.code, (None, None))
    area = Area(code=one.code, kind=kind.value, year=0, lon=lon, lat=lat)
    _renew(area, one)
    if kind != Kind.MUNICIPALITY:
        parent = known.get(parent_code(one.code))
        if parent is None:
            raise Invalid({"": f"{one.code} hoort bij {parent_code(one.code)}, maar dat gebied is er niet."})
        area.parent = parent
        area.municipality_id = parent.municipality_id
        area.district_id = parent.pk if kind == Kind.NEIGHBOURHOOD else None
    return area


def _renew(area: Area, one: AreaData) -> bool:
    """Copy the values of the source; returns whether anything changed."""
    source = one.source if one.inhabitants is not None else ""
    name = line(one.name)
    new = (name, one.year, one.inhabitants, source)
    if new == (area.name, area.year, area.inhabitants, area.inhabitants_source):
        return False
    area.name, area.year, area.inhabitants, area.inhabitants_source = new
    area.folded = folded(name)
    return True


def _point_to_self(kind: Kind, known: dict[str, Area]) -> None:
    own = {Kind.MUNICIPALITY: "municipality", Kind.DISTRICT: "district"}.get(kind)
    if own:
        Area.objects.filter(kind=kind, **{f"{own}__isnull": True}).update(**{own: F("pk")})
        for area in known.values():
            if area.kind == kind:
                setattr(area, f"{own}_id", area.pk)


def _write_outlines(
    outlines: Sequence[OutlineData],
    centres: Centres,
    known: dict[str, Area],
    done: Imported,
    tell: Progress,
) -> None:
    years = dict(Outline.objects.values_list("area_id", "year"))
    rows, moved = {}, {}
    for one in outlines:
        area = known.get(one.code)
        if area is None:
            done.unknown.add(one.code)
        elif one.year >= years.get(area.pk, 0):
            rows[area.pk] = Outline(area=area, geometry=one.geometry, source=one.source, year=one.year)
            point = centres[one.code]
            if point != (area.lon, area.lat):
                area.lon, area.lat = point
                moved[area.pk] = area
    for some in _batches(list(rows.values()), "grenzen", tell):
        Outline.objects.bulk_create(
            some,
            update_conflicts=True,
            unique_fields=["area"],
            update_fields=["geometry", "source", "year"],
        )
    for areas in _batches(list(moved.values()), "middelpunten", tell):
        Area.objects.bulk_update(areas, ["lon", "lat"], batch_size=250)
    done.outlines += len(rows)


def _write_figures(
    figures: Sequence[FigureData], known: dict[str, Area], done: Imported, tell: Progress
) -> None:
    rows = {}
    same = {tuple(row) for row in Figure.objects.values_list("area_id", "key", "year", "value", "source")}
    for one in figures:
        area = known.get(one.code)
        if area is None:
            done.unknown.add(one.code)
        elif (area.pk, one.key, one.year, one.value, one.source) in same:
            done.figures += 1
        else:
            rows[area.pk, one.key, one.year] = Figure(
                area=area, key=one.key, value=one.value, source=one.source, year=one.year
            )
    for some in _batches(list(rows.values()), "cijfers", tell):
        Figure.objects.bulk_create(
            some,
            update_conflicts=True,
            unique_fields=["area", "key", "year"],
            update_fields=["value", "source"],
        )
    done.figures += len(rows)


def _batches(rows: Sequence[T], what: str, tell: Progress) -> Iterable[Sequence[T]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
        tell(what, min(start + BATCH, len(rows)), len(rows))
