"""A command that cannot start gives the reason in one sentence, without a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Wrap a command. Bugs still show their traceback, and so does any error with `--traceback`."""
    try:
        yield
    except Exception as error:
        reason = "" if "--traceback" in sys.argv else _reason(error)
        if not reason:
            raise
        sys.exit(reason)


def _reason(error: Exception) -> str:
    if isinstance(error, ImproperlyConfigured):
        return str(error)
    from middenstip.kernel.unavailable import Unavailable

    if isinstance(error, Unavailable):
        return error.reason
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    if not isinstance(error, DatabaseError):
        return ""
    try:
        connection.ensure_connection()
    except DatabaseError as away:
        said = str(away).splitlines()[0]
        return f"De database geeft geen antwoord ({said}). Kijk naar DATABASE_URL in docs/instellingen.md."
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "De tabellen zijn er nog niet, of van een oudere versie. Doe eerst: manage.py migrate."
    return ""
