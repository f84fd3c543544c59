"""Caches that fail open: when Redis is away or the disk is full, pages go on, only slower.

What a cache holds can be made anew, so its failing is no reason to fail. Meanwhile this process remembers in
its own memory: limits still count, and a page is not made for every visitor. A cache that does not answer is
left alone for some seconds, or every visitor would wait for it.
"""

from __future__ import annotations

import logging
import pickle
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

ERRORS = (OSError, RedisError, zlib.error, EOFError, pickle.UnpicklingError)
ALONE = 5.0  # seconds that a cache which failed is left alone
MOST = 10_000  # keys; when more changed meanwhile, the cache is emptied instead

log = logging.getLogger(__name__)


class Health:
    """Whether one cache answers, as all threads of this process know it."""

    def __init__(self) -> None:
        self.is_away = False
        self.again = 0.0  # the moment from which it may be tried again
        self.changed: set[tuple[str, int | None]] = set()  # keys whose value there is out of date

    def fell(self, error: Exception) -> None:
        if not self.is_away:
            log.warning("the cache does not answer (%s); pages go on without it", type(error).__name__)
        self.is_away, self.again = True, time.monotonic() + ALONE

    def rose(self) -> None:
        self.is_away = False
        self.changed.clear()
        log.warning("the cache answers again")


_health: dict[str, Health] = {}


def _open(name: str, takes_key: bool) -> Callable[..., Any]:
    """The method `name` of a cache, which never fails. `takes_key`: it changes the value at a key."""

    def method(self: FailsOpen, *args: Any, **kwargs: Any) -> Any:
        health = self.health
        if not health.is_away or time.monotonic() >= health.again:
            try:
                if health.is_away:
                    self._catch_up()
                return getattr(super(FailsOpen, self), name)(*args, **kwargs)
            except ERRORS as error:
                if not health.is_away:
                    self.beside.clear()  # of an earlier time that it was away
                health.fell(error)
        if takes_key and len(health.changed) <= MOST:
            given = args[0] if args else kwargs.get("key", kwargs.get("keys", kwargs.get("data", ())))
            version = kwargs.get("version")
            health.changed.update((key, version) for key in ([given] if isinstance(given, str) else given))
        return getattr(self.beside, name)(*args, **kwargs)

    method.__name__ = name
    return method


class FailsOpen(BaseCache):
    """Above a cache of Django: answers from memory while that one fails."""

    def __init__(self, where: str, params: dict[str, Any]) -> None:
        super().__init__(where, params)  # type: ignore[call-arg,arg-type]
        self.health = _health.setdefault(str(where), Health())
        self.beside = LocMemCache(f"beside {where}", params | {"OPTIONS": {"MAX_ENTRIES": 2000}})

    def _catch_up(self) -> None:
        """It may be back: it must not give what was changed meanwhile, such as a session that was ended."""
        behind = list(self.health.changed)
        if len(behind) > MOST:
            super().clear()
        for key, version in behind[:MOST]:
            super().delete(key, version=version)
        super().get("middenstip-is-there")
        self.health.rose()

    get = _open("get", takes_key=False)
    get_many = _open("get_many", takes_key=False)
    has_key = _open("has_key", takes_key=False)
    add = _open("add", takes_key=True)
    set = _open("set", takes_key=True)
    touch = _open("touch", takes_key=True)
    delete = _open("delete", takes_key=True)
    incr = _open("incr", takes_key=True)
    set_many = _open("set_many", takes_key=True)
    delete_many = _open("delete_many", takes_key=True)
    clear = _open("clear", takes_key=False)


class Redis(FailsOpen, RedisCache):
    """Redis, shared by all servers."""


class Files(FailsOpen, FileBasedCache):
    """Files, shared by all processes of this machine."""

    def _createdir(self) -> None:
        with suppress(OSError):  # then writing a file fails, and that is seen
            super()._createdir()  # type: ignore[misc]
