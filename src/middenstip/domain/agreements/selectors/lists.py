"""Agreements in lists: of a table, an area, a half or a party; late ones come first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from middenstip.domain.agreements.lifecycle import AGREEMENT, DONE, NOT_MET, OPEN, PROPOSED, VOID, is_late
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import inside
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.selectors import party_in
from middenstip.kernel.prepared import Prepared

# The filters of the list; "" is every agreement that is not closed yet.
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
MOST = 100  # agreements of one table or initiative


@dataclass(frozen=True)
class AgreementLine:
    """One agreement in a list. A side is named by its organisation, else by the person or seat title."""

    id: int
    public_id: str
    what: str
    due_on: date
    state: str
    promisor: str
    promisee: str
    area: str
    is_late: bool
    is_promisor_named: bool = True  # False: the seat is empty, so the name is only its title
    is_promisee_named: bool = True
    why_not: str = ""
    closed_at: datetime | None = None

    @property
    def state_words(self) -> str:
        return AGREEMENT.words[self.state]


def agreements_of(goal: Goal, today: date) -> list[AgreementLine]:
    """The agreements of one table, without withdrawn and lapsed ones, earliest due day first. One query."""
    return _lines(Agreement.objects.filter(goal=goal).exclude(state__in=VOID), today)


def agreements_about(initiative: Initiative, today: date) -> list[AgreementLine]:
    """The same for one initiative."""
    return [_line(row, today) for row in _ABOUT.rows(initiative=initiative.pk, today=today)]


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
    """The agreements in the area with this CBS code ("" for everywhere), earliest due day first. One query.

    `stand` is a key of `STANDS`; `half` and `party` (public id of an organisation) keep agreements with that
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
    return [_line(row, today) for row in _rows(rows, today)[:limit]]


def _lines(rows: QuerySet[Agreement], today: date) -> list[AgreementLine]:
    return [_line(row, today) for row in _rows(rows, today)]


def _rows(rows: QuerySet[Agreement], today: date) -> QuerySet[Any, Any]:
    parties = {f"{side}_party": party_in(side, today) for side in ("promisor", "promisee")}
    return rows.annotate(**parties).order_by("due_on", "pk").values_list(*_COLUMNS, *parties)[:MOST]


_COLUMNS = (
    *("pk", "public_id", "what", "due_on", "state", "area__name", "why_not", "closed_at"),
    *("promisor__title", "promisee__title"),
)
_ABOUT = Prepared(
    lambda initiative, today: _rows(
        Agreement.objects.filter(initiative=initiative).exclude(state__in=VOID), today
    ),
    keys=["initiative"],
    days=["today"],
)


def _line(row: tuple[Any, ...], today: date) -> AgreementLine:
    pk, public_id, what, due_on, state, area, why_not, closed_at, *sides = row
    promisor_title, promisee_title, promisor, promisee = sides
    return AgreementLine(
        id=pk,
        public_id=public_id,
        what=what,
        due_on=due_on,
        state=state,
        promisor=promisor or promisor_title,
        promisee=promisee or promisee_title,
        area=area,
        is_late=is_late(state, due_on, today),
        is_promisor_named=bool(promisor),
        is_promisee_named=bool(promisee),
        why_not=why_not,
        closed_at=closed_at,
    )
