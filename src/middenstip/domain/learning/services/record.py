"""Reading a case study to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.learning.models import CaseStudy
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(study: CaseStudy) -> CaseStudy:
    """The case study as it is now, locked: one change in it at a time."""
    rows = CaseStudy.objects.select_for_update(of=("self",))
    return rows.select_related("area", "initiative").get(pk=study.pk)


def record_about(kind: Any, study: CaseStudy, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a case study, in the story of its initiative if it has one."""
    thread = study.initiative.public_id if study.initiative else ""
    record(kind(subject=study.public_id, thread=thread, **study.area.where, **data), by=by, at=at)
