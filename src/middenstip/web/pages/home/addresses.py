"""*Waar woon je?* From a postcode or a street to the buurt it lies in."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code, areas_by_code
from middenstip.domain.areas.selectors.maps import area_at
from middenstip.domain.rooms import path_to
from middenstip.kernel.typed import searchable
from middenstip.web.shared.geocoder import Spot, Unreachable, postcode_in, spots_of
from middenstip.web.shared.places import home_area

LOOKED_UP = 3  # spots without a buurt that we know: found by their point, which takes queries


@dataclass(frozen=True)
class Found:
    """What came of it: places to choose from, the path of the only one (or ""), or that it failed."""

    places: tuple[dict[str, str], ...] = ()
    only: str = ""
    has_failed: bool = False


def knows_addresses() -> bool:
    """Whether this platform asks a geocoder."""
    return bool(settings.GEOCODER)


def looks_like_address(typed: str) -> bool:
    """Whether a text has a number or a postcode: no name of an area has."""
    return any(sign.isdigit() for sign in typed)


def find_address(typed: str) -> Found:
    """The buurten of a postcode or street. One query for all of them, and three for each unknown one."""
    home = home_area()
    try:
        spots = spots_of(typed, home["name"] if home else "")
    except Unreachable:
        return Found(has_failed=True)
    there = _areas(spots)
    places = {area.code: _place(spot, area) for spot, area in reversed(there)}
    if len(places) == 1 and (postcode_in(typed) or _is_named(typed, there[0][0].street)):
        return Found(only=path_to("area", there[0][1].code))
    return Found(tuple(reversed(places.values())))


def _areas(spots: list[Spot]) -> list[tuple[Spot, Area]]:
    """Each spot with its area, without those in a place that is not on this platform."""
    known = {area.code: area for area in areas_by_code({spot.buurt for spot in spots})}
    found: list[tuple[Spot, Area]] = []
    looked = 0
    for spot in spots:
        area = known.get(spot.buurt)
        if area is None and spot.point and looked < LOOKED_UP:
            looked += 1
            city = area_by_code(spot.municipality)
            area = area_at(city, *spot.point) if city else None
        if area:
            found.append((spot, area))
    return found


def _is_named(typed: str, street: str) -> bool:
    return bool(street) and searchable(street) in searchable(typed)


def _place(spot: Spot, area: Area) -> dict[str, str]:
    """An area, with the street that led to it."""
    street = ", ".join(part for part in (spot.street, spot.town) if part)
    return {
        "url": path_to("area", area.code),
        "name": area.name,
        "line": street or _(area.get_kind_display()),
    }
