"""All agreements of an initiative with every signature, for the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from middenstip.domain.agreements.lifecycle import VOID, is_late
from middenstip.domain.agreements.models import Signature
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import sitter
from middenstip.kernel.half import place_of


@dataclass(frozen=True)
class ToldSignature:
    """One signature: the sentence that was signed. `at` is None while it is not signed."""

    seat: str
    half: str
    sentence: str
    on_paper: bool
    at: datetime | None


@dataclass(frozen=True)
class ToldAgreement:
    """One agreement, its signatures in the order of the halves; `state` is a key of the lifecycle."""

    public_id: str
    what: str
    promisor: str
    promisee: str
    due_on: date
    conditions: str
    state: str
    is_late: bool
    why_not: str
    closed_at: datetime | None
    signatures: tuple[ToldSignature, ...]

    @property
    def is_void(self) -> bool:
        """Whether it was withdrawn or lapsed."""
        return self.state in VOID


def agreements_told(initiative: Initiative, today: date) -> list[ToldAgreement]:
    """Every agreement of this initiative, the oldest first. One query: each agreement has signers."""
    rows = (
        Signature.objects.filter(agreement__initiative=initiative)
        .select_related(
            "seat__side__organisation",
            "agreement__promisor__side__organisation",
            "agreement__promisee__side__organisation",
        )
        .annotate(holder=sitter("seat", today))
        .order_by("agreement", "pk")
    )
    return [_agreement(list(some), today) for _, some in groupby(rows, key=lambda row: row.agreement_id)]


def _agreement(rows: list[Signature], today: date) -> ToldAgreement:
    agreement = rows[0].agreement
    rows.sort(key=lambda row: place_of(row.seat.half))
    return ToldAgreement(
        public_id=agreement.public_id,
        what=agreement.what,
        promisor=_side(agreement.promisor, rows),
        promisee=_side(agreement.promisee, rows),
        due_on=agreement.due_on,
        conditions=agreement.conditions,
        state=agreement.state,
        is_late=is_late(agreement.state, agreement.due_on, today),
        why_not=agreement.why_not,
        closed_at=agreement.closed_at,
        signatures=tuple(
            ToldSignature(row.seat.label, row.seat.half, row.sentence, row.on_paper, row.at) for row in rows
        ),
    )


def _side(seat: Seat, rows: Sequence[Signature]) -> str:
    """Display name of one side of an agreement; both sides sign, so `rows` hold the person in each seat."""
    name = next((row.holder for row in rows if row.seat_id == seat.pk), "")  # type: ignore[attr-defined]
    return seat.label if seat.side or not name else f"{name}, {seat.label}"
