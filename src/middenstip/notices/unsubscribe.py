"""The signed address with which somebody switches follow mail off, without logging in."""

from __future__ import annotations

from django.core import signing

from middenstip.domain.parties.models import Person

_SALT = "notices.unsubscribe"
PATH = "/post/afmelden/{}/"


def unsubscribe_path(person: Person) -> str:
    return PATH.format(signing.dumps(person.public_id, salt=_SALT))


def person_for(token: str) -> Person | None:
    """Whose token this is; None when nobody's. It does not expire: an old mail must still switch off."""
    try:
        public_id = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return Person.objects.filter(public_id=public_id, erased_at=None).first()
