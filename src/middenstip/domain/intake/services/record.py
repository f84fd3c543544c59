"""Reading a case to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.intake.lifecycle import ASKED, TAKEN_BACK
from middenstip.domain.intake.models import Action, Case, Challenge, Referral
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(case: Case) -> Case:
    """The case as it is now in the database, locked until the end of the transaction."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related(
            "handler__side__organisation",
            "initiative__connector__side__organisation",
            "initiative__area",
            "initiative__district",
            "initiative__municipality",
            "initiative__seat",
        )
        .get(pk=case.pk)
    )


def drop_referral(case: Case) -> None:
    """A case that is answered or stopped is asked of nobody any more."""
    Referral.objects.filter(case=case, state=ASKED).update(state=TAKEN_BACK, bell_on=None)


def record_about(
    kind: Any,
    case: Case,
    by: Doer | None,
    at: datetime,
    *,
    subject: Action | Referral | Challenge | None = None,
    **data: Any,
) -> None:
    record(
        kind(
            subject=(subject or case).public_id,
            thread=case.initiative.public_id,
            **case.initiative.area.where,
            **data,
        ),
        by=by,
        at=at,
    )
