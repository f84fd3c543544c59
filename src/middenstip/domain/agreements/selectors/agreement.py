"""One agreement, the seats that must sign it, and the seats that may be a side of a new one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q

from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.half import place_of


def agreement_by_id(public_id: str) -> Agreement | None:
    """The agreement with this public id, with its sides, goal and initiative; None when there is none."""
    return (
        Agreement.objects.select_related(
            "promisor__side__organisation",
            "promisee__side__organisation",
            "proposed_by__side__organisation",
            "goal",
            "initiative__initiator",
            "initiative__seat__side__organisation",
            "initiative__area",
            "initiative__district",
            "initiative__municipality",
            "area",
        )
        .filter(public_id=public_id)
        .first()
    )


def agreement_states(codes: Collection[str]) -> dict[str, str]:
    """The states of these agreements (public ids). One query, or none."""
    if not codes:
        return {}
    return dict(Agreement.objects.filter(public_id__in=codes).values_list("public_id", "state"))


def signatures_for(agreement: Agreement, on: date | None = None) -> list[Signature]:
    """The seats that must sign, in the order bewoners, overheid, ondernemers. One query.

    With a day, each row has `holder`, the person in the seat on that day (a name), and `proposer`, the person
    in the seat that proposed the agreement; None for an empty seat.
    """
    rows = agreement.signatures.select_related("seat__side__organisation", "person")
    if on:
        rows = rows.annotate(holder=holder_of("seat", on), proposer=holder_of("agreement__proposed_by", on))
    return sorted(rows, key=lambda row: (place_of(row.seat.half), row.pk))


def signers_at(goal: Goal, on: date) -> list[Seat]:
    """The seats that can be a side of an agreement: those at the table and the initiator's. One query.

    In the order of the halves. Each has `holder`, the name of the person in it, and `at_table`.
    """
    chairs = Chair.objects.filter(goal=goal, left_at=None)
    there = Q(pk__in=chairs.values("seat"))
    if goal.initiative:
        there |= Q(pk=goal.initiative.seat_id)
    seats = Seat.objects.filter(there).select_related("side__organisation")
    seats = seats.annotate(holder=holder_of("pk", on), at_table=Exists(chairs.filter(seat=OuterRef("pk"))))
    return sorted(seats, key=lambda seat: (place_of(seat.half), seat.pk))
