"""Make a backup: the database in its own form and as rows, the files, and what they are of."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import connection

from middenstip.journal import erased
from middenstip.kernel.verdict import Refused
from middenstip.operations import archive, postgresql, rotation, rows, schema, sqlite
from middenstip.operations.archive import Manifest

ROWS, FILES = "rows", "files"


@dataclass(frozen=True)
class Made:
    """A backup that was made, and the older ones that made way."""

    path: Path
    manifest: Manifest
    dropped: list[Path]
    left: int


def back_up(*, to: Path, recipient: str, keep: rotation.Keep, at: datetime) -> Made:
    """Make a backup in this folder, closed with `recipient` ("": open), and let superfluous ones go."""
    if not schema.is_up_to_date():
        raise Refused("De tabellen zijn van een andere versie. Doe eerst: manage.py migrate.")
    if recipient:
        archive.reading_key(recipient)  # a key that is none is told before the work
    erased.complete_list()
    path = to / rotation.name_at(at, bool(recipient))
    with archive.work_folder(to) as work:
        folder = work / "parts"
        folder.mkdir(mode=0o700)
        with _snapshot(folder):
            had = schema.applied()
            counts = rows.write(schema.tables_at(had), folder / ROWS)
            server = _server()
        _copy_files(folder)
        manifest = Manifest(
            made_at=at.isoformat(),
            engine=connection.vendor,
            server=server,
            schema=had,
            rows=counts,
            parts=archive.parts_in(folder),
        )
        archive.pack(folder, manifest, path, recipient)
    all_there = rotation.backups_in(to)
    dropped = rotation.superfluous(all_there, keep)
    for old in dropped:
        old.unlink()
    return Made(path, manifest, dropped, len(all_there) - len(dropped))


def engine() -> ModuleType:
    """What knows this database: the module `sqlite` or `postgresql`."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def _snapshot(folder: Path) -> AbstractContextManager[None]:
    held: AbstractContextManager[None] = engine().snapshot(folder)
    return held


def _server() -> str:
    with connection.cursor() as cursor:
        cursor.execute(engine().VERSION)
        return str(cursor.fetchone()[0])


def _copy_files(folder: Path) -> None:
    """The files of the platform on this machine; those in object storage have backups of their own there."""
    if settings.MEDIA_ROOT and Path(settings.MEDIA_ROOT).is_dir():
        shutil.copytree(settings.MEDIA_ROOT, folder / FILES, symlinks=True)
