"""Needs and offers on other pages: what an initiative asks and offers, and small needs of an area."""

from __future__ import annotations

from collections.abc import Iterator

from middenstip.domain.matching.selectors import thanks_in, value_in
from middenstip.domain.matching.selectors.listings import smallest_rows
from middenstip.web.shared.listings import as_lines, as_thanks, value_figures
from middenstip.web.shared.part import OnArea, Part, RoomParts

SHOWN = 5


def on_area(page: OnArea) -> Iterator[Part]:
    """The smallest needs, the latest thank-yous, and what all deals were worth."""
    area = (page.place.code, page.place.kind)
    small = smallest_rows(page.today, SHOWN, area=area)
    value = value_in(area)
    thanks = as_thanks(thanks_in(area, SHOWN)) if value["deals"] else []
    if not small and not value["deals"]:
        return
    shown = {
        "lines": as_lines(small),
        "thanks": thanks,
        "figures": value_figures(value),
        "code": page.place.code,
    }
    yield Part("parts/matching/area.html", page.WIDE, 15, shown)


PARTS = RoomParts(on_area=on_area)
