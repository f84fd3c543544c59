"""A person who never typed a code keeps what was promised, in a row that waits, and is no person any more.

Logging in took a code from the mail, so everybody who ever came in proved the address.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import migrations
from django.utils import timezone

DRAFT_WAITS, PERSON_WAITS = timedelta(days=30), timedelta(days=90)


def note_who_proved(apps: Any, editor: Any) -> None:
    """An address that came in is proven; one that was proven as the second address of another is theirs."""
    Person = apps.get_model("parties", "Person")
    EmailAddress = apps.get_model("account", "EmailAddress")
    for person in Person.objects.filter(email__isnull=False, last_login__isnull=False).iterator():
        if EmailAddress.objects.filter(email=person.email, verified=True).exclude(user=person).exists():
            person.email = None
        else:
            person.proven_at = person.joined_at or person.last_login
            own = EmailAddress.objects.filter(user=person)
            first = not own.filter(primary=True).exclude(email=person.email).exists()
            told = {"verified": True, "primary": first}
            EmailAddress.objects.update_or_create(user=person, email=person.email, defaults=told)
        person.save(update_fields=["email", "proven_at"])


def let_strangers_wait(apps: Any, editor: Any) -> None:
    Person, Membership = apps.get_model("parties", "Person"), apps.get_model("parties", "Membership")
    PendingAddress = apps.get_model("parties", "PendingAddress")
    EmailAddress = apps.get_model("account", "EmailAddress")
    Initiative = apps.get_model("initiatives", "Initiative")
    now = timezone.now()
    for person in Person.objects.filter(email__isnull=False, last_login=None).iterator():
        email, person.email = person.email, None
        EmailAddress.objects.filter(user=person).delete()
        for draft in Initiative.objects.filter(initiator=person, stage="draft").select_related("area"):
            _wait(apps, draft, email, person, now)
        sits = Membership.objects.filter(person=person)
        is_counted_on = sits.filter(seat__side__isnull=False).exists()
        if is_counted_on or Initiative.objects.filter(initiator=person).exists():
            taken = PendingAddress.objects.filter(email=email).exists()
            if not taken and not EmailAddress.objects.filter(email=email, verified=True).exists():
                PendingAddress.objects.create(person=person, email=email, until=now + PERSON_WAITS)
        else:
            sits.filter(until_on=None).update(until_on=timezone.localdate(now))
            person.name, person.erased_at, person.is_active, person.is_staff = "", now, False, False
        person.save()


def _wait(apps: Any, draft: Any, email: str, person: Any, now: datetime) -> None:
    until = (draft.drafted_at or now) + DRAFT_WAITS
    card = draft.reins_cards.order_by("-number").first()
    points = ("fixed", "negotiable", "open")
    if until > now:
        apps.get_model("parties", "PendingClaim").objects.create(
            public_id=draft.public_id,
            visitor="",
            key=draft.public_id,
            email=email,
            name=person.name,
            until=until,
            told={
                "half": draft.origin_half,
                "area": draft.area.code,
                "home": "",
                "texts": {"title": draft.title, "what": draft.what, "why": draft.why},
                "reins": {key: getattr(card, key) for key in points} if card else {},
                "themes": list(draft.themes.values_list("theme", flat=True)),
                "is_hybrid": draft.is_hybrid,
                "has_place": draft.has_place,
                "point": None if draft.lon is None else [draft.lon, draft.lat],
                "send": False,
            },
        )
    draft.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0004_verbinder_is_kept"),
        ("parties", "0003_pending"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [
        migrations.RunPython(note_who_proved, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(let_strangers_wait, migrations.RunPython.noop, elidable=True),
    ]
