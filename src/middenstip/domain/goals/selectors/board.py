"""The bestuur of a goal: portefeuillehouders, their commitments and visits, and the figures of a party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from middenstip.domain.goals.lifecycle import (
    AGAIN,
    ASKED_OF,
    COMMITTED,
    DECLINED,
    DENIED,
    SEEN,
    STANDING,
    TOLD,
)
from middenstip.domain.goals.models import Commitment, Goal, Portfolio, Visit
from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.parties.selectors import on_day

_GOAL = ("goal__area__district", "goal__municipality", "goal__initiative__area")
MOST = 50


def portfolios_at(goal: Goal) -> list[Portfolio]:
    """Everyone who was asked, the first one first; who said *niet deze zetel* is left out. One query."""
    rows = Portfolio.objects.filter(goal=goal).exclude(state=DECLINED)
    return list(rows.select_related("seat__side__organisation", "by").order_by("pk")[:MOST])


def portfolio_by_id(goal: Goal, public_id: str) -> Portfolio | None:
    """One of this goal, with its seat; None when there is none. One query."""
    rows = Portfolio.objects.select_related("seat__side__organisation", "goal")
    return rows.filter(goal=goal, public_id=public_id).first()


def portfolio_of(goal: Goal, seat: str) -> Portfolio | None:
    """The newest of this seat (a public id) at this goal. One query."""
    rows = Portfolio.objects.filter(goal=goal, seat__public_id=seat).select_related("seat", "by")
    return rows.order_by("-pk").first()


def commitments_at(goal: Goal) -> list[Commitment]:
    """Every commitment as it was said, the newest first. One query."""
    return list(Commitment.objects.filter(goal=goal).order_by("-pk")[:MOST])


def visits_at(goal: Goal, limit: int = MOST) -> list[Visit]:
    """The visits that were not denied, the newest first. One query."""
    rows = Visit.objects.filter(goal=goal).exclude(state=DENIED)
    return list(
        rows.select_related("portfolio__seat__side__organisation", "by").order_by("-on", "-pk")[:limit]
    )


def visit_by_id(goal: Goal, public_id: str) -> Visit | None:
    """One visit to this goal. One query."""
    return Visit.objects.select_related("portfolio", "goal").filter(goal=goal, public_id=public_id).first()


def seats_to_name(mine: Seat, on: date) -> list[Seat]:
    """The confirmed seats of the same organisation in which somebody sits. One query."""
    if mine.side is None:
        return []
    sitting = Membership.objects.filter(on_day(on)).values("seat")
    rows = Seat.objects.filter(side__organisation=mine.side.organisation_id, confirmed_at__isnull=False)
    rows = rows.filter(pk__in=sitting).select_related("side__organisation")
    return list(rows.order_by("title", "pk")[:MOST])


def portfolios_to_ring(today: date, limit: int) -> list[Portfolio]:
    """Those who must answer and of whom a bell is due. One query."""
    rows = Portfolio.objects.filter(state__in=ASKED_OF, bell_on__lte=today)
    return list(rows.order_by("bell_on", "pk")[:limit])


def committed_by(seat: Seat) -> list[Portfolio]:
    """Where this seat stands for a goal, in the order of locking. One query."""
    rows = Portfolio.objects.filter(seat=seat, state=COMMITTED, answer__in=STANDING)
    return list(rows.select_related("goal").order_by("goal", "pk"))


@dataclass(frozen=True)
class BoardFigures:
    """How the bestuur of an organisation stands for goals. `late` wait for an answer after the last day."""

    asked: int
    in_time: int
    committed: int
    late: int
    visits: int


def board_figures_of(organisation: str, today: date) -> BoardFigures:
    """The figures of one organisation (a public id). Two queries."""
    rows = Portfolio.objects.filter(organisation__public_id=organisation).exclude(state=DECLINED)
    rows = rows.filter(goal__hidden__isnull=True)
    visits = Visit.objects.filter(portfolio__in=rows)
    visits = visits.filter(Q(state=SEEN) | Q(state=TOLD, by__side__organisation__public_id=organisation))
    return BoardFigures(
        **rows.aggregate(
            asked=Count("id"),
            in_time=Count("id", filter=Q(was_in_time=True)),
            committed=Count("id", filter=Q(state__in=(COMMITTED, AGAIN), answer__in=STANDING)),
            late=Count("id", filter=Q(state__in=ASKED_OF, due_on__lt=today)),
        ),
        visits=visits.count(),
    )
