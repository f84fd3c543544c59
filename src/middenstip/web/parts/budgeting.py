"""Budgets on other pages: on that of an area those that people can vote in now."""

from __future__ import annotations

from collections.abc import Iterator

from middenstip.domain.budgeting.lifecycle import euro
from middenstip.domain.budgeting.selectors import running_in
from middenstip.domain.rooms import path_to
from middenstip.web.shared import dates
from middenstip.web.shared.part import OnArea, Part, RoomParts

SHOWN = 3


def on_area(page: OnArea) -> Iterator[Part]:
    """Where people vote now. One query."""
    rows = running_in(page.place.kind, page.place.codes, SHOWN)
    if rows:
        values = {
            "budgets": [
                {
                    "url": path_to("budget", one.public_id),
                    "title": one.title,
                    "amount": euro(one.amount),
                    "day": dates.day_date(one.closes_on, page.today),
                }
                for one in rows
            ]
        }
        yield Part("parts/budgeting/area.html", page.WIDE, 4, values)


PARTS = RoomParts(on_area=on_area)
