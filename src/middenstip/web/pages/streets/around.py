"""What is in an area and has no point of its own: places and signals. They are shown where their area is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code, areas_by_code
from middenstip.domain.intake.selectors.refer import points_in
from middenstip.domain.labs.selectors import labs_in
from middenstip.domain.rooms import path_to
from middenstip.domain.signals.lifecycle import OPEN
from middenstip.domain.signals.selectors import signal_rows
from middenstip.kernel.contact import masked
from middenstip.web.shared.places import Place

INITIATIVE, LAB, SUPPORT, SIGNAL = "initiatief", "lab", "steunpunt", "signaal"
KINDS = {
    INITIATIVE: _noop("initiatief"),
    LAB: _noop("stadslab"),
    SUPPORT: _noop("steunpunt"),
    SIGNAL: _noop("signaal"),
}
MOST = 50  # of each kind


@dataclass(frozen=True)
class Thing:
    """One thing on the map or in the list. `area` is its code, `spot` its lon and lat, if it has them."""

    kind: str
    name: str
    url: str
    area: str
    spot: tuple[float, float] | None = None

    @property
    def word(self) -> str:
        """What it is, in the language of the reader."""
        return _(KINDS[self.kind])


def things_around(place: Place) -> list[Thing]:
    """The labs, support points and open signals of an area. At most five queries."""
    area = area_by_code(place.code)
    found = [
        *(_lab(one.public_id, one.name, one.area.code) for one in labs_in(place.code, MOST)),
        *(_support(one.public_id, one.name, one.area.code) for one in points_in(area, "", "", MOST)),
        *(
            Thing(SIGNAL, masked(row["title"]), path_to("signal", row["public_id"]), row["area__code"])
            for row in signal_rows(area, "", None, MOST)
            if row["state"] in OPEN
        ),
    ]
    areas = {one.code: one for one in areas_by_code({thing.area for thing in found})}
    return [Thing(one.kind, one.name, one.url, one.area, _spot(areas[one.area])) for one in found]


def _lab(public_id: str, name: str, area: str) -> Thing:
    return Thing(LAB, masked(name), path_to("lab", public_id), area)


def _support(public_id: str, name: str, area: str) -> Thing:
    return Thing(SUPPORT, name, path_to("support_point", public_id), area)


def _spot(area: Area) -> tuple[float, float] | None:
    return (area.lon, area.lat) if area.lon is not None and area.lat is not None else None
