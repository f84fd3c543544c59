"""The money of a project: its lines, sources, awards and pots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from middenstip.domain.projects.models import Award, Booking, Line, Pot, Project, Source, Tranche

NEWEST = 30


@dataclass(frozen=True)
class Purse:
    """All money of one project, read at once."""

    lines: list[Line]
    sources: list[Source]
    tranches: list[Tranche]
    pots: list[Pot]

    @property
    def balance(self) -> dict[str, int]:
        return {pot.name: pot.balance for pot in self.pots}

    @cached_property
    def awards(self) -> list[Award]:
        """The awards, each with `parts`: its tranches."""
        found: dict[int, Award] = {}
        for tranche in self.tranches:
            award = found.setdefault(tranche.award_id, tranche.award)
            vars(award).setdefault("parts", []).append(tranche)
        return list(found.values())


def purse_of(project: Project) -> Purse:
    """Four queries. An award is read through its tranches: it has one at least."""
    tranches = Tranche.objects.filter(award__project=project).order_by("due_on", "pk")
    return Purse(
        lines=list(project.lines.order_by("pk")),
        sources=list(project.sources.order_by("pk")),
        tranches=list(tranches.select_related("award__giver__side__organisation")),
        pots=list(project.pots.order_by("name")),
    )


def newest_bookings(project: Project) -> list[Booking]:
    """The newest bookings, with what they are about. One query."""
    rows = project.bookings.select_related("line", "source", "tranche__award", "order")
    return list(rows.order_by("-day", "-pk")[:NEWEST])


def late_tranches(tranches: list[Tranche], today: date) -> list[Tranche]:
    """Those that should have been paid."""
    return [one for one in tranches if one.state not in ("paid", "withheld") and one.due_on < today]
