"""Agreements in lists: of a table, an area, a half, a party; late ones stand first by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import inside
from middenstip.domain.parties.selectors import party_in
from middenstip.domain.projects.lifecycle import AGREEMENT, DONE, NOT_MET, OPEN, PROPOSED, VOID, is_late
from middenstip.domain.projects.models import Agreement

# What a reader can ask for: the states, "" is everything that still needs somebody.
STANDS = {
    "": (PROPOSED, OPEN),
    "te-laat": (OPEN,),
    "tekenen": (PROPOSED,),
    "loopt": (OPEN,),
    "gedaan": (DONE,),
    "niet-gehaald": (NOT_MET,),
    "ingetrokken": VOID,
    "alles": (PROPOSED, OPEN, DONE, NOT_MET),
}
LATE = "te-laat"


@dataclass(frozen=True)
class AgreementLine:
    """One agreement in a list. The sides are named as their organisation, or else the person or seat."""

    id: int
    public_id: str
    what: str
    due_on: date
    state: str
    promisor: str
    promisee: str
    area: str
    is_late: bool

    @property
    def state_words(self) -> str:
        return AGREEMENT.words[self.state]


def agreements_of(goal: Goal, today: date) -> list[AgreementLine]:
    """The agreements of one table that were not taken back and did not lapse, first due first. One query."""
    return _lines(Agreement.objects.filter(goal=goal).exclude(state__in=VOID), today)


def agreements_in(
    area: str,
    today: date,
    *,
    stand: str = "",
    half: str = "",
    party: str = "",
    after: tuple[date, int] | None = None,
    limit: int = 25,
) -> list[AgreementLine]:
    """The agreements in the area with this CBS code ("" for everywhere), first due first. One query.

    `stand` is a key of `STANDS`; `half` and `party` (public id of an organisation) keep those with that
    half or party on either side; `after` is the (due_on, id) of the last one shown.
    """
    rows = Agreement.objects.filter(inside(area), state__in=STANDS[stand])
    if stand == LATE:
        rows = rows.filter(due_on__lt=today)
    if half:
        rows = rows.filter(Q(promisor__half=half) | Q(promisee__half=half))
    if party:
        name = "side__organisation__public_id"
        rows = rows.filter(Q(**{f"promisor__{name}": party}) | Q(**{f"promisee__{name}": party}))
    if after:
        due, pk = after
        rows = rows.filter(due_on__gte=due).exclude(due_on=due, pk__lte=pk)
    return _lines(rows, today, limit)


def _lines(rows: QuerySet[Agreement], today: date, limit: int = 100) -> list[AgreementLine]:
    found: Any = (
        rows.annotate(
            promisor_party=party_in("promisor", today),
            promisee_party=party_in("promisee", today),
        )
        .order_by("due_on", "pk")
        .values(
            "pk", "public_id", "what", "due_on", "state", "area__name", "promisor__title", "promisee__title",
            "promisor_party", "promisee_party",
        )[:limit]
    )  # fmt: skip
    return [
        AgreementLine(
            id=row["pk"],
            public_id=row["public_id"],
            what=row["what"],
            due_on=row["due_on"],
            state=row["state"],
            promisor=row["promisor_party"] or row["promisor__title"],
            promisee=row["promisee_party"] or row["promisee__title"],
            area=row["area__name"],
            is_late=is_late(row["state"], row["due_on"], today),
        )
        for row in found
    ]
