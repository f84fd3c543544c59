"""How much there is of everything, for the administrator."""

from __future__ import annotations

from functools import reduce
from typing import Any

from django.db.models import BigIntegerField, Count, QuerySet, Sum, Value
from django.db.models.functions import Cast, Coalesce

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.moderation.lifecycle import WAITING
from middenstip.domain.moderation.models import Review
from middenstip.domain.parties.models import Organisation, Person, Seat
from middenstip.domain.reactions.models import Reaction

PEOPLE, ORGANISATIONS, SEATS, UNCONFIRMED = "people", "organisations", "seats", "unconfirmed"
INITIATIVES, GOALS, AGREEMENTS, REACTIONS = "initiatives", "goals", "agreements", "reactions"
REVIEWS, FILES, BYTES = "reviews", "files", "bytes"


def sizes() -> dict[str, int]:
    """The number of things by their key, and the bytes of all files. It counts everything: cache it.

    One query.
    """
    seats = Seat.objects.filter(memberships__until_on=None, memberships__isnull=False)
    ready = File.objects.filter(state=READY)
    counted = {
        PEOPLE: Person.objects.filter(joined_at__isnull=False, erased_at=None),
        ORGANISATIONS: Organisation.objects.all(),
        SEATS: seats,
        UNCONFIRMED: seats.filter(confirmed_at=None),
        INITIATIVES: Initiative.objects.filter(submitted_at__isnull=False),
        GOALS: Goal.objects.all(),
        AGREEMENTS: Agreement.objects.all(),
        REACTIONS: Reaction.objects.all(),
        REVIEWS: Review.objects.filter(state__in=WAITING),
        FILES: ready,
    }
    total = Coalesce(Cast(Sum("size"), BigIntegerField()), Value(0), output_field=BigIntegerField())
    parts = [_row(key, rows, Count("*")) for key, rows in counted.items()] + [_row(BYTES, ready, total)]
    whole = reduce(lambda one, other: one.union(other, all=True), parts)
    found = dict(whole)
    return {key: found.get(key, 0) for key in (*counted, BYTES)}


def _row(key: str, rows: QuerySet[Any], number: Any) -> Any:
    named = rows.order_by().annotate(key=Value(key)).values("key")
    return named.annotate(number=number).values_list("key", "number")
