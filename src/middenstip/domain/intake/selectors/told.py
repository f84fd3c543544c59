"""The case of an initiative as other pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import sitter
from middenstip.kernel.prepared import Prepared


@dataclass(frozen=True)
class DeskNow:
    """What everyone may know of the case of an initiative; `case` is its public id.

    `code` opens the page that tells how it stands; it is for the initiator only.

    `name` is the person in the seat of the handler and `half` that of the seat; "" when the seat is empty or
    lost the role. `outcome` is a key, "" until there is an `answer`.
    """

    case: str
    code: str
    outcome: str
    answer: str
    name: str
    half: str


def desk_of(initiative: Initiative, on: date) -> DeskNow | None:
    """The case of this initiative; None without one. One query."""
    for case, code, outcome, answer, name, half in _DESK.rows(initiative=initiative.pk, on=on):
        return DeskNow(case, code, outcome, answer, name, half or "")
    return None


def _desk(initiative: int, on: date) -> QuerySet[Any, Any]:
    cases = Case.objects.filter(initiative=initiative).annotate(name=sitter("handler", on, HANDLER))
    return cases.values_list("public_id", "code", "outcome", "answer", "name", "handler__half")


_DESK = Prepared(_desk, keys=["initiative"], days=["on"])


@dataclass(frozen=True)
class ToldCase:
    """The work of the desk. `days` is the number of days from submission to answer; None: no answer."""

    state: str
    handler: str
    outcome: str
    answer: str
    days: int | None


def case_told(initiative: Initiative) -> ToldCase | None:
    """The case for the report; `state` and `outcome` are keys. None without a case. One query."""
    cases = Case.objects.filter(initiative=initiative).select_related("handler__side__organisation")
    case = cases.first()
    if case is None:
        return None
    handler = case.handler.label if case.handler else ""
    days = _days(case.opened_at, case.decided_at) if case.decided_at else None
    return ToldCase(case.state, handler, case.outcome, case.answer, days)


def _days(start: datetime, end: datetime) -> int:
    """The number of midnights between two moments: a day of waiting as people count it."""
    return (timezone.localdate(end) - timezone.localdate(start)).days
