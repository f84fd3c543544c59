"""Organisations on other pages: at a table, how each one there works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from middenstip.domain.goals.selectors import organisations_at
from middenstip.web.shared.dates import month_name
from middenstip.web.shared.part import OnGoal, Part, RoomParts

NEW = timedelta(days=14)  # so long is what another organisation wrote open for who sits with it


def on_goal(page: OnGoal) -> Iterator[Part]:
    """How each organisation at the table works, folded; open for who sits with it only since a while.

    One query.
    """
    chairs = organisations_at(page.goal)
    seat = page.actor.seat_id if page.actor and page.sits else None
    mine = next((one for one in chairs if one["seat"] == seat), None)
    met: dict[int, dict[str, Any]] = {}  # the first chair of each organisation
    for chair in chairs:
        if chair["organisation"]:
            met.setdefault(chair["organisation"], chair)
    cards = []
    for key, chair in met.items():
        if chair["card__decides"] is None:
            continue
        since = timezone.localdate(max(chair["joined_at"], mine["joined_at"])) if mine else None
        is_new = bool(since and since + NEW > page.today)
        cards.append(
            {
                "name": chair["name"],
                "url": reverse("parties:logic", args=[chair["code"]]),
                "decides": chair["card__decides"],
                "takes": chair["card__takes"],
                "month": month_name(chair["card__budget_month"]),
                "is_open": bool(is_new and mine and mine["organisation"] != key),
            }
        )
    lacks = mine and mine["organisation"] and met[mine["organisation"]]["card__decides"] is None
    write = reverse("parties:write_logic", args=[mine["code"]]) if mine and lacks else ""
    if cards or write:
        yield Part("parts/parties/goal.html", page.MAIN, 5, {"cards": cards, "write_url": write})


PARTS = RoomParts(on_goal=on_goal)
