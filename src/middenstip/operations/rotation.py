"""Which backups are kept: the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from django.utils import timezone

NAME = re.compile(r"middenstip-(\d{8}T\d{6})Z\.tar\.gz(?:\.age)?")
STAMP = "%Y%m%dT%H%M%S"


class Keep(NamedTuple):
    """How many days, weeks and months keep a backup."""

    days: int
    weeks: int
    months: int


def name_at(at: datetime, is_sealed: bool) -> str:
    return f"middenstip-{at.astimezone(UTC):{STAMP}}Z.tar.gz{'.age' if is_sealed else ''}"


def backups_in(folder: Path) -> dict[Path, datetime]:
    """Our backups in this folder with their moments; other files are not ours to touch."""
    found = {}
    for path in folder.iterdir():
        if (name := NAME.fullmatch(path.name)) and path.is_file():
            found[path] = datetime.strptime(name[1], STAMP).replace(tzinfo=UTC)
    return found


def superfluous(backups: dict[Path, datetime], keep: Keep) -> list[Path]:
    """Those that no day, week or month keeps, oldest first. The newest always stays."""
    moments = sorted(backups.values(), reverse=True)
    kept = set(moments[:1])
    kept |= _newest(moments, keep.days, lambda day: day.date().isoformat())
    kept |= _newest(moments, keep.weeks, lambda day: "{}-{}".format(*day.isocalendar()))
    kept |= _newest(moments, keep.months, lambda day: f"{day:%Y-%m}")
    return sorted((path for path, at in backups.items() if at not in kept), key=lambda path: backups[path])


def _newest(moments: Iterable[datetime], most: int, period: Callable[[datetime], str]) -> set[datetime]:
    """The newest of each of the last `most` periods that have one."""
    found: dict[str, datetime] = {}
    for at in moments:
        found.setdefault(period(timezone.localtime(at)), at)
    return set(list(found.values())[:most])
