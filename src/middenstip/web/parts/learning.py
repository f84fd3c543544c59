"""Case studies on other pages: an initiator whose initiative ended is asked to tell how it went."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from middenstip.domain.learning.rules import may_begin
from middenstip.web.shared.part import OnInitiative, Part, RoomParts


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """Five questions, for the initiator after the end. No query."""
    if page.actor and may_begin(page.actor, page.initiative):
        values = {"url": reverse("learning:begin", args=[page.initiative.public_id])}
        yield Part("parts/learning/initiative.html", page.MAIN, 8, values)


PARTS = RoomParts(on_initiative=on_initiative)
