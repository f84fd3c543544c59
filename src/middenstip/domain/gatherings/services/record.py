"""Reading a gathering or an invitation to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.gatherings.models import Gathering, Lottery, ProcessInvite
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(gathering: Gathering) -> Gathering:
    """The gathering as it is now, locked: one change in it at a time."""
    rows = Gathering.objects.select_for_update(of=("self",))
    return rows.select_related("area", "initiative", "goal__initiative").get(pk=gathering.pk)


def record_about(kind: Any, gathering: Gathering, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a gathering, in the story of its initiative if it has one."""
    about = gathering.initiative or (gathering.goal.initiative if gathering.goal else None)
    thread = about.public_id if about else ""
    record(kind(subject=gathering.public_id, thread=thread, **gathering.area.where, **data), by=by, at=at)


def fresh_invite(invite: ProcessInvite) -> ProcessInvite:
    """The invitation as it is now, locked."""
    rows = ProcessInvite.objects.select_for_update(of=("self",))
    around = ("initiative__area__district", "initiative__municipality", "initiative__district", "seat")
    return rows.select_related(*around).get(pk=invite.pk)


def record_invite(kind: Any, invite: ProcessInvite, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about an invitation, in the story of its initiative."""
    initiative = invite.initiative
    told = {"subject": invite.public_id, "thread": initiative.public_id, **initiative.area.where, **data}
    record(kind(**told), by=by, at=at)


def record_lottery(kind: Any, lottery: Lottery, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about the lottery of a gathering, in the story of its initiative if it has one."""
    gathering = lottery.gathering
    about = gathering.initiative or (gathering.goal.initiative if gathering.goal else None)
    thread = about.public_id if about else ""
    record(kind(subject=lottery.public_id, thread=thread, **gathering.area.where, **data), by=by, at=at)
