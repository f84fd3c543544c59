"""The secret address of a person's own calendar."""

from __future__ import annotations

import secrets
from datetime import datetime

from middenstip.domain.gatherings.models import CalendarAddress
from middenstip.kernel.actor import Doer
from middenstip.kernel.write import write


@write
def renew_calendar(*, by: Doer, at: datetime) -> CalendarAddress:
    """A new secret address; the one before leads nowhere from now on."""
    known = CalendarAddress.objects.select_for_update().filter(person_id=by.person_id).first()
    address = known or CalendarAddress(person_id=by.person_id)
    address.secret, address.made_at = secrets.token_urlsafe(32), at
    return address.store()


@write
def drop_calendar(*, by: Doer) -> None:
    """No address any more. Twice is once."""
    CalendarAddress.objects.filter(person_id=by.person_id).delete()
