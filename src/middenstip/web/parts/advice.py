"""Advice on other pages: what is asked in an area, about an initiative and at a table, and the way to ask."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from middenstip.domain.advice.models import AdviceRequest
from middenstip.domain.advice.rules import may_ask_about
from middenstip.domain.advice.selectors import open_in, requests_about
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.web.shared.advice import as_requests
from middenstip.web.shared.part import OnArea, OnGoal, OnInitiative, Part, RoomParts

SHOWN = 3
TEMPLATE = "parts/advice/about.html"


def on_area(page: OnArea) -> Iterator[Part]:
    """Requests to which advice can be given. One query."""
    rows = open_in(page.place.kind, page.place.codes, SHOWN)
    if rows:
        values = {
            "requests": as_requests(rows, page.today),
            "all": f"{reverse('advice:index')}?{urlencode({'gebied': page.place.code})}",
        }
        yield Part("parts/advice/area.html", page.WIDE, 6, values)


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """What residents were asked about it, and for an institution the way to ask. One query."""
    one = page.initiative
    if not one.submitted_at or one.is_hidden:
        return
    rows = requests_about(initiative=one, limit=SHOWN)
    ask = _way(page.actor, "initiatief", one.public_id) if may_ask_about(one, None) else ""
    yield from _about(page, rows, ask, 970)


def on_goal(page: OnGoal) -> Iterator[Part]:
    """What residents were asked about it, and for an institution at the table the way to ask. One query."""
    rows = requests_about(goal=page.goal, limit=SHOWN)
    can_ask = page.sits and may_ask_about(None, page.goal)
    ask = _way(page.actor, "opgave", page.goal.public_id) if can_ask else ""
    yield from _about(page, rows, ask, 16)


def _about(page: OnInitiative | OnGoal, rows: list[AdviceRequest], ask: str, order: int) -> Iterator[Part]:
    if rows or ask:
        values = {"requests": as_requests(rows, page.today), "ask": ask}
        yield Part(TEMPLATE, page.MAIN, order, values)


def _way(actor: Actor | None, about: str, code: str) -> str:
    """The address to ask, for who speaks for the overheid or a company; "" for others."""
    if actor is None or actor.half == Half.RESIDENTS:
        return ""
    return f"{reverse('advice:ask')}?{urlencode({about: code})}"


PARTS = RoomParts(on_area=on_area, on_initiative=on_initiative, on_goal=on_goal)
