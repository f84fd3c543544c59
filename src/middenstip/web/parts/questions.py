"""Questions on other pages: those that nobody answers (*wie weet dit?*), and the way to ask one."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.questions.rules import may_link
from middenstip.domain.questions.selectors import raised_in
from middenstip.web.shared.part import OnArea, OnInitiative, Part, RoomParts
from middenstip.web.shared.questions import as_questions

SHOWN = 3


def on_area(page: OnArea) -> Iterator[Part]:
    """Questions that wait for ten working days. One query."""
    rows = raised_in(page.place.kind, page.place.codes, SHOWN)
    if rows:
        values = {"questions": as_questions(rows, page.today)}
        yield Part("parts/questions/area.html", page.WIDE, 5, values)


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The initiator can ask a question for it. No query."""
    if page.actor and may_link(page.actor, page.initiative):
        url = f"{reverse('questions:ask')}?initiatief={page.initiative.public_id}"
        yield Part(
            "components/act.html", page.ACTS, 40, {"url": url, "label": _("Stel een vraag aan anderen")}
        )


PARTS = RoomParts(on_area=on_area, on_initiative=on_initiative)
