"""Whose turn it is around advice.

| request | who | ask |
|---|---|---|
| open | nobody in particular | |
| closed, advices wait for an answer | the seat that asked | answer each of them |
| done or withdrawn | nobody | |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.advice.lifecycle import CLOSED
from middenstip.domain.advice.models import AdviceRequest
from middenstip.kernel.contact import masked
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, short, turn_for

ANSWER = Move(
    "answer_advice",
    _noop("Geef ieder die advies gaf een antwoord: %(words)s"),
    _noop("Geef antwoord"),
    "/advies/{}/#adviezen",
    fill=lambda text: short(masked(text)),
)


def turn(request: AdviceRequest) -> Turn | None:
    """Whose turn it is (read with its seat); None when nobody's."""
    if request.state != CLOSED:
        return None
    seat = request.seat
    told: dict[str, Any] = {"words": request.question, "since": request.asked_at, "due": request.due_on}
    return turn_for(ANSWER, request.public_id, Who(seat.label, half=seat.half), seats=[seat.pk], **told)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for these seats (keys)."""
    owed = AdviceRequest.objects.filter(seat__in=seats, state=CLOSED)
    return [rows(ANSWER, owed, title="question", words="question", seat="seat_id", due="due_on")]


TURNS = Turns((ANSWER,), rows_for)
