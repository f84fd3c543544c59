"""Referrals and support points. Never writes."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.intake.lifecycle import ACCEPTED
from middenstip.domain.intake.models import Case, Referral, SupportPoint
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import on_day, working

MOST_SEATS = 200
_WITH = (
    "by__side__organisation",
    "to__side__organisation",
    "point",
    "case__handler",
    "case__initiative__area",
    "case__initiative__district",
    "case__initiative__municipality",
    "case__initiative__initiator",
)


def referral_by_id(public_id: str) -> Referral | None:
    """One referral with its two seats and its case; None when there is none. One query."""
    return Referral.objects.select_related(*_WITH).filter(public_id=public_id).first()


def referrals_of(case: Case) -> list[Referral]:
    """The referrals of a case, newest first. One query."""
    rows = Referral.objects.filter(case=case).select_related(
        "by__side__organisation", "to__side__organisation"
    )
    return list(rows.order_by("-at", "-pk"))


def senders_of(case: Case) -> list[Seat]:
    """The seats that gave this case away by a referral: it never goes back to them this way. One query."""
    accepted = Referral.objects.filter(case=case, state=ACCEPTED).select_related("by__side")
    return [one.by for one in accepted.order_by("pk")]


def referrals_to_ring(today: date, limit: int) -> list[Referral]:
    return list(Referral.objects.filter(bell_on__lte=today).order_by("bell_on", "pk").only("pk")[:limit])


def desks(case: Case, on: date) -> list[Seat]:
    """The seats at any desk to which this case can be referred, of which somebody works there. One query."""
    seats = Seat.objects.filter(pk__in=working(HANDLER, on).values("seat")).exclude(pk=case.handler_id or 0)
    return list(seats.select_related("side__organisation", "area").order_by("title", "pk")[:MOST_SEATS])


def works_at_a_desk(seat: Seat, on: date) -> bool:
    """Whether somebody sits there now, and handles cases in some area. One query."""
    return working(HANDLER, on).filter(on_day(on), seat=seat).exists()


def points_in(area: Area | None, words: str, after: str, limit: int) -> list[SupportPoint]:
    """Open support points in an area (None: everywhere) with these words, by name. One query.

    `after` is the public id of the last one shown.
    """
    rows = SupportPoint.objects.filter(closed_at=None).select_related("area", "seat__side__organisation")
    if area:
        rows = rows.filter(
            Q(area=area)
            | Q(area__district=area)
            | Q(area__municipality=area)
            | Q(area__municipality__parent=area)
        )
    for word in words.split()[:5]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(what_for__icontains=word) | Q(for_whom__icontains=word)
        )
    if after:
        last = SupportPoint.objects.filter(public_id=after).values("name", "pk")[:1]
        name, key = last.values("name"), last.values("pk")
        rows = rows.filter(Q(name__gt=name) | Q(name=name, pk__gt=key))
    return list(rows.order_by("name", "pk")[:limit])


def point_by_id(public_id: str) -> SupportPoint | None:
    around = ("area__district", "area__municipality", "seat__side__organisation")
    return SupportPoint.objects.select_related(*around).filter(public_id=public_id).first()
