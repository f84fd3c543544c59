"""The form of a room's part in the demo: steps in the story of one initiative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from middenstip.demo.teller import Teller


@dataclass(frozen=True)
class Step:
    """One step of a room in a story, if the story has it. Steps run from low `order` to high."""

    order: int
    tell: Callable[[Teller], None]
