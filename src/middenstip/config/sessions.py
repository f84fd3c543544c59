"""Sessions in the cache and the database, without asking first whether a new key is taken.

Django looks for a collision before it uses a new key of 32 random characters: two queries per login to
guard against something that will not happen before the sun goes out.
"""

from __future__ import annotations

from django.contrib.sessions.backends.cached_db import SessionStore as CachedStore


class SessionStore(CachedStore):
    def exists(self, session_key: str) -> bool:
        return False

    def _validate_session_key(self, key: str | None) -> bool:
        """A key of ours is letters and digits. Anything else is no key: PostgreSQL cannot look for a NUL."""
        is_ours = key is not None and key.isascii() and key.isalnum()
        return is_ours and super()._validate_session_key(key)  # type: ignore[misc]

    def delete(self, session_key: str | None = None) -> None:
        """One DELETE; Django reads the row first."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=key).delete()
            self._cache.delete(  # type: ignore[attr-defined]
                self.cache_key_prefix + key
            )
