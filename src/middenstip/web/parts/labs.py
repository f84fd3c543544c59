"""Labs on other pages: those of an area."""

from __future__ import annotations

from collections.abc import Iterator

from middenstip.domain.labs.selectors import labs_in
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.part import OnArea, Part, RoomParts

SHOWN = 3


def on_area(page: OnArea) -> Iterator[Part]:
    """The labs here. One query."""
    rows = [
        {"url": path_to("lab", lab.public_id), "name": masked(lab.name)}
        for lab in labs_in(page.place.code, SHOWN)
    ]
    if rows:
        yield Part("parts/labs/area.html", page.WIDE, 5, {"labs": rows})


PARTS = RoomParts(on_area=on_area)
