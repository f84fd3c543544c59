"""The money of a project: its lines, sources, awards and pots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F

from middenstip.domain.files.selectors import files_of_all
from middenstip.domain.projects.models import (
    Application,
    Award,
    Booking,
    Line,
    Pot,
    Project,
    Source,
    Tranche,
    Value,
)
from middenstip.domain.projects.selectors.project import AROUND

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


def booking_by_id(public_id: str) -> Booking | None:
    """One booking with its project and what it is about. One query."""
    around = [f"project__{one}" for one in AROUND]
    rows = Booking.objects.select_related(
        *around, "line", "source", "tranche__award", "order", "seat__side__organisation"
    )
    return rows.filter(public_id=public_id).first()


def all_bookings(project: Project) -> Iterator[Booking]:
    """Every booking, the oldest first, for a file. One query."""
    rows = project.bookings.select_related("line", "source", "tranche__award")
    return rows.order_by("day", "pk").iterator(500)


def scans_of(bookings: list[Booking]) -> dict[str, int]:
    """How many scans lie beside each of these bookings (public ids). One query."""
    return {
        key: len(some) for key, some in files_of_all("booking", [one.public_id for one in bookings]).items()
    }


def values_of(project: Project) -> list[Value]:
    """The values of a project, in the order in which they were added. One query."""
    return list(project.values.select_related("agreement").order_by("pk"))


def flow_rows(project: Project) -> tuple[list[Line], list[Source], list[Tranche]]:
    """What comes and goes, without the pots. Three queries."""
    tranches = Tranche.objects.filter(award__project=project).order_by("due_on", "pk")
    return (
        list(project.lines.order_by("pk")),
        list(project.sources.order_by("pk")),
        list(tranches.select_related("award")),
    )


def applications_of(project: Project) -> list[Application]:
    """What the team wants to ask or asked, the first last day first. One query."""
    rows = project.applications.select_related("scheme")
    return list(rows.order_by(F("scheme__deadline").asc(nulls_last=True), "pk")[:100])
