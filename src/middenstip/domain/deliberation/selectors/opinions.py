"""Queries about an inquiry: its statements, their sums, and the published answers."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import F

from middenstip.domain.deliberation.lifecycle import HELD, OPEN, SHOWN
from middenstip.domain.deliberation.models import Inquiry, Opinion, Participant, Statement, Sum

_GOAL = ("goal__initiative", "goal__area__district", "goal__municipality", "area")


def inquiry_of(goal: str) -> Inquiry | None:
    """The inquiry of the goal with this public id, with its mandate card; None without one. One query."""
    around = (*_GOAL, "goal__mandate__promised_by__side__organisation")
    return Inquiry.objects.select_related(*around).filter(goal__public_id=goal).first()


def hold_inquiry(inquiry: Inquiry) -> Inquiry:
    """The inquiry as it is now, locked."""
    return Inquiry.objects.select_for_update(of=("self",)).select_related(*_GOAL).get(pk=inquiry.pk)


def hashed(code: str) -> str:
    """The form in which a code is stored: it cannot be read back."""
    return sha256(code.lower().replace("-", "").replace(" ", "").encode()).hexdigest()


def participant_with(inquiry: Inquiry, code: str) -> Participant | None:
    """Who has this code. One query."""
    return Participant.objects.filter(inquiry=inquiry, code=hashed(code)).first()


def participant_of(inquiry: Inquiry, person: int) -> Participant | None:
    """The participant that is this person (a key). One query."""
    return Participant.objects.filter(inquiry=inquiry, person=person).first()


def sums_of(inquiry: Inquiry) -> dict[int, dict[str, tuple[int, int, int]]]:
    """Per statement that can be answered (a key) and half: agree, disagree, passed. One query."""
    found: dict[int, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    asked = Statement.objects.filter(inquiry=inquiry, state=SHOWN, hidden__isnull=True)
    rows = Sum.objects.filter(statement__in=asked).order_by("statement", "half")
    for key, half, *numbers in rows.values_list("statement", "half", "agree", "disagree", "passed"):
        found[key][half] = (numbers[0], numbers[1], numbers[2])
    return dict(found)


def seen_by(participant: Participant) -> set[int]:
    """The statements (keys) that this participant answered. One query."""
    return set(Opinion.objects.filter(participant=participant).values_list("statement", flat=True))


def statement_by_id(inquiry: Inquiry, public_id: str) -> Statement | None:
    return Statement.objects.filter(inquiry=inquiry, public_id=public_id).first()


def held_in(inquiry: Inquiry, limit: int) -> list[Statement]:
    """The statements that wait for the table, oldest first. One query."""
    return list(Statement.objects.filter(inquiry=inquiry, state=HELD).order_by("pk")[:limit])


def texts_of(inquiry: Inquiry) -> dict[str, str]:
    """The statements that can be answered: public id to text. One query."""
    rows = Statement.objects.filter(inquiry=inquiry, state=SHOWN).order_by("pk")
    return dict(rows.values_list("public_id", "text"))


def answers_in(inquiry: Inquiry) -> list[tuple[str, str, int]]:
    """The published answers: number of the participant, id of the statement, 1, 0 or -1. One query."""
    rows = Opinion.objects.filter(statement__inquiry=inquiry, statement__state=SHOWN)
    rows = rows.order_by("participant__number", "statement")
    return [
        (f"p{number}", statement, value)
        for number, statement, value in rows.values_list(
            "participant__number", "statement__public_id", "value"
        )
    ]


def people_in(inquiry: Inquiry) -> list[tuple[str, str, str]]:
    """The published participants: number, half, and how they answered. One query."""
    rows = Participant.objects.filter(inquiry=inquiry).order_by("number")
    return [(f"p{number}", half, way) for number, half, way in rows.values_list("number", "half", "way")]


def fingerprint(inquiry: Inquiry) -> str:
    """Changes with every answer, changed answer and statement; small, whatever was answered. One query."""
    return sha256(repr(sorted(sums_of(inquiry).items())).encode()).hexdigest()[:16]


def open_inquiries() -> list[Inquiry]:
    return list(Inquiry.objects.filter(state=OPEN).select_related(*_GOAL).order_by("pk"))


def due_inquiries(at: datetime) -> list[Inquiry]:
    """The open inquiries whose closing time has passed."""
    return list(Inquiry.objects.filter(state=OPEN, closes_at__lte=at).select_related(*_GOAL).order_by("pk"))


def statement_rows(goal: str, before: int | None, limit: int) -> list[dict[str, Any]]:
    """The statements of a goal (its public id) as flat rows for the API, newest first. One query."""
    rows = Statement.objects.filter(inquiry__goal__public_id=goal, state=SHOWN)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    columns = ("pk", "public_id", "text", "at")
    return list(rows.order_by("-pk").values(*columns, result=F("inquiry__result"))[:limit])
