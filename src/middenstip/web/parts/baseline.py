"""The ways to the figures and scans of an area, and to the effects of an initiative."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from middenstip.web.shared.part import OnArea, OnInitiative, Part, RoomParts

PLACE = 30  # after the two columns: the figures, and what lies in the area
EFFECTS = 984  # near the end of an initiative


def on_area(page: OnArea) -> Iterator[Part]:
    """A link. No query."""
    values = {
        "name": page.place.name,
        "figures_url": reverse("baseline:figures", args=[page.place.code]),
        "scans_url": reverse("baseline:scans", args=[page.place.code]),
    }
    yield Part("parts/baseline/area.html", page.GROUND, PLACE, values)


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The way to what the initiative wants to change. No query."""
    one = page.initiative
    if one.submitted_at and not one.is_hidden:
        url = reverse("baseline:effects", args=[one.public_id])
        yield Part("parts/baseline/initiative.html", page.MAIN, EFFECTS, {"url": url})


PARTS = RoomParts(on_area=on_area, on_initiative=on_initiative)
