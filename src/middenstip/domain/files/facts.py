"""What can have happened here. The subject is the file."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class FileAdded(Fact):
    """A file was sent; the worker has not looked at it yet. `to` is the kind of thing it belongs to."""

    kind = "file.added"
    public = False

    to: str


@dataclass(frozen=True, kw_only=True)
class FileRefused(Fact):
    """The worker looked inside and may not show it."""

    kind = "file.refused"
    public = False

    to: str


@dataclass(frozen=True, kw_only=True)
class FileRemoved(Fact):
    """It was taken away; its bytes go at once."""

    kind = "file.removed"
    public = False

    to: str
