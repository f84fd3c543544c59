"""Organisations on other pages: at a table, how each one there works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.selectors import logic_shown
from middenstip.web.shared.dates import month_name
from middenstip.web.shared.part import OnGoal, Part, RoomParts

NEW = timedelta(days=14)  # so long is what another organisation wrote open for who sits with it


def on_goal(page: OnGoal) -> Iterator[Part]:
    """How each organisation at the table works, folded; open for who sits with it only since a while.

    Two queries.
    """
    chairs = chairs_at(page.goal)
    seat = page.actor.seat_id if page.actor and page.sits else None
    mine = next((one for one in chairs if one.seat_id == seat), None)
    own = mine.seat.side.organisation if mine and mine.seat.side else None
    met: dict[int, Any] = {}  # the first chair of each organisation
    for chair in chairs:
        if chair.seat.side:
            met.setdefault(chair.seat.side.organisation_id, chair)
    known = logic_shown(met) if met else {}
    cards = []
    for key, chair in met.items():
        if key not in known:
            continue
        card, organisation = known[key], chair.seat.side.organisation
        since = timezone.localdate(max(chair.joined_at, mine.joined_at)) if mine else None
        cards.append(
            {
                "name": organisation.name,
                "url": reverse("parties:logic", args=[organisation.public_id]),
                "card": card,
                "month": month_name(card.budget_month),
                "is_open": bool(since and since + NEW > page.today and organisation != own),
            }
        )
    write = reverse("parties:write_logic", args=[own.public_id]) if own and own.pk not in known else ""
    if cards or write:
        yield Part("parts/parties/goal.html", page.MAIN, 5, {"cards": cards, "write_url": write})


PARTS = RoomParts(on_goal=on_goal)
