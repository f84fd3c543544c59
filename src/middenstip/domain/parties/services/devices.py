"""Where somebody is logged in."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from middenstip.domain.parties.models import Device, Person
from middenstip.domain.parties.selectors import hold_person
from middenstip.kernel.write import write

KEPT = timedelta(days=60)  # as long as a session lasts


@write
def note_device(*, person: Person, session_key: str, word: str, at: datetime) -> bool:
    """Somebody came in here; whether that is on a kind of device they did not use before."""
    is_new = not Device.objects.filter(person=person, word=word).exists()
    today = timezone.localdate(at)
    Device(person=person, session_key=session_key, word=word, since_on=today).save(force_insert=True)
    return is_new


@write
def log_out_everywhere(*, person: Person) -> list[str]:
    """No session of this person counts any more; returns the keys of those we know, to throw away.

    The hash in every session follows the password, which nobody has: a new one ends them all.
    """
    held = hold_person(person.pk)
    held.password = make_password(None)
    held.save(update_fields=["password"])
    return forget_devices(person)


def forget_devices(person: Person) -> list[str]:
    """Where they were logged in is forgotten; returns the keys of those sessions."""
    devices = Device.objects.filter(person=person)
    keys = list(devices.values_list("session_key", flat=True))
    devices.delete()
    return keys


@write
def leave_device(*, session_key: str) -> None:
    """Logged out here."""
    Device.objects.filter(session_key=session_key).delete()


@write
def forget_old_devices(*, at: datetime) -> int:
    """Sessions that are over; returns how many."""
    return Device.objects.filter(since_on__lt=timezone.localdate(at - KEPT)).delete()[0]
