"""What the clients of the crash-test were told."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Answered:
    """What the clients were told: `ideas` from titles to public ids, and who (a number) follows which."""

    ideas: dict[str, str] = field(default_factory=dict)
    follows: list[tuple[int, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.ideas) + len(self.follows)
