"""Whoever comes back: found by the key in their session."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import person_with_hats


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """That of allauth; only it reads a person together with their hats: one query for who is at the door."""

    def get_user(self, user_id: int) -> Person | None:
        person = person_with_hats(user_id)
        return person if person and self.user_can_authenticate(person) else None
