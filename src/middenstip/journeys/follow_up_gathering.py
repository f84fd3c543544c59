"""A line of the notes becomes an action, a signal or a draft; and the follow-up day is measured."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import DONE as KEPT
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.gatherings.models import Gathering, NoteLine
from middenstip.domain.gatherings.models.gathering import SHORT
from middenstip.domain.gatherings.rules import may_manage
from middenstip.domain.gatherings.selectors import initiative_of, lines_of, seats_present, to_measure
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import CASE
from middenstip.domain.intake.lifecycle import DONE as FINISHED
from middenstip.domain.intake.models import Action
from middenstip.domain.parties.models import Seat
from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.services.signals import Hinders
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

ALREADY = "Van deze regel is al iets gemaakt."
AT_ONCE = 500


@write
def act_on_line(*, by: Actor, line: NoteLine, at: datetime) -> Action:
    """An action of the initiative; twice is once. Locks the case first, as every journey."""
    require(may_manage(by, line.gathering))
    case = intake.hold_case(initiative=initiative_of(line.gathering))
    if case is None or not CASE.allows(case.state, "plan"):
        raise NotNow("Nog niemand van de balie nam dit initiatief aan. Taken maken kan daarna.")
    line = gatherings.hold_line(by=by, line=line)
    if line.noun == "action":
        return Action.objects.get(public_id=line.code)
    if line.noun:
        raise NotNow(ALREADY)
    made = intake.plan_action(by=by, case=case, text=line.text, at=at)
    gatherings.name_line(by=by, line=line, noun="action", code=made.public_id, at=at)
    return made


@write
def promise_on_line(
    *, by: Actor, line: NoteLine, promisor: Seat, promisee: Seat, due_on: date | None, at: datetime
) -> Agreement:
    """A draft that both seats still sign; twice is once. Both were there, or one is of the initiative."""
    require(may_manage(by, line.gathering))
    initiative = initiative_of(line.gathering)
    line = gatherings.hold_line(by=by, line=line)
    if line.noun == "agreement":
        return Agreement.objects.get(public_id=line.code)
    if line.noun:
        raise NotNow(ALREADY)
    there = {seat.pk for seat in seats_present(line.gathering)} | {initiative.seat_id}
    if promisor.pk not in there:
        raise Invalid({"promisor": "Kies een zetel die erbij was."})
    if promisee.pk not in there:
        raise Invalid({"promisee": "Kies een zetel die erbij was."})
    if promisor.pk == promisee.pk:
        raise Invalid({"promisee": "Kies twee verschillende partijen: wie belooft het, en aan wie?"})
    made = agreements.draft_agreement(
        by=by,
        initiative=initiative,
        promisor=promisor,
        promisee=promisee,
        what=line.text,
        due_on=due_on,
        at=at,
    )
    gatherings.name_line(by=by, line=line, noun="agreement", code=made.public_id, at=at)
    return made


@write
def signal_on_line(*, by: Actor, line: NoteLine, kind: str, text: str, at: datetime) -> Signal:
    """What holds people up becomes a signal, for the desk of the area; twice is once."""
    require(may_manage(by, line.gathering))
    line = gatherings.hold_line(by=by, line=line)
    if line.noun == "signal":
        return Signal.objects.get(public_id=line.code)
    if line.noun:
        raise NotNow(ALREADY)
    gathering = line.gathering
    initiative = gathering.initiative or (gathering.goal.initiative if gathering.goal else None)
    made = publish_text.signal(
        by=by,
        kind=kind,
        area=gathering.area,
        texts={"title": line.text[:SHORT], "text": text},
        hinders=Hinders(initiative=initiative),
        at=at,
    )
    gatherings.name_line(by=by, line=line, noun="signal", code=made.public_id, at=at)
    return made


def measure(at: datetime) -> int:
    """Measure every gathering of which the follow-up day has come; returns how many. Safe to run twice."""
    waiting = to_measure(timezone.localdate(at), AT_ONCE)
    return sum(gatherings.measure_gathering(gathering=one, done=_done(one), at=at) for one in waiting)


def _done(gathering: Gathering) -> int:
    lines = lines_of(gathering)
    actions = [line.code for line in lines if line.noun == "action"]
    promises = [line.code for line in lines if line.noun == "agreement"]
    done = Action.objects.filter(public_id__in=actions, state=FINISHED).count() if actions else 0
    kept = Agreement.objects.filter(public_id__in=promises, state=KEPT).count() if promises else 0
    return done + kept
