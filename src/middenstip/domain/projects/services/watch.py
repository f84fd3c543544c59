"""What is watched every night: the cliff alarm and answers that stay out; and the continuity check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import facts, method
from middenstip.domain.projects.lifecycle import CHECKS, LEARNED
from middenstip.domain.projects.models import Alarm, Check, Filing, Line, Order, Pot, Project, Source, Tranche
from middenstip.domain.projects.selectors.project import AROUND
from middenstip.domain.projects.services.hold import hold_for, tell, tell_order
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.kernel.write import write
from middenstip.methods.runway import Clock

AT_ONCE = 200  # projects in one write
SILENCE = timedelta(days=7)


def ring_alarms(*, at: datetime) -> int:
    """Count every running project again and ring what must ring; returns how many rang.

    Safe to run twice: a clock rings once per level and end month, until its end moves away.
    """
    rung, after = 0, 0
    while keys := list(
        Project.objects.exclude(state=LEARNED)
        .filter(pk__gt=after)
        .order_by("pk")
        .values_list("pk", flat=True)[:AT_ONCE]
    ):
        rung += _ring(keys=keys, at=at)
        after = keys[-1]
    return rung


@write
def ring_late(*, at: datetime) -> int:
    """Tell, once, whose answer stays out: on a filed case after its term, on a delivery after a week."""
    today = timezone.localdate(at)
    filings = Filing.objects.select_for_update(of=("self",)).filter(
        outcome="", rung_at=None, due_on__lt=today
    )
    late = list(filings.select_related("to", "project__initiative", "project__area").order_by("pk")[:AT_ONCE])
    for filing in late:
        tell(facts.FilingLate, filing.project, None, at, seat=filing.to.public_id)
    Filing.objects.filter(pk__in=[one.pk for one in late]).update(rung_at=at)
    orders = Order.objects.select_for_update(of=("self",)).filter(state="delivered", rung_at=None)
    orders = orders.filter(delivered_at__lte=at - SILENCE).select_related(
        "project__initiative", "project__area"
    )
    waiting = list(orders.order_by("pk")[:AT_ONCE])
    for order in waiting:
        tell_order(facts.OrderWaits, order, order.project, None, at)
    Order.objects.filter(pk__in=[one.pk for one in waiting]).update(rung_at=at)
    return len(late) + len(waiting)


@write
def answer_check(
    *,
    by: Actor,
    project: Project,
    kind: str,
    is_there: bool,
    ends_on: date | None = None,
    step: str = "",
    owner: Seat | None = None,
    due_on: date | None = None,
    at: datetime,
) -> Check:
    """Answer a question of the continuity check; what is not in order gets a step, an owner and a day."""
    project, _ = hold_for(by, project)
    if kind not in CHECKS:
        raise Invalid({"kind": "Kies een vraag."})
    if not is_there and not (typed.line(step) and owner and due_on):
        raise Invalid({"step": "Schrijf op wat de volgende stap is, wie die doet en wanneer."})
    check = project.checks.filter(kind=kind).first() or Check(project=project, kind=kind)
    check.is_there, check.ends_on, check.at = is_there, ends_on, at
    check.step, check.owner, check.due_on = typed.line(step), owner, due_on
    check.store()
    tell(facts.CheckAnswered, project, by, at, question=kind)
    return check


@write
def _ring(*, keys: list[int], at: datetime) -> int:
    """Some projects at once: eight queries, however many they are."""
    rows = Project.objects.select_for_update(of=("self",)).select_related(*AROUND).filter(pk__in=keys)
    projects = list(rows.order_by("pk"))
    lines = _by_project(Line.objects.filter(project__in=keys))
    sources = _by_project(Source.objects.filter(project__in=keys))
    pots = _by_project(Pot.objects.filter(project__in=keys))
    tranches: dict[int, list[Tranche]] = defaultdict(list)
    for tranche in Tranche.objects.filter(award__project__in=keys).select_related("award"):
        tranches[tranche.award.project_id].append(tranche)
    known = _by_project(Alarm.objects.filter(project__in=keys, cleared_at=None))
    today = timezone.localdate(at)
    rang: list[Alarm] = []
    gone: list[int] = []
    for project in projects:
        pk = project.pk
        flows = method.flows_of(lines[pk], sources[pk], tranches[pk])
        clocks = method.running_clocks(flows, {one.name: one.balance for one in pots[pk]}, today)
        project.counted_at = at
        ends = [one.ends for one in clocks if one.name == "geld op"]
        project.ends_on = method.first_day(ends[0]) if ends else None
        gone += [one.pk for one in known[pk] if not _still(one, clocks)]
        for alarm in _new(project, clocks, known[pk], at):
            rang.append(alarm)
            left = next(one.left for one in clocks if one.name == alarm.clock)
            about = {"clock": alarm.clock, "level": alarm.level, "left": left}
            tell(facts.CliffNear, project, None, at, ends=alarm.ends_on.isoformat(), **about)
    Project.objects.bulk_update(projects, ["ends_on", "counted_at"])
    if gone:
        Alarm.objects.filter(pk__in=gone).update(cleared_at=at)
    Alarm.objects.bulk_create(rang)
    return len(rang)


def _new(project: Project, clocks: Iterable[Clock], known: list[Alarm], at: datetime) -> Iterator[Alarm]:
    rung = {(one.clock, one.level, one.ends_on) for one in known}
    for clock in clocks:
        ends = method.first_day(clock.ends)
        if clock.level is not None and (clock.name, clock.level, ends) not in rung:
            yield Alarm(project=project, clock=clock.name, level=clock.level, ends_on=ends, at=at)


def _still(alarm: Alarm, clocks: Iterable[Clock]) -> bool:
    """Whether its clock still points at the same end, no further away than its level."""
    for clock in clocks:
        if clock.name == alarm.clock and method.first_day(clock.ends) == alarm.ends_on:
            return clock.left <= alarm.level
    return False


def _by_project(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.project_id].append(row)
    return found
