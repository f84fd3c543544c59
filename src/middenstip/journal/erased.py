"""The list of who was erased, in a file beside the database: a backup that is put back does not undo it.

Each line holds the public id of a person who is gone, and when. That id leads to a row without a name, so the
list tells nobody who it was. Lines are only added; the same line twice does no harm.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.ids import typed_id
from middenstip.kernel.verdict import Refused
from middenstip.kernel.write import write

READER = "erased"
ERASED = "person.erased"
KINDS = (ERASED,)


def keep_list() -> int:
    """Add the people who were erased since the last round; returns how many. The worker does this."""
    path = settings.ERASED_LIST
    return readers.hand_over(READER, lambda entry: _keep(entry, path), KINDS) if path else 0


def complete_list() -> int:
    """Add everybody who was erased according to this database and is not on the list; returns how many."""
    path = settings.ERASED_LIST
    if not path:
        return 0
    known = listed([path])
    entries = Entry.objects.filter(kind=ERASED).order_by("pk").values_list("subject", "at")
    missing = [(subject, at) for subject, at in entries.iterator() if subject not in known]
    _add(path, missing)
    return len(missing)


def listed(paths: Iterable[Path]) -> set[str]:
    """The public ids on these lists. A list that is not there is empty, and half a line is skipped."""
    found = set()
    for path in paths:
        try:
            with path.open(encoding="utf-8") as file:
                found |= {_id(line) for line in file}
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError):
            raise Refused(f"De lijst van wie gewist werd ({path}) is niet te lezen.") from None
    return found - {""}


@write
def _keep(entry: Entry, path: Path) -> int:
    """On the disk first, then noted as done: whatever breaks between is added twice, never left out."""
    _add(path, [(entry.subject, entry.at)])
    return int(readers.done(READER, entry))


def _add(path: Path, gone: Iterable[tuple[str, datetime]]) -> None:
    lines = [json.dumps({"person": subject, "at": at.isoformat()}) for subject, at in gone]
    if not lines:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        size = os.fstat(file).st_size
        is_half = size > 0 and os.pread(file, 1, size - 1) != b"\n"
        os.write(file, (("\n" if is_half else "") + "".join(f"{line}\n" for line in lines)).encode())
        os.fsync(file)
    finally:
        os.close(file)


def _id(line: str) -> str:
    try:
        return typed_id(str(json.loads(line)["person"]))
    except (ValueError, KeyError, TypeError):
        return ""
