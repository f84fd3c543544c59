"""The facts about an area."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AreaDrawn(Fact):
    """An area was drawn by hand, or its border changed. The subject is the area."""

    kind = "area.drawn"


@dataclass(frozen=True, kw_only=True)
class AreaOpened(Fact):
    """A gemeente takes part from now on: the front page shows it. The subject is the area."""

    kind = "area.opened"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class AreaClosed(Fact):
    """A gemeente takes part no longer. What is there stays readable."""

    kind = "area.closed"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class AreaRemoved(Fact):
    """A drawn area was removed: nothing happened in it. The subject is the area it lay in."""

    kind = "area.removed"
    public = False
    audited = True

    code: str
