"""Put a backup back: all that can be wrong is looked at first, and what is there changes last."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from middenstip.journal import erased
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Refused
from middenstip.notices.models import Pulse
from middenstip.operations import archive, backup, postgresql, rows, schema, sqlite
from middenstip.operations.archive import Manifest

AWAKE = timedelta(seconds=60)  # the worker shows every ten seconds that it is there
FULL = "Er staat al iets in deze database. Wil je dat kwijt? Geef dan --over mee."
RUNNING = "Het platform draait nog. Stop het eerst, en wacht een minuut."
NEWER = (
    "Deze reservekopie is van een nieuwere versie van Middenstip. Werk eerst Middenstip bij; "
    "er is niets veranderd."
)


def restore(*, path: Path, secret: str, over: bool, lists: Sequence[Path], at: datetime) -> Manifest:
    """Put this backup in the place of the database and the files, and erase again who is on a list."""
    _refuse_full(over, at)
    erased.listed(lists)  # one that cannot be read is told before the work
    with archive.work_folder(Path(settings.BACKUP_FOLDER)) as work:
        parts = work / "parts"
        parts.mkdir(mode=0o700)
        manifest = archive.unpack(path, parts, secret)
        if schema.unknown(manifest.schema):
            raise Refused(NEWER)
        if over and _has(Entry._meta.db_table):
            erased.complete_list()
        if connection.vendor == "postgresql":
            _into_postgresql(manifest, parts, lists)
        else:
            _into_sqlite(manifest, parts, lists)
        _put_files(parts / backup.FILES)
    cache.clear()
    return manifest


def _refuse_full(over: bool, at: datetime) -> None:
    if _has(Pulse._meta.db_table) and Pulse.objects.filter(at__gt=at - AWAKE).exists():
        raise Refused(RUNNING)
    is_full = any(
        _has(table) and _is_filled(table) for table in ("parties_person", "areas_area", "journal_entry")
    )
    media = Path(settings.MEDIA_ROOT) if settings.MEDIA_ROOT else None
    is_full = is_full or bool(media and media.is_dir() and any(media.iterdir()))
    if is_full and not over:
        raise Refused(FULL)


def _has(table: str) -> bool:
    return table in connection.introspection.table_names()


def _is_filled(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None


def _into_sqlite(manifest: Manifest, parts: Path, lists: Sequence[Path]) -> None:
    """Finish the new file beside the old one, and only then put it in its place."""
    new = parts / sqlite.COPY
    with sqlite.in_place_of_live(new):
        if not sqlite.is_sound():
            raise Refused(archive.DAMAGED)
        if manifest.engine != connection.vendor:
            _build(manifest, parts)
        _compare(manifest)
        _finish(lists)
    sqlite.put(new)


def _into_postgresql(manifest: Manifest, parts: Path, lists: Sequence[Path]) -> None:
    """The tables and rows in one transaction; bringing those up to date after it."""
    ours = _our_tables(manifest)
    if manifest.engine == connection.vendor:
        postgresql.put(parts / postgresql.COPY, ours)
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                for sql in postgresql.dropping(ours):
                    cursor.execute(sql)
            _build(manifest, parts)
    _compare(manifest)
    _finish(lists)


def _build(manifest: Manifest, parts: Path) -> None:
    """Make the tables as they were then, and fill them from the rows."""
    schema.build(manifest.schema)
    models = schema.tables_at(manifest.schema)
    names = [model._meta.db_table for model in models]
    if set(names) != set(manifest.rows):
        raise Refused(archive.DAMAGED)
    with connection.constraint_checks_disabled():
        connection.ops.execute_sql_flush(
            connection.ops.sql_flush(no_style(), names, allow_cascade=True)  # what migrations put in
        )
        with transaction.atomic():
            backup.engine().put_off_checks()
            rows.read(models, parts / backup.ROWS, manifest.rows)
            connection.check_constraints()


def _compare(manifest: Manifest) -> None:
    models = schema.tables_at(manifest.schema)
    if {model._meta.db_table: model._base_manager.count() for model in models} != manifest.rows:
        raise Refused("Het aantal rijen klopt niet met de reservekopie.")


def _finish(lists: Sequence[Path]) -> None:
    """Bring the tables up to date, log everybody out, and erase again."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("erase_again", *map(str, lists), verbosity=0)


def _our_tables(manifest: Manifest) -> set[str]:
    now = {model._meta.db_table for model in schema.tables_at(schema.applied())}
    there = connection.introspection.table_names()
    search = {name for name in there if name.startswith("matching_")}
    return now | set(manifest.rows) | search | {schema.SESSIONS, "django_migrations"}


def _put_files(new: Path) -> None:
    """The files change place as one folder: the old ones go when the new ones are there."""
    if not settings.MEDIA_ROOT:
        return
    media = Path(settings.MEDIA_ROOT)
    beside = media.with_name(f".{media.name}-{uuid4().hex}")
    if new.is_dir():
        shutil.copytree(new, beside)
    else:
        beside.mkdir(mode=0o700, parents=True)
    if media.exists():
        gone = media.with_name(f".{media.name}-{uuid4().hex}")
        media.replace(gone)
        beside.replace(media)
        shutil.rmtree(gone)
    else:
        beside.replace(media)
