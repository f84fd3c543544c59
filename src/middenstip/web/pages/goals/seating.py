"""Who asks for a chair at a table, and what is asked about stopping it or sending a chair away."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.goals import rules
from middenstip.domain.goals.lifecycle import GOAL, PENDING, STOPPED
from middenstip.domain.goals.models import Goal, Motion
from middenstip.domain.goals.selectors import Asking, consents_to, motions_at, requests_at
from middenstip.web.pages.goals.table import Table


def who_comes_and_goes(table: Table, today: date, at: datetime) -> dict[str, Any]:
    """The values for the parts *gevraagd* and *verzoek* of the page of a table. Three queries."""
    goal, reader = table.goal, table.reader
    asked = requests_at(goal, today) if GOAL.allows(goal.state, "join") else []
    motions = motions_at(goal, at)
    said_yes = consents_to(motions)
    voters = [place for place in table.here if place.counts] or table.here
    leads = bool(reader and rules.leads(reader, goal))
    may_move = bool(leads or (reader and reader.seat_id in {place.seat for place in voters}))
    is_host = bool(reader and rules.is_host(reader, goal))
    mine = next((one for one in asked if reader and one.seat == reader.seat_id), None)
    return {
        "my_request": mine.public_id if mine else "",
        "requests": [_asking(one) for one in asked] if table.is_at_table or is_host else [],
        "motions": [_motion(table, one, said_yes, leads) for one in motions if _shows(table, one)],
        "can_move": may_move and GOAL.allows(goal.state, "leave"),
        "can_stop": may_move and GOAL.allows(goal.state, "stop"),
        "removable": _removable(table) if may_move else [],
        "unsure": [place for place in table.here if not place.counts],
        "for_whom": _for_whom(goal),
    }


def _for_whom(goal: Goal) -> str:
    """The name of the buurt, wijk or gemeente of which the people are meant."""
    area = goal.area.district if goal.reach == "wijk" and goal.area.kind == "buurt" else goal.area
    return goal.municipality.name if goal.reach == "gemeente" or area is None else area.name


def _asking(one: Asking) -> dict[str, Any]:
    note = [one.label, one.area] + ([] if one.counts else [_("nog niet bevestigd")])
    return {"key": one.public_id, "name": one.name or one.label, "note": " · ".join(note), "word": one.word,
            "half": one.half}  # fmt: skip


def _shows(table: Table, motion: Motion) -> bool:
    """A motion to stop only while it can have its effect; a stopped table shows only that."""
    if table.goal.state == STOPPED:
        return motion.state != PENDING and motion.chair_id is None
    return motion.state == PENDING or motion.chair_id is not None


def _motion(table: Table, motion: Motion, said_yes: set[tuple[int, int]], leads: bool) -> dict[str, Any]:
    places = [place for place in table.here if motion.chair is None or place.seat != motion.chair.seat_id]
    voters = [place for place in places if place.counts] or places
    waiting = [place for place in voters if (motion.pk, place.seat) not in said_yes]
    mine = table.reader.seat_id if table.reader else 0
    is_pending = motion.state == PENDING
    return {
        "key": motion.public_id,
        "title": _title(motion),
        "reason": motion.reason,
        "by": motion.by.label,
        "until": motion.until,
        "is_pending": is_pending,
        "waiting": [place.who for place in waiting],
        "can_answer": is_pending and (leads or mine in {place.seat for place in waiting}),
        "can_refuse": is_pending and mine in {place.seat for place in voters},
        "can_undo": not is_pending and (leads or table.is_at_table),
    }


def _title(motion: Motion) -> str:
    is_pending = motion.state == PENDING
    if motion.chair is None:
        return _("Verzoek: stop deze tafel") if is_pending else _("Deze tafel is gestopt")
    words = _("Verzoek: laat %(seat)s opstaan") if is_pending else _("%(seat)s moest opstaan")
    return words % {"seat": motion.chair.seat.label}


def _removable(table: Table) -> list[tuple[str, str]]:
    """The other seats at the table, as choices."""
    mine = table.mine
    return [(place.seat_id, f"{place.who}, {place.label}") for place in table.here if place is not mine]
