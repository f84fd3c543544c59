"""Thanks on the page of their initiative."""

from __future__ import annotations

from collections.abc import Iterator

from middenstip.domain.thanks.selectors import thanks_about

from middenstip.domain.rooms import path_to
from middenstip.web.shared.part import OnInitiative, Part, RoomParts


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The newest thanks."""
    lines = [
        {"text": one.text, "who": one.seat.label, "url": path_to("thanks", one.public_id)}
        for one in thanks_about(page.initiative)
    ]
    if lines:
        yield Part("parts/thanks/initiative.html", page.MAIN, 75, {"thanks": lines})


PARTS = RoomParts(on_initiative=on_initiative)
