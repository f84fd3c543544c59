"""Queries about signals and new policy. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Membership, Person, Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import on_day, seats_holding
from middenstip.domain.signals.lifecycle import ANSWERED, OPEN
from middenstip.domain.signals.models import Answer, Policy, Report, Signal, Touch

AROUND = ("area__district", "area__municipality", "to__side__organisation", "into", "person")
YEAR = timedelta(days=365)
AT_ONCE = 500
MOST_SEATS = 200
MOST_TOUCHED = 200


def signal_by_id(public_id: str) -> Signal | None:
    """One signal with its area and seat; None when there is none. One query."""
    return Signal.objects.select_related(*AROUND).filter(public_id=public_id).first()


def signals_in(
    area: Area | None, kind: str, group: str, limit: int, after: tuple[datetime, int] | None = None
) -> list[Signal]:
    """Signals in an area (None: everywhere), newest first. One query.

    `group` is *open*, *antwoord* or "" for both; bundled and withdrawn ones are left out.
    """
    states = {"open": OPEN, "antwoord": ANSWERED}.get(group, (*OPEN, *ANSWERED))
    rows = Signal.objects.filter(state__in=states).select_related("area", "to__side__organisation")
    if kind:
        rows = rows.filter(kind=kind)
    if area:
        rows = rows.filter(Q(municipality=area) | Q(area=area) | Q(area__district=area))
    if after:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    return list(rows.order_by("-at", "-pk")[:limit])


def reports_of(signal: Signal, limit: int = 50) -> list[Report]:
    """Who meets it, oldest first, with the initiative that it hinders. One query."""
    rows = Report.objects.filter(signal=signal).select_related("initiative", "seat", "agreement")
    return list(rows.order_by("pk")[:limit])


def report_of(signal: Signal, person: int) -> Report | None:
    """The first report of this person (a key). One query."""
    return Report.objects.filter(signal=signal, person=person).order_by("pk").first()


def reporters_of(signal: Signal) -> list[Person]:
    """Everyone who is owed the answer, once each. One query."""
    told = Report.objects.filter(signal=signal).values("person")
    return list(Person.objects.filter(pk__in=told).select_related("pending_address").order_by("pk"))


def moved_from(public_id: str) -> list[Person]:
    """Those whose report came from this signal, which was bundled. One query."""
    told = Report.objects.filter(origin__public_id=public_id).values("person")
    return list(Person.objects.filter(pk__in=told).select_related("pending_address").order_by("pk"))


def answers_of(signal: Signal) -> list[Answer]:
    rows = Answer.objects.filter(signal=signal).select_related("seat__side__organisation")
    return list(rows.order_by("pk"))


def open_around(signal: Signal, limit: int) -> list[Signal]:
    """Other open signals in the same gemeente, newest first: candidates to bundle with. One query."""
    rows = Signal.objects.filter(municipality=signal.municipality_id, state__in=OPEN)
    return list(rows.exclude(pk=signal.pk).order_by("-at", "-pk")[:limit])


def seats_to_ask(signal: Signal, on: date) -> list[Seat]:
    """The seats of organisations in this gemeente in which somebody sits. One query."""
    sits = Membership.objects.filter(on_day(on), seat=OuterRef("pk"))
    inside = Q(area=signal.municipality_id) | Q(area__municipality=signal.municipality_id)
    seats = Seat.objects.filter(inside, Exists(sits), side__isnull=False, confirmed_at__isnull=False)
    return list(seats.select_related("side__organisation").order_by("title", "pk")[:MOST_SEATS])


def desk_of(signal: Signal, on: date) -> list[Seat]:
    """The seats at the desk of its area. One query."""
    codes = [one.code for one in (signal.area, signal.area.district, signal.area.municipality) if one]
    held = seats_holding(HANDLER, codes, on) | seats_holding(CONNECTOR, codes, on)
    return list(held.distinct().order_by("pk"))


def signals_to_ring(today: date, limit: int) -> list[Signal]:
    return list(Signal.objects.filter(bell_on__lte=today).order_by("bell_on", "pk").only("pk")[:limit])


@dataclass(frozen=True)
class SignalFigures:
    """What an organisation did with signals in the last year, and what waits."""

    asked: int
    answered: int
    in_time: int
    waiting: int
    late: int

    @property
    def share(self) -> int | None:
        """The percentage of the asked signals that were answered; None when nothing was asked."""
        return round(100 * self.answered / self.asked) if self.asked else None


def figures_of(organisation: str, today: date) -> SignalFigures:
    """The figures of one organisation (a public id). One query."""
    answered = Q(state__in=ANSWERED)
    waits = Q(state__in=OPEN)
    rows = Signal.objects.filter(to__side__organisation__public_id=organisation)
    counts = rows.filter(waits | Q(answered_at__date__gt=today - YEAR)).aggregate(
        asked=Count("*"),
        answered=Count("pk", filter=answered),
        in_time=Count("pk", filter=answered & Q(was_in_time=True)),
        waiting=Count("pk", filter=waits),
        late=Count("pk", filter=waits & Q(due_on__lt=today)),
    )
    return SignalFigures(**counts)


def policy_by_id(public_id: str) -> Policy | None:
    around = ("area__district", "area__municipality", "seat__side__organisation")
    return Policy.objects.select_related(*around).filter(public_id=public_id).first()


def policies(limit: int, after: tuple[datetime, int] | None = None) -> list[Policy]:
    """New policy, newest first. One query."""
    rows = Policy.objects.select_related("area", "seat__side__organisation")
    if after:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    return list(rows.order_by("-at", "-pk")[:limit])


def touches_of(policy: Policy) -> list[Touch]:
    """The initiatives that it touches, with what their initiators say. One query."""
    rows = Touch.objects.filter(policy=policy).select_related("initiative__area")
    return list(rows.order_by("pk")[:MOST_TOUCHED])


def touchable(area: Area) -> list[Initiative]:
    """The running public initiatives in an area, newest first: a policy can touch them. One query."""
    inside = Q(area=area) | Q(municipality=area) | Q(district=area)
    rows = Initiative.objects.filter(inside).exclude(stage__in=(DRAFT, *STAGES.ends))
    return list(rows.select_related("area").order_by("-submitted_at", "-pk")[:MOST_TOUCHED])


def signal_rows(area: Area | None, kind: str, after: int | None, limit: int) -> list[dict[str, Any]]:
    """Signals as flat rows, newest first, after the key of the last one. One query."""
    rows = Signal.objects.exclude(state__in=("bundled", "withdrawn")).filter(hidden__isnull=True)
    if area:
        rows = rows.filter(Q(municipality=area) | Q(area=area) | Q(area__district=area))
    if kind:
        rows = rows.filter(kind=kind)
    if after:
        rows = rows.filter(pk__lt=after)
    columns = ("public_id", "kind", "title", "text", "state", "report_count", "hours_lost")
    more = ("due_on", "answered_at", "was_in_time", "at", "area__code", "area__name", "to__title")
    names = ("pk", *columns, *more, "to__side__organisation__name", "to__half")
    return list(rows.order_by("-pk").values(*names)[:limit])
