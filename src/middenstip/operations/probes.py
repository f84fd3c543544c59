"""What the platform needs to work, part by part, each with one Dutch word and no secrets."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.cache import cache, caches
from django.db import Error, connection

from middenstip.notices.selectors import oldest_urgent, oldest_waiting, worker_is_there

GOOD, WORRYING, BROKEN = "good", "worrying", "broken"
LATE = timedelta(minutes=30)  # mail that waits longer than a few tries
URGENT = timedelta(minutes=2)  # a code: somebody waits for it to log in
FULL, ALMOST_FULL = 64 * 2**20, 1024 * 2**20  # bytes that are left
KEY = "klaar"  # the cache is written to once a minute, and read each time


@dataclass(frozen=True)
class Part:
    """One part of the platform: the `word` is for people, the `state` for programs."""

    name: str
    word: str
    state: str = GOOD


def database() -> Part:
    """Whether it answers, and takes what people write."""
    try:
        is_closed = _takes_no_writes()
    except Error:
        return Part("database", "weg", BROKEN)
    return Part("database", "leest alleen", BROKEN) if is_closed else Part("database", "goed")


def _takes_no_writes() -> bool:
    """Asked, not tried: a probe that writes would wait its turn behind everybody."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("select pg_is_in_recovery() or current_setting('transaction_read_only')::bool")
            return bool(cursor.fetchone()[0])
        cursor.execute("pragma query_only")
        file = Path(str(connection.settings_dict["NAME"]))
        closed = bool(cursor.fetchone()[0])
    return closed or (file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)))


def worker(at: datetime) -> Part:
    """Its heartbeat is a row, so a worker that beats also proves that the database takes writes."""
    try:
        return Part("worker", "goed") if worker_is_there(at) else Part("worker", "stil", BROKEN)
    except Error:
        return Part("worker", "onbekend", BROKEN)


def mail(at: datetime) -> Part:
    """A mail server that is away makes mail late; the platform itself goes on."""
    try:
        code, oldest = oldest_urgent(), oldest_waiting()
    except Error:
        return Part("post", "onbekend", WORRYING)
    if code and code < at - URGENT:
        return Part("post", "codes wachten", WORRYING)
    return Part("post", "wacht te lang", WORRYING) if oldest and oldest < at - LATE else Part("post", "goed")


def disk() -> Part:
    """Room for the database file, the cache and the mail that this machine keeps."""
    try:
        free = free_bytes()
    except OSError:
        return Part("schijf", "weg", BROKEN)
    if free < FULL:
        return Part("schijf", "vol", BROKEN)
    return Part("schijf", "bijna vol", WORRYING) if free < ALMOST_FULL else Part("schijf", "goed")


def free_bytes() -> int:
    """What is left where our data lies, or would lie: with PostgreSQL the folder need not be there yet."""
    folder: Path = settings.DATA_FOLDER
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def database_bytes() -> int:
    """How large the database is."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("select pg_database_size(current_database())")
        else:
            cursor.execute("select page_count * page_size from pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def room() -> dict[str, int]:
    """The bytes that are taken and left, each with its Dutch word."""
    return {"database": database_bytes(), "vrij op de schijf": free_bytes()}


def near_memory() -> Part:
    """The cache: without it the platform is slower, not broken."""
    try:
        if cache.get(KEY) is None:
            cache.set(KEY, 1, 60)
        health = getattr(caches["default"], "health", None)  # a cache that fails open answers from memory
        works = cache.get(KEY) == 1 and not (health and health.is_away)
    except Exception:  # noqa: BLE001 - each cache has errors of its own, and all mean the same here
        works = False
    return Part("cache", "goed") if works else Part("cache", "weg", WORRYING)


def all_parts(at: datetime) -> list[Part]:
    return [database(), worker(at), mail(at), disk(), near_memory()]


def can_read(part: Callable[[], Part] = database) -> bool:
    """Whether visitors can be served at least: a database that only reads still tells its stories."""
    return part().word != "weg"
