"""Queries about the questions of the hall."""

from __future__ import annotations

from datetime import datetime, timedelta

from middenstip.domain.gatherings.lifecycle import (
    ANNOUNCED,
    CLOSES_AFTER,
    CODE,
    LONGEST,
    MOST_QUESTIONS,
    OUT,
)
from middenstip.domain.gatherings.models import Gathering, HallPhone, HallQuestion
from middenstip.domain.gatherings.selectors import _AROUND
from middenstip.kernel.ids import ALPHABET
from middenstip.kernel.typed import line

TODAY = timedelta(days=1)  # a code is typed on the day itself


def hall_of(gathering: Gathering) -> list[HallQuestion]:
    """Every question of the hall, the most shared first, hidden ones too. One query."""
    rows = HallQuestion.objects.filter(gathering=gathering).order_by("-echoes", "pk")
    return list(rows[:MOST_QUESTIONS])


def shown_hall(gathering: Gathering) -> list[HallQuestion]:
    """What everybody reads of it; nothing of a closed or hidden gathering. One query at most."""
    if gathering.is_closed or gathering.is_hidden:
        return []
    rows = HallQuestion.objects.filter(gathering=gathering).exclude(state=OUT)
    return list(rows.order_by("-echoes", "pk")[:MOST_QUESTIONS])


def hall_question_by_id(public_id: str) -> HallQuestion | None:
    """One question with its gathering. One query."""
    around = [f"gathering__{path}" for path in _AROUND]
    return HallQuestion.objects.select_related(*around).filter(public_id=public_id).first()


def marks_of(gathering: Gathering, phone: str) -> dict[int, bool]:
    """The questions (keys) that this phone asked (True) or shares (False). At most one query."""
    if not phone:
        return {}
    rows = HallPhone.objects.filter(question__gathering=gathering, phone=phone)
    return dict(rows.values_list("question", "is_own"))


def gathering_by_code(typed: str, now: datetime) -> str:
    """The id of the gathering of today with this short code; "" when there is none, or more. One query."""
    code = line(typed).lower()
    if len(code) != CODE or not set(code) <= set(ALPHABET):
        return ""
    rows = Gathering.objects.public().filter(
        state=ANNOUNCED,
        starts_at__gt=now - LONGEST - CLOSES_AFTER,
        starts_at__lt=now + TODAY,
        ends_at__gt=now - CLOSES_AFTER,
        public_id__startswith=code,
    )
    found = list(rows.values_list("public_id", flat=True)[:2])
    return found[0] if len(found) == 1 else ""
