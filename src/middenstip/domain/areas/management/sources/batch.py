"""The rows of all sources, collected before any of them is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from middenstip.domain.areas.services import AreaData, FigureData, OutlineData


@dataclass
class Batch:
    """Rows of all sources together; a later source overrides an earlier one."""

    areas: list[AreaData] = field(default_factory=list)
    outlines: list[OutlineData] = field(default_factory=list)
    figures: list[FigureData] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.areas or self.outlines or self.figures)

    def add(
        self, areas: Iterable[AreaData], outlines: Iterable[OutlineData], figures: Iterable[FigureData]
    ) -> None:
        self.areas += areas
        self.outlines += outlines
        self.figures += figures
