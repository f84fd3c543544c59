"""The mandate card, checking it afterwards, and what each half brings, gets and fears."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import CHECKS
from middenstip.domain.deliberation.models import CELL_LENGTH, Gain, Mandate, MandateCheck
from middenstip.domain.deliberation.services.ballots import hold_table, require_seat
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Invalid, NotNow, no, require
from middenstip.kernel.write import write

CELLS = ("brings", "gets", "fears")


@write
def set_mandate(
    *,
    by: Actor,
    goal: Goal,
    subject: str,
    decides: str,
    advises: str,
    informed: str,
    step: str,
    promise: str,
    until_on: date,
    at: datetime,
) -> Mandate:
    """Write down who decides what. Once somebody checked it the promise stands: it is not written anew."""
    goal = hold_table(goal)
    require_seat(by, goal)
    decides, promise = typed.line(decides), typed.line(promise)
    rules.check_mandate(step, decides, promise, until_on, at)
    mandate = Mandate.objects.filter(goal=goal).first() or Mandate(goal=goal)
    if mandate.pk and mandate.checks.exists():
        raise NotNow("Mensen zeiden al of deze belofte klopte. Ze blijft daarom staan.")
    told: dict[str, Any] = {
        "subject": typed.name("subject", subject),
        "decides": decides,
        "advises": typed.line(advises),
        "informed": typed.line(informed),
        "step": step,
        "promise": promise,
        "until_on": until_on,
    }
    if mandate.pk and all(getattr(mandate, name) == value for name, value in told.items()):
        return mandate  # the same form twice
    for name, value in told.items():
        setattr(mandate, name, value)
    mandate.promised_by_id, mandate.at = by.seat_id, at
    mandate.store()
    _record(facts.MandateSet, goal, by, at, step=step)
    return mandate


@write
def check_mandate(*, by: Actor, mandate: Mandate, answer: str, at: datetime) -> MandateCheck:
    """A seat at the table says whether it had the influence that was promised; it may be changed."""
    if answer not in CHECKS:
        raise Invalid({"answer": "Kies ja, deels of nee."})
    sitting = {chair.seat_id for chair in chairs_at(mandate.goal)}
    require(YES if by.seat_id in sitting else no("Dit vragen we aan wie aan tafel zit."))
    Mandate.objects.select_for_update().get(pk=mandate.pk)
    one = MandateCheck.objects.filter(mandate=mandate, seat=by.seat_id).first()
    one = one or MandateCheck(mandate=mandate, seat_id=by.seat_id, half=by.half.value)
    one.answer, one.at = answer, at
    return one.store()


@write
def write_gain(*, by: Actor, goal: Goal, brings: str, gets: str, fears: str, at: datetime) -> Gain:
    """A seat writes the line of its own half; what another of that half wrote, is replaced."""
    goal = hold_table(goal)
    require_seat(by, goal)
    told = dict(zip(CELLS, map(typed.line, (brings, gets, fears)), strict=True))
    for name, text in told.items():
        if len(text) > CELL_LENGTH:
            raise Invalid({name: "Dit is te lang. Zeg het in één zin."})
    gain = Gain.objects.filter(goal=goal, half=by.half.value).first() or Gain(goal=goal, half=by.half.value)
    if gain.pk and all(getattr(gain, name) == text for name, text in told.items()):
        return gain
    gain.brings, gain.gets, gain.fears = told["brings"], told["gets"], told["fears"]
    gain.by_id, gain.at = by.seat_id, at
    gain.store()
    _record(facts.GainWritten, goal, by, at, half=by.half.value)
    return gain


def _record(kind: Any, goal: Goal, by: Actor, at: datetime, **data: str) -> None:
    thread = goal.initiative.public_id if goal.initiative else ""
    record(kind(subject=goal.public_id, thread=thread, **goal.area.where, **data), by=by, at=at)
