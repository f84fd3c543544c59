"""The signed URL with which a person switches off follow mail without logging in."""

from __future__ import annotations

from django.core import signing

from middenstip.domain.parties.models import Person

_SALT = "notices.unsubscribe"
PATH = "/post/afmelden/{}/"


def unsubscribe_path(person: Person) -> str:
    return PATH.format(signing.dumps(person.public_id, salt=_SALT))


def person_for(token: str) -> Person | None:
    """The person of this token; None when it is invalid. It never expires: an old mail must still work."""
    try:
        public_id = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return Person.objects.filter(public_id=public_id, erased_at=None).first()
