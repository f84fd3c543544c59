"""The authentication backend that loads the logged-in person from the session."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import person_with_hats, with_hats
from middenstip.kernel.prepared import Prepared
from middenstip.notices.selectors import unread_of

_PERSON = Prepared(lambda person: with_hats(person).annotate(unread=unread_of("pk")), keys=["person"])


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's backend, which here loads a person with their hats and `unread` notices in one query."""

    def get_user(self, user_id: int) -> Person | None:
        person = person_with_hats(user_id, _PERSON)
        return person if person and self.user_can_authenticate(person) else None
