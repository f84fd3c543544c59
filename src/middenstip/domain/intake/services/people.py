"""Who can have a case: the role of a seat at this desk, and the people in it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import holds_role, sitting_in

NO_COLLEAGUE = "In die zetel zit nu geen collega van je. Kies een ander."


def organisation_of(case: Case) -> int | None:
    """The key of the organisation of the handler."""
    side = case.handler.side if case.handler else None
    return side.organisation_id if side else None


def holds(role: str, seat: Seat, case: Case, at: datetime) -> bool:
    """Whether the seat holds this role at the desk of this case on that day."""
    return holds_role(seat.pk, role, area_codes(case.initiative), timezone.localdate(at))


def has_colleague(seat: Seat, case: Case, at: datetime) -> bool:
    """Whether a person other than the initiator sits there now: nobody handles their own idea."""
    sits = sitting_in([seat.pk], timezone.localdate(at))[seat.pk]
    return any(person.pk != case.initiative.initiator_id for person in sits)
