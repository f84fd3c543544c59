"""Reading a request to change it, counting it again, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.advice import facts
from middenstip.domain.advice.lifecycle import ANSWER_DAYS, CLOSED, REQUEST
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.selectors import counts_of
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(request: AdviceRequest) -> AdviceRequest:
    """The request as it is now, locked: one change in it at a time."""
    rows = AdviceRequest.objects.select_for_update(of=("self",))
    return rows.select_related("area__district", "area__municipality", "initiative", "goal__initiative").get(
        pk=request.pk
    )


def fresh_advice(advice: Advice) -> Advice:
    """The advice as it is now, with its request locked."""
    request = fresh(AdviceRequest(pk=advice.request_id))
    found = Advice.objects.get(pk=advice.pk)
    found.request = request
    return found


def record_about(kind: Any, request: AdviceRequest, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a request, in the story of its initiative if it has one."""
    about = request.initiative or (request.goal.initiative if request.goal else None)
    thread = about.public_id if about else ""
    record(kind(subject=request.public_id, thread=thread, **request.area.where, **data), by=by, at=at)


def count_again(request: AdviceRequest, at: datetime) -> AdviceRequest:
    """Count its advices. Closed, it is done once none waits, and waits again when one comes back."""
    for name, number in counts_of(request).items():
        setattr(request, name, number)
    if request.state == CLOSED and not request.waiting:
        request.state = REQUEST.after(request.state, "settle")
        request.end_term()
        if request.given:
            record_about(facts.AdviceSettled, request, None, at)
    elif request.waiting and REQUEST.allows(request.state, "owe"):
        request.state = REQUEST.after(request.state, "owe")
        request.start_term(timezone.localdate(at), ANSWER_DAYS)
    return request.store("given", "waiting", "state", *AdviceRequest.TERM)
