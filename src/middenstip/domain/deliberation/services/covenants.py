"""Writing a covenant, and signing it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import COVENANT, STANDS
from middenstip.domain.deliberation.models import Covenant, CovenantSignature
from middenstip.domain.deliberation.services.ballots import hold_table, require_seat
from middenstip.domain.deliberation.services.record import record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write

SIGNED = "Er is al getekend. De tekst verandert niet meer."


@write
def write_covenant(
    *, by: Actor, goal: Goal, name: str, ambition: str, themes: str, review_on: date, at: datetime
) -> Covenant:
    """Write what the halves want together, or write it anew. After the first signature the text stands."""
    goal = hold_table(goal)
    require_seat(by, goal)
    ambition = typed.text(ambition)
    rules.check_covenant(ambition, review_on, at)
    covenant = Covenant.objects.filter(goal=goal).first() or Covenant(goal=goal, area=goal.area)
    told: dict[str, Any] = {
        "name": typed.name("name", name),
        "ambition": ambition,
        "themes": "\n".join(dict.fromkeys(filter(None, map(typed.line, typed.text(themes).splitlines())))),
        "review_on": review_on,
    }
    if covenant.pk and all(getattr(covenant, name) == value for name, value in told.items()):
        return covenant  # the same form twice
    rules.check_readable(covenant)
    if covenant.pk and covenant.signatures.exists():
        raise NotNow(SIGNED)
    covenant.state = COVENANT.after(covenant.state, "write")
    for column, value in told.items():
        setattr(covenant, column, value)
    covenant.written_by_id, covenant.at = by.seat_id, at
    covenant.store()
    record_about(facts.CovenantWritten, covenant, by, at)
    return covenant


@write
def sign_covenant(*, by: Actor, covenant: Covenant, at: datetime) -> CovenantSignature:
    """Sign for your half; once. The covenant stands when a seat of every half signed."""
    goal = hold_table(covenant.goal)
    covenant = Covenant.objects.select_for_update(of=("self",)).select_related("area").get(pk=covenant.pk)
    covenant.goal = goal
    require(rules.may_sign_covenant(by, {chair.seat_id for chair in chairs_at(goal) if chair.counts}))
    known = covenant.signatures.filter(seat=by.seat_id).first()
    if known:
        return known
    rules.check_readable(covenant)
    covenant.state = COVENANT.after(covenant.state, "sign")
    signature = CovenantSignature(covenant=covenant, seat_id=by.seat_id, half=by.half.value, at=at).store()
    halves = set(covenant.signatures.values_list("half", flat=True))
    if covenant.state != STANDS and halves == {half.value for half in Half}:
        covenant.state = COVENANT.after(covenant.state, "stand")
        covenant.store("state")
    record_about(facts.CovenantSigned, covenant, by, at, stands=covenant.state == STANDS)
    return signature
