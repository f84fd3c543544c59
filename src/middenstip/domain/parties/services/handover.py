"""Handing over a seat: a line for each open thing, until the next person in the seat took it over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.parties import facts, lifecycle, rules
from middenstip.domain.parties.lifecycle import LINE, UNSETTLED
from middenstip.domain.parties.models import Handover, HandoverLine, Seat
from middenstip.domain.parties.selectors import codes_around, manager_above, sitting_in, term_days
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.term import ESCALATIONS
from middenstip.kernel.turn import short
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

Key = tuple[str, str]  # noun and public id


@dataclass(frozen=True)
class Left:
    """One open thing that was left: what it is, its name, its last day, and the role of the other side."""

    noun: str
    target: str
    name: str
    due_on: date | None = None
    contact: str = ""
    shown_on: str = ""

    @property
    def key(self) -> Key:
        return self.noun, self.target


@write
def open_handover(*, seat: Seat, left: Collection[Left], note: str = "", at: datetime) -> Handover | None:
    """Somebody left this seat at this moment: what it owes waits for who comes after. Safe to run twice.

    None when nothing is owed. What an earlier successor took over waits again when that one leaves too.
    """
    seat = Seat.objects.select_for_update(of=("self",)).select_related("area", "side").get(pk=seat.pk)
    if not left or Handover.objects.filter(seat=seat, at__gte=at).exists():
        return None
    one = Handover.objects.filter(seat=seat, closed_at=None).first() or Handover(seat=seat)
    one.at, one.note = at, typed.text(note) or one.note
    organisation = seat.side.organisation_id if seat.side else None
    one.start_term(timezone.localdate(at), term_days(lifecycle.HANDOVER, organisation))
    one.store()
    known = {(line.noun, line.target): line for line in one.lines.all()}
    HandoverLine.objects.bulk_create(_line(one, owed) for owed in left if owed.key not in known)
    for owed in left:
        if line := known.get(owed.key):
            line.state = LINE.after(line.state, "leave")
            line.store("state")
    manager, _is_up = _manager(seat, timezone.localdate(at))
    told: dict[str, Any] = {"subject": seat.public_id, **seat.area.where, "seat": manager}
    record(facts.HandoverOpened(**told, lines=len(left)), by=None, at=at)
    return one


@write
def confirm_line(*, by: Actor, line: HandoverLine, at: datetime) -> HandoverLine:
    """Who sits there now takes it over. The other side hears with whom they deal."""
    line = _answered(by, line, "confirm", at)
    line.store("state", "answered_at")
    seat = line.handover.seat
    about = {"about": line.noun, "target": line.target}
    record(facts.HandoverConfirmed(subject=seat.public_id, **seat.area.where, **about), by=by, at=at)
    _close(line.handover, at)
    return line


@write
def decline_line(*, by: Actor, line: HandoverLine, why: str, at: datetime) -> HandoverLine:
    """Who sits there now cannot do it, and says why: it stays red, and the manager hears it at once."""
    line = _answered(by, line, "decline", at)
    line.why = typed.line(why)
    if not line.why:
        raise Invalid({"why": "Schrijf waarom het niet kan. De leidinggevende leest dit."})
    line.store("state", "answered_at", "why")
    seat = line.handover.seat
    manager, _is_up = _manager(seat, timezone.localdate(at))
    about = {"about": line.noun, "target": line.target, "seat": manager}
    record(facts.HandoverDeclined(subject=seat.public_id, **seat.area.where, **about), by=by, at=at)
    return line


@write
def settle_handover(*, handover: Handover, owed: Collection[Key], at: datetime) -> bool:
    """Lines of what the seat owes no longer lapse: it was done, ended, or taken by another seat.

    `owed` is what the seat owes now. Returns whether the handover is still open.
    """
    handover = _fresh(handover.pk)
    for line in handover.lines.filter(state__in=UNSETTLED):
        if (line.noun, line.target) not in owed:
            line.state = LINE.after(line.state, "lapse")
            line.store("state")
    return not _close(handover, at)


@write
def ring_handover(*, handover: Handover, at: datetime) -> None:
    """Ring the bells that are due. Of an empty seat every bell rings at the manager."""
    handover, today = _fresh(handover.pk), timezone.localdate(at)
    seat, due = handover.seat, handover.due_on
    bells = handover.ring(today)
    is_empty = not sitting_in([seat.pk], today)[seat.pk] if bells else False
    for bell in bells:
        manager, is_up = _manager(seat, today) if is_empty or bell in ESCALATIONS else ("", False)
        told: dict[str, Any] = {"subject": seat.public_id, **seat.area.where, "seat": manager}
        day = due.isoformat() if due else ""
        record(facts.HandoverRang(**told, bell=bell, due=day, is_up=is_up), by=None, at=at)
    handover.store("bell_on")


def _line(handover: Handover, owed: Left) -> HandoverLine:
    return HandoverLine(
        handover=handover,
        noun=owed.noun,
        target=owed.target,
        shown_on=owed.shown_on,
        name=short(owed.name),
        contact=short(owed.contact),
        due_on=owed.due_on,
    )


def _answered(by: Actor, line: HandoverLine, act: str, at: datetime) -> HandoverLine:
    handover = _fresh(line.handover_id)
    line = handover.lines.get(pk=line.pk)
    line.handover = handover
    require(rules.may_answer_handover(by, handover.seat))
    line.state, line.answered_at = LINE.after(line.state, act), at
    return line


def _close(handover: Handover, at: datetime) -> bool:
    """Close it when no line waits any more; what was written for the successor goes."""
    if handover.lines.filter(state__in=UNSETTLED).exists():
        return False
    handover.closed_at, handover.note = at, ""
    handover.end_term()
    handover.store("closed_at", "note", "bell_on")
    return True


def _fresh(handover: int) -> Handover:
    """The handover with this key, locked, with its seat."""
    rows = Handover.objects.select_for_update(of=("self",))
    return rows.select_related("seat__area__district", "seat__area__municipality", "seat__side").get(
        pk=handover
    )


def _manager(seat: Seat, today: date) -> tuple[str, bool]:
    """The public id of the seat that leads here, "" when there is none."""
    found, is_up = manager_above(codes_around(seat.area), today)
    return (found.public_id if found else ""), is_up
