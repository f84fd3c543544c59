"""What can have happened to an area."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AreaDrawn(Fact):
    """Somebody drew an own area, or moved its border. The subject is the area."""

    kind = "area.drawn"
