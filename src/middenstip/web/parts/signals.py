"""The way to report what holds an initiative up, on its page."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.web.shared.part import OnInitiative, Part, RoomParts

PLACE = 985  # near the end, above *Meld dit*


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """A link, while the initiative runs. No query."""
    one = page.initiative
    if one.submitted_at and not one.is_hidden and STAGES.acts(one.stage):
        url = f"{reverse('signals:new')}?initiatief={one.public_id}"
        yield Part("parts/signals/initiative.html", page.MAIN, PLACE, {"url": url})


PARTS = RoomParts(on_initiative=on_initiative)
