"""Whoever told an idea and never typed the code from the mail is forgotten, and the idea with them.

Perhaps somebody else typed that address: then nobody ever asked us to know it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import ProtectedError

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import strangers
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

PATIENCE = timedelta(days=30)
MOST = 500  # in one go; tomorrow is another day


def forget_strangers(*, at: datetime) -> int:
    """Forget everybody who did not come in time; returns how many. One who can't go holds up nobody."""
    return sum(_is_forgotten(person, at) for person in strangers(at - PATIENCE)[:MOST])


def _is_forgotten(person: Person, at: datetime) -> bool:
    try:
        forget(person=person, at=at)
    except (ProtectedError, NotNow, Person.DoesNotExist):  # it carries something public; came in; is gone
        return False
    return True


@write
def forget(*, person: Person, at: datetime) -> None:
    """The drafts first, then the person and the own seat."""
    initiatives.drop_drafts(initiator=person.public_id)
    parties.forget_person(person=person, at=at)
