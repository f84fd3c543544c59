"""Erasing a person: their data in the rooms, their login and their sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.journeys import leave
from middenstip.kernel.actor import Doer, Unseated
from middenstip.kernel.write import write
from middenstip.web.shared.devices import end_sessions
from middenstip.web.shared.login_code import forget_login

AT_ONCE = 500


@write
def erase_everywhere(*, person: Person, by: Doer, at: datetime) -> None:
    """Delete name, address, seats, drafts and follows, every way to log in, and every session."""
    sessions = parties.forget_devices(person)
    leave.erase(by=by, person=person, at=at)
    forget_login(person)
    end_sessions(sessions)


def erase_again(gone: Iterable[str], *, at: datetime) -> int:
    """Erase the persons with these public ids that are still here; returns how many.

    They asked for it before: an older database that was put back does not know that.
    """
    number = 0
    for some in _batches(sorted(gone)):
        for person in Person.objects.filter(public_id__in=some, erased_at=None).order_by("pk"):
            erase_everywhere(person=person, by=Unseated(person.pk, person.public_id), at=at)
            number += 1
    return number


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
