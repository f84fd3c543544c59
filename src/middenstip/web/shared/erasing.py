"""Wiping somebody: on the field, and at the door."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.parties.models import Person
from middenstip.journeys import leave
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write
from middenstip.web.shared.login_code import forget_login


@write
def erase_everywhere(*, person: Person, by: Actor, at: datetime) -> None:
    """Name, address, seats, drafts and follows go, and with them every way to log in."""
    leave.erase(by=by, person=person, at=at)
    forget_login(person)
