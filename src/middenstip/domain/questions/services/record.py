"""Reading a question to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.questions.models import Question
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor, Doer


def fresh(question: Question) -> Question:
    """The question as it is now, locked: one change in it at a time."""
    rows = Question.objects.select_for_update(of=("self",))
    return rows.select_related("area", "initiative").get(pk=question.pk)


def writer(by: Doer) -> dict[str, int | None]:
    """The columns of the one who writes."""
    return {"person_id": by.person_id, "seat_id": by.seat_id if isinstance(by, Actor) else None}


def record_about(kind: Any, question: Question, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a question, in the story of its initiative if it has one."""
    thread = question.initiative.public_id if question.initiative else ""
    record(kind(subject=question.public_id, thread=thread, **question.area.where, **data), by=by, at=at)
