"""Services that ask for advice, close a request, ring its bells and withdraw it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.advice import facts, rules
from middenstip.domain.advice.lifecycle import ANSWER_DAYS, FURTHEST, REQUEST
from middenstip.domain.advice.models import AdviceRequest
from middenstip.domain.advice.selectors import to_close, to_ring
from middenstip.domain.advice.services.record import count_again, fresh, record_about
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import codes_around, manager_above
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.term import REMINDERS
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

AT_ONCE = 200
EMPTY = {
    "question": "Schrijf in één zin wat jullie willen weten.",
    "context": "Schrijf op wat er speelt.",
    "use": "Schrijf op wat jullie met het advies doen.",
}


@write
@once(lambda public_id: AdviceRequest.objects.get(public_id=public_id))
def ask_advice(
    *,
    by: Actor,
    texts: Mapping[str, str],
    closes_on: date,
    area: Area,
    theme: str = "",
    initiative: Initiative | None = None,
    goal: Goal | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> AdviceRequest:
    """Ask residents for advice until a day. `texts` has question, context and use; none may be empty."""
    seat = Seat.objects.get(pk=by.seat_id)
    require(rules.may_ask(seat))
    require(rules.may_ask_about(initiative, goal))
    told, today = _cleaned(texts), timezone.localdate(at)
    if closes_on <= today:
        raise Invalid({"closes_on": "Kies een dag na vandaag. Mensen hebben tijd nodig."})
    if closes_on > today + FURTHEST:
        raise Invalid({"closes_on": "Kies een dag binnen een jaar."})
    request = AdviceRequest(
        public_id=public_id or new_id(),
        seat=seat,
        **told,
        theme=theme,
        initiative=initiative,
        goal=goal,
        area=area,
        municipality=area.municipality or area,
        district=area.district,
        closes_on=closes_on,
        asked_at=at,
    )
    request.start_term(closes_on, ANSWER_DAYS)
    request.end_term()  # the bells begin when it closes
    request.store()
    record_about(facts.AdviceAsked, request, by, at, until=closes_on.isoformat())
    return request


@write
def withdraw_request(*, by: Actor, request: AdviceRequest, at: datetime) -> AdviceRequest:
    """The organisation no longer asks; only while nobody gave advice."""
    request = fresh(request)
    require(rules.may_withdraw(by, request))
    request.state = REQUEST.after(request.state, "withdraw")
    request.store("state")
    record_about(facts.AdviceWithdrawn, request, by, at)
    return request


def close_requests(*, at: datetime) -> int:
    """Close every request of which the last day is over; returns how many. Safe to run twice."""
    number = 0
    while waiting := to_close(timezone.localdate(at), AT_ONCE):
        for request in waiting:
            _close(request=request, at=at)
        number += len(waiting)
    return number


@write
def _close(*, request: AdviceRequest, at: datetime) -> None:
    request = fresh(request)
    if not REQUEST.allows(request.state, "close"):
        return  # another worker was first
    request.state = REQUEST.after(request.state, "close")
    request.start_term(request.closes_on, ANSWER_DAYS)
    request = count_again(request, at)
    if request.waiting:
        assert request.due_on
        due = request.due_on.isoformat()
        record_about(facts.AdviceClosed, request, None, at, waiting=request.waiting, due=due)


def ring_requests(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns how many requests. Safe to run twice."""
    number = 0
    while waiting := to_ring(timezone.localdate(at), AT_ONCE):
        for request in waiting:
            _ring(request=request, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, request: AdviceRequest, at: datetime) -> None:
    request, today = fresh(request), timezone.localdate(at)
    due = request.due_on.isoformat() if request.due_on else ""
    for bell in request.ring(today):
        if bell in REMINDERS:
            record_about(facts.AdviceReminded, request, None, at, bell=bell, due=due)
            continue
        manager, _is_up = manager_above(codes_around(request.area), today)
        named = manager.public_id if manager else ""
        record_about(facts.AdviceEscalated, request, None, at, bell=bell, due=due, seat=named)
    request.store("bell_on")


def _cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    told = {name: typed.text(texts.get(name, "")) for name in ("context", "use")}
    told["question"] = typed.name("question", texts.get("question", ""))
    if errors := {name: sentence for name, sentence in EMPTY.items() if not told[name]}:
        raise Invalid(errors)
    return told
