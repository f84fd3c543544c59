"""The case of an initiative in the form that `turns.turn` needs. Never writes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.turns import desk_of, initiator_of
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.turns import CaseAt
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.turn import Who


def case_of(initiative: Initiative, on: date) -> CaseAt | None:
    """The case of an initiative from `initiative_page`; None while it is a draft. One query."""
    found: list[Case] = _CASE.things(initiative=initiative.pk, on=on)
    if not found:
        return None
    case = found[0]
    case.initiative = initiative
    return at_case(case, initiative.connector_name)  # type: ignore[attr-defined]


def at_case(case: Case, connector: str | None) -> CaseAt:
    """The case with its initiative and `handler_name`; `connector` is the name of the verbinder.

    Both names are None when the seat is empty or lost its role, and "" for a person without a name.
    """
    initiative = case.initiative
    return CaseAt(
        public_id=case.public_id,
        initiative=initiative.public_id,
        stage=initiative.stage,
        state=case.state,
        initiator=initiator_of(initiative),
        desk=desk_of(initiative),
        person=initiative.initiator_id,
        is_gone=initiative.initiator.erased_at is not None,
        handler=_who(case.handler, case.handler_name),  # type: ignore[attr-defined]
        handler_seat=case.handler_id or 0,
        connector=_who(initiative.connector, connector),
        connector_seat=initiative.connector_id or 0,
        next_step=case.next_step,
        moved_at=case.moved_at,
        due_on=case.due_on,
        initiator_confirmed=case.initiator_confirmed_at is not None,
        handler_confirmed=case.handler_confirmed_at is not None,
    )


def _who(seat: Seat | None, name: str | None) -> Who | None:
    """The seat and its person; None when nobody works in it."""
    return Who(name or seat.label, seat.label, seat.half) if seat and name is not None else None


def _case(initiative: int, on: date) -> QuerySet[Case]:
    cases = Case.objects.filter(initiative=initiative).select_related("handler__side__organisation")
    return cases.annotate(handler_name=holder_of("handler_id", on, HANDLER))


_CASE: Any = Prepared(_case, keys=["initiative"], days=["on"])
