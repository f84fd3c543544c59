"""Agreements in the form that `turns.turn` needs. Never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import F, QuerySet

from middenstip.domain.agreements.lifecycle import OPEN, PROPOSED
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.agreements.turns import AgreementAt, SignerAt
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.turns import initiator_of
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.half import place_of
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.turn import Who

_OF_AGREEMENT = ("pk", "public_id", "state", "what", "due_on", "promisor", "promisee", "goal__state")
_COLUMNS = (
    *(f"agreement__{name}" for name in _OF_AGREEMENT),
    *("seat", "seat__half", "seat__title", "organisation", "holder", "at"),
)


def agreement_at(agreement: Agreement, signatures: Iterable[Signature]) -> AgreementAt:
    """One agreement from `agreement_by_id`, and its signatures from `signatures_for` with a day."""
    signers = []
    for row in signatures:
        side, name = row.seat.side, row.holder  # type: ignore[attr-defined]
        organisation = side.organisation.name if side else ""
        signers.append(_signer(row.seat_id, row.seat.half, row.seat.title, organisation, name, row.at))
    goal = agreement.goal.state if agreement.goal else SHARED
    columns = (
        agreement.state,
        agreement.what,
        agreement.due_on,
        agreement.promisor_id,
        agreement.promisee_id,
    )
    return _at(agreement.initiative, signers, agreement.public_id, *columns, goal)


def agreements_of_work(initiative: Initiative, on: date) -> list[AgreementAt]:
    """The running and unsigned agreements of an initiative, earliest due day first. One
    query, which returns a row per signature."""
    found = []
    rows = sorted(_WORK.rows(initiative=initiative.pk, on=on), key=lambda row: (row[4], row[0]))
    for _, some in groupby(rows, key=lambda row: row[0]):
        signatures = list(some)
        _pk, *columns = signatures[0][: len(_OF_AGREEMENT)]
        signers = [_signer(*row[len(_OF_AGREEMENT) :]) for row in signatures]
        found.append(_at(initiative, signers, *columns))
    return found


def _at(initiative: Initiative, signers: list[SignerAt], *columns: Any) -> AgreementAt:
    public_id, state, what, due_on, promisor, promisee, goal = columns
    return AgreementAt(
        public_id=public_id,
        state=state,
        what=what,
        due_on=due_on,
        promisor=promisor,
        promisee=promisee,
        signers=sorted(signers, key=lambda one: place_of(one.who.half)),
        person=0 if initiative.initiator.erased_at else initiative.initiator_id,
        initiator=initiator_of(initiative),
        initiator_seat=initiative.seat_id,
        is_signable=goal in (None, SHARED),
    )


def _signer(
    seat: int, half: str, title: str, organisation: str | None, name: str | None, at: Any
) -> SignerAt:
    label = f"{title}, {organisation}" if organisation else title
    who = Who(organisation or name or title, label, half)
    return SignerAt(seat, who, at is not None, not organisation, name is not None)


def _work(initiative: int, on: date) -> QuerySet[Any, Any]:
    running = Signature.objects.filter(
        agreement__initiative=initiative, agreement__state__in=[PROPOSED, OPEN]
    )
    sides = {"organisation": F("seat__side__organisation__name"), "holder": holder_of("seat", on)}
    return running.annotate(**sides).order_by("pk").values_list(*_COLUMNS)


_WORK = Prepared(_work, keys=["initiative"], days=["on"])
