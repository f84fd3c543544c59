"""A turn as the dark card shows it (`components/ball.html`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.turn import Turn
from middenstip.web.shared import dates


def is_for(turn: Turn | None, actor: Actor | None, person: int | None = None) -> bool:
    """Whether the reader has the turn: in the hat of `actor`, or as the person with this key."""
    if turn is None:
        return False
    return turn.lies_with(actor.person_id if actor else person, [actor.seat_id] if actor else ())


def card(turn: Turn, today: date, *, is_mine: bool, here: str = "") -> dict[str, Any]:
    """The variables of the card; a button only when the reader has the turn and it leads away from `here`."""
    since = timezone.localdate(turn.since) if turn.since else None
    who = turn.who.name
    role = turn.who.role.removesuffix(f", {who}")  # name an organisation only once
    shown: dict[str, Any] = {"who": who, "role": role, "half": turn.who.half, "question": turn.ask}
    shown |= {"since_text": "", "due_text": "", "late_text": "", "used": None, "url": "", "action": ""}
    if since:
        shown["since_text"] = _("Sinds %(day)s") % {"day": dates.short_date(since, today)}
    if turn.due:
        shown["due_text"] = _("Uiterlijk %(day)s") % {"day": dates.short_date(turn.due)}
        if is_past(turn.due, today):
            shown["late_text"] = dates.days_left(turn.due, today)
    if since and turn.due and turn.due > since:
        shown["used"] = max(0, min(100, round(100 * (today - since).days / (turn.due - since).days)))
    if is_mine and turn.path != here:
        shown |= {"url": turn.path, "action": turn.label}
    return shown
