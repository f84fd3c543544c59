"""A plan with its price."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """A plan people can vote for.

    ``cost`` is in cents. ``extra`` keeps the columns of a ``.pb`` file that the count does not use.
    """

    id: str
    cost: int
    name: str = ""
    categories: tuple[str, ...] = ()
    neighbourhood: str = ""
    selected: bool | None = None
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """Its name, or its id when it has none."""
        return self.name or self.id
