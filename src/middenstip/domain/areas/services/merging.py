"""A gemeente that CBS no longer delivers belongs to the newer one in which it lies."""

from __future__ import annotations

import shapely
from django.db.models import F, Min
from shapely.geometry.base import BaseGeometry

from middenstip.domain.areas.models import Area, Kind, Outline
from middenstip.domain.areas.services.shapes import from_geojson


def absorb_abolished() -> int:
    """Let each gemeente whose centre lies in one of a newer year belong to that one; returns how many.

    Its wijken and buurten are then past as well (`selectors.places.current`), and their rows stay found. A
    gemeente that lies in no newer one stays: perhaps only a part of the country was imported.
    """
    cities = Area.objects.filter(kind=Kind.MUNICIPALITY, municipality=F("pk"))
    oldest = cities.aggregate(year=Min("year"))["year"]
    newer = {city.pk: city.year for city in cities.filter(year__gt=oldest)} if oldest else {}
    old = [city for city in cities.filter(lon__isnull=False) if city.year < max(newer.values(), default=0)]
    rows = Outline.objects.filter(area__in=newer).values_list("area", "geometry") if old else ()
    borders = {key: from_geojson(geometry) for key, geometry in rows}
    return sum(_absorb(city, _home_of(city, borders, newer)) for city in old)


def _home_of(city: Area, borders: dict[int, BaseGeometry], years: dict[int, int]) -> int | None:
    """The key of the newer gemeente that holds the centre of this one."""
    point = shapely.Point(city.lon, city.lat)
    held = (key for key, border in borders.items() if years[key] > city.year and border.contains(point))
    return next(held, None)


def _absorb(city: Area, home: int | None) -> bool:
    if home is None:
        return False
    Area.objects.filter(municipality=city).update(municipality=home)
    if city.is_active:
        Area.objects.filter(pk=city.pk).update(is_active=False)
        Area.objects.filter(pk=home).update(is_active=True)
    return True
