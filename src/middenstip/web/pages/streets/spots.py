"""The points on the map with streets, as GeoJSON: a feature for each place, or for each cell when crowded."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.initiatives.selectors.spots import Box, Cell, cells, spots
from middenstip.web.pages.streets.around import INITIATIVE, SIGNAL, Thing, things_around
from middenstip.web.shared.cards import address
from middenstip.web.shared.places import Place
from middenstip.web.shared.words import thousands

MOST = 150  # single points; more are counted per cell
LISTED = 12  # things at one place that a popup names
DIGITS = 5  # of a degree: a metre
Features = list[dict[str, Any]]


def box_of(told: str) -> Box | None:
    """A box in a query, as Leaflet writes it: west, south, east, north. None when it cannot be read."""
    try:
        numbers = [round(float(one), 3) for one in told.split(",")]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(math.isfinite(one) and abs(one) <= 360 for one in numbers):
        return None
    return Box(*numbers)


def collection(place: Place, box: Box | None) -> dict[str, Any]:
    """The points of an area, inside a box if there is one; `heel` says that more detail does not exist."""
    here = (place.code, place.kind)
    rows = spots(here, box, MOST + 1)
    others = [one for one in things_around(place) if one.spot]
    if len(rows) > MOST:
        counted = cells(here, box)
        number = sum(cell.number for cell in counted)
        features = [*_crowds(place, counted), *_places(others)]
    else:
        number = len(rows)
        features = list(_places([*map(_initiative, rows), *others]))
    return {
        "type": "FeatureCollection",
        "features": features,
        "heel": len(rows) <= MOST and box is None,
        "zin": _sentence(number, others),
    }


def _initiative(row: dict[str, Any]) -> Thing:
    return Thing(INITIATIVE, row["title"], address(row["public_id"]), "", (row["lon"], row["lat"]))


def _crowds(place: Place, counted: Iterable[Cell]) -> Iterator[dict[str, Any]]:
    """A feature for each cell; of a cell with one initiative, that one."""
    more = f"{reverse('finder:list')}?{urlencode({'gebied': place.code})}"
    for cell in counted:
        spot = (cell.lon, cell.lat)
        if cell.number == 1:
            yield _feature(spot, [Thing(INITIATIVE, cell.title, address(cell.public_id), "", spot)])
        else:
            name = _("%(number)s initiatieven bij elkaar") % {"number": thousands(cell.number)}
            told = {"soort": "tros", "naam": name, "aantal": cell.number, "url": more, "dingen": []}
            yield _shape(spot, told)


def _places(things: Iterable[Thing]) -> Iterator[dict[str, Any]]:
    """A feature for each place, with all that is there."""
    there: dict[tuple[float, float], list[Thing]] = {}
    for thing in things:
        if thing.spot:
            there.setdefault((round(thing.spot[0], DIGITS), round(thing.spot[1], DIGITS)), []).append(thing)
    for spot, some in there.items():
        yield _feature(spot, some)


def _feature(spot: tuple[float, float], some: list[Thing]) -> dict[str, Any]:
    if len(some) == 1:
        one = some[0]
        name = f"{one.word}: {one.name}"
        return _shape(spot, {"soort": one.kind, "naam": name, "aantal": 1, "url": one.url, "dingen": []})
    name = _("%(number)s bij elkaar op deze plek") % {"number": len(some)}
    named = [{"soort": one.word, "naam": one.name, "url": one.url} for one in some[:LISTED]]
    return _shape(spot, {"soort": "tros", "naam": name, "aantal": len(some), "url": "", "dingen": named})


def _shape(spot: tuple[float, float], told: dict[str, Any]) -> dict[str, Any]:
    at = [round(spot[0], DIGITS), round(spot[1], DIGITS)]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": told}


def _sentence(number: int, others: list[Thing]) -> str:
    """What is on the map now, for who does not see it."""
    signals = Counter(one.kind for one in others)[SIGNAL]
    initiatives = ngettext("%(number)s initiatief", "%(number)s initiatieven", number) % {
        "number": thousands(number)
    }
    places = ngettext("%(number)s plek", "%(number)s plekken", len(others) - signals) % {
        "number": len(others) - signals
    }
    blocked = ngettext("%(number)s signaal", "%(number)s signalen", signals) % {"number": signals}
    told = {"initiatives": initiatives, "places": places, "signals": blocked}
    return _("Op de kaart: %(initiatives)s, %(places)s en %(signals)s.") % told
