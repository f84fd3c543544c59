"""The seats that help with an initiative or offered to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.selectors import sitter
from middenstip.kernel.prepared import Prepared

OFFERED, ACCEPTED, LEFT = "offered", "accepted", "left"


@dataclass(frozen=True)
class Helping:
    """One offer to help: its seat (a key), the person in it ("" when empty), and the texts of the offer."""

    public_id: str
    state: str
    seat: int
    half: str
    label: str
    name: str
    brings: str
    gets: str
    fears: str
    reins_number: int | None

    @property
    def is_accepted(self) -> bool:
        return self.state == ACCEPTED


def helping(initiative: Initiative, on: date) -> list[Helping]:
    """All seats that help or offered to, in order of their offer. One query."""
    return [_helping(row) for row in _HELPING.things(initiative=initiative.pk, on=on)]


def _helpers(initiative: int, on: date) -> QuerySet[Partner]:
    rows = Partner.objects.filter(initiative=initiative, state__in=[OFFERED, ACCEPTED])
    rows = rows.select_related("seat__side__organisation").annotate(name=sitter("seat", on))
    return rows.order_by("offered_at", "pk")


_HELPING = Prepared(_helpers, keys=["initiative"], days=["on"])


def _helping(row: Partner) -> Helping:
    return Helping(
        public_id=row.public_id,
        state=row.state,
        seat=row.seat_id,
        half=row.seat.half,
        label=row.seat.label,
        name=row.name,  # type: ignore[attr-defined]
        brings=row.brings,
        gets=row.gets,
        fears=row.fears,
        reins_number=row.reins_number,
    )


@dataclass(frozen=True)
class Helped:
    """A seat that took part, for the report: what it brought, and whether it stopped."""

    seat: str
    half: str
    brings: str
    is_over: bool


def took_part(initiative: Initiative) -> list[Helped]:
    """Every seat that helps or helped, in order of their offer. One query."""
    rows = Partner.objects.filter(initiative=initiative, state__in=[ACCEPTED, LEFT])
    rows = rows.select_related("seat__side__organisation").order_by("offered_at", "pk")
    return [Helped(row.seat.label, row.seat.half, row.brings, row.state == LEFT) for row in rows]
