"""Needs and offers on other pages: small needs of an area; and movements, of an area and of an initiative."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.matching.lifecycle import JOINED, MOVING
from middenstip.domain.matching.rules import may_bring
from middenstip.domain.matching.selectors import thanks_in, value_in
from middenstip.domain.matching.selectors.listings import smallest_rows
from middenstip.domain.matching.selectors.movements import movements_in, movements_of
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.listings import as_lines, as_thanks, value_figures
from middenstip.web.shared.part import OnArea, OnInitiative, Part, RoomParts

SHOWN = 5


def on_area(page: OnArea) -> Iterator[Part]:
    """The smallest needs, the latest thank-yous, and what all deals were worth."""
    area = (page.place.code, page.place.kind)
    small = smallest_rows(page.today, SHOWN, area=area)
    value = value_in(area)
    movements = movements_in(area, SHOWN)
    thanks = as_thanks(thanks_in(area, SHOWN)) if value["deals"] else []
    if not small and not value["deals"] and not movements:
        return
    shown = {
        "lines": as_lines(small),
        "thanks": thanks,
        "figures": value_figures(value),
        "code": page.place.code,
        "movements": [
            {
                "url": path_to("movement", row["public_id"]),
                "title": masked(row["title"]),
                "aim": masked(row["aim"]),
                "count": row["count"],
            }
            for row in movements
        ],
    }
    yield Part("parts/matching/area.html", page.WIDE, 15, shown)


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The movements that it is in; for the initiator those that ask it too, and to begin one. One query."""
    one = page.initiative
    if not one.submitted_at or one.is_hidden:
        return
    may_begin = page.actor and may_bring(page.actor, one)
    shown = [
        {
            "url": path_to("movement", member.movement.public_id),
            "title": masked(member.movement.title),
            "aim": masked(member.movement.aim),
            "is_in": member.state == JOINED,
        }
        for member in movements_of(one.pk)
        if may_begin or (member.state == JOINED and member.movement.state == MOVING)
    ]
    if shown:
        yield Part("parts/matching/initiative.html", page.MAIN, 970, {"movements": shown})
    if may_begin:
        url = f"{reverse('matching:movement_new')}?initiatief={one.public_id}"
        yield Part("components/act.html", page.ACTS, 50, {"url": url, "label": _("Begin een beweging")})


PARTS = RoomParts(on_area=on_area, on_initiative=on_initiative)
