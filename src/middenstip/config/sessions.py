"""Sessions in the cache and the database, without checking first whether a new key is in use.

Django checks for a collision before it uses a new key of 32 random characters: two queries per login,
for a collision that in practice never happens.
"""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.sessions.backends.cached_db import SessionStore as CachedStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import Error
from django.http import HttpRequest, HttpResponse

from middenstip.kernel.unavailable import why_unavailable

log = logging.getLogger(__name__)


class Middleware(SessionMiddleware):
    """Reading goes on when a session cannot be kept: at most a message is shown twice."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_reading = request.method in ("GET", "HEAD")
        if is_reading and settings.MAINTENANCE:
            request.session.modified = False
        try:
            return super().process_response(request, response)
        except Error as error:
            if not (is_reading and why_unavailable(error)):
                raise
            log.warning("a session was not kept: %s", type(error.__cause__ or error).__name__)
            return response


class SessionStore(CachedStore):
    def exists(self, session_key: str) -> bool:
        return False

    def _validate_session_key(self, key: str | None) -> bool:
        """A session key has only letters and digits. PostgreSQL cannot look up other text, such as a NUL."""
        is_ours = key is not None and key.isascii() and key.isalnum()
        return is_ours and super()._validate_session_key(key)  # type: ignore[misc]

    def delete(self, session_key: str | None = None) -> None:
        """Delete with one query; Django would read the row first."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=key).delete()
            self._cache.delete(  # type: ignore[attr-defined]
                self.cache_key_prefix + key
            )
