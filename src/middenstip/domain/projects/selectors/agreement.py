"""One agreement, who must sign it, and who may be a side of a new one."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import holder_of
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.kernel.half import Half

_ORDER = [half.value for half in Half]


def agreement_by_id(public_id: str) -> Agreement | None:
    """One agreement with its two sides, goal and initiative."""
    return (
        Agreement.objects.select_related(
            "promisor__side__organisation",
            "promisee__side__organisation",
            "proposed_by__side__organisation",
            "goal",
            "initiative__area",
            "initiative__district",
            "initiative__municipality",
            "area",
        )
        .filter(public_id=public_id)
        .first()
    )


def signatures_for(agreement: Agreement, on: date | None = None) -> list[Signature]:
    """Who must sign, in the order bewoners, overheid, ondernemers. One query.

    With a day, each row has `holder`, the name of who sits in the seat on that day, and `proposer`, that of
    who sits where it was proposed; None for nobody.
    """
    rows = agreement.signatures.select_related("seat__side__organisation", "person")
    if on:
        rows = rows.annotate(holder=holder_of("seat", on), proposer=holder_of("agreement__proposed_by", on))
    return sorted(rows, key=lambda row: (_ORDER.index(row.seat.half), row.pk))


def signers_at(goal: Goal, on: date) -> list[Seat]:
    """The seats that can be a side of an agreement: those at the table, and the initiator's. One query.

    In the order of the halves; each has `holder`, the name of who sits in it, and `at_table`.
    """
    chairs = Chair.objects.filter(goal=goal, left_at=None)
    there = Q(pk__in=chairs.values("seat"))
    if goal.initiative:
        there |= Q(pk=goal.initiative.seat_id)
    seats = Seat.objects.filter(there).select_related("side__organisation")
    seats = seats.annotate(holder=holder_of("pk", on), at_table=Exists(chairs.filter(seat=OuterRef("pk"))))
    return sorted(seats, key=lambda seat: (_ORDER.index(seat.half), seat.pk))
