"""The photos and documents of an agreement."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.agreements import rules
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.agreements.selectors import agreement_by_id
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict, no


def _agreements(ids: Collection[str]) -> set[str]:
    return set(Agreement.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _may_read(reader: Reader, agreement: Agreement) -> Verdict:
    """An agreement is public."""
    return YES


def _may_add(by: Actor, agreement: Agreement) -> Verdict:
    """Those who sign it show what came of it. One query."""
    signers = set(agreement.signatures.values_list("seat", flat=True))
    if rules.may_change(by, signers):
        return YES
    return no("Hier plaatst alleen wie de afspraak tekent een foto of document.")


def _where(agreement: Agreement) -> Mapping[str, str]:
    thread = agreement.initiative.public_id if agreement.initiative else ""
    return {"thread": thread, **agreement.area.where}


HOLDERS = (
    Holder(
        noun="agreement",
        find=agreement_by_id,
        existing=_agreements,
        may_read=_may_read,
        may_add=_may_add,
        path=lambda agreement: f"/afspraak/{agreement.public_id}/",
        name=lambda agreement: agreement.what,
        where=_where,
    ),
)
