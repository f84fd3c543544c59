"""Services that give advice, answer it and withdraw it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.advice import facts, rules
from middenstip.domain.advice.lifecycle import ADOPTED, ADVICE, ANSWERS, REQUEST, TAKEN_BACK
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.services.record import count_again, fresh, fresh_advice, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
@once(lambda public_id: Advice.objects.select_related("request").get(public_id=public_id))
def give_advice(
    *,
    by: Doer,
    request: AdviceRequest,
    text: str,
    because: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Advice:
    """A resident gives advice: one for each person, until the last day."""
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je advies."})
    request = fresh(request)
    require(rules.may_advise(by, request, timezone.localdate(at)))
    if Advice.objects.filter(request=request, person=by.person_id).exclude(state=TAKEN_BACK).exists():
        raise NotNow("Je gaf hier al advies. Wil je iets anders zeggen? Trek dat eerst in.")
    request.state = REQUEST.after(request.state, "advise")
    advice = Advice(
        public_id=public_id or new_id(),
        request=request,
        person_id=by.person_id,
        text=text,
        because=typed.line(because),
        at=at,
    ).store()
    count_again(request, at)
    record_about(facts.AdviceGiven, request, by, at, advice=advice.public_id)
    return advice


@write
def answer_advice(*, by: Actor, advice: Advice, answer: str, text: str, at: datetime) -> Advice:
    """The organisation answers: adopted, partly or not, with the reason. Twice the same is once."""
    advice = fresh_advice(advice)
    request = advice.request
    require(rules.may_answer(by, request))
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies een antwoord."})
    text = typed.text(text)
    if (answer, text) == (advice.state, advice.answer):
        return advice
    state = ADVICE.after(advice.state, answer)
    require(rules.may_be_answered(advice))
    if not text and answer != ADOPTED:
        raise Invalid({"text": "Leg uit waarom. Wie dit advies gaf, leest het."})
    request.state = REQUEST.after(request.state, "answer")
    advice.state, advice.answer, advice.answered_at = state, text, at
    advice.was_in_time = not is_past(request.due_on, timezone.localdate(at))
    advice.store("state", "answer", "answered_at", "was_in_time")
    record_about(facts.AdviceAnswered, request, by, at, advice=advice.public_id, answer=answer)
    count_again(request, at)
    return advice


@write
def take_back(*, by: Doer, advice: Advice, at: datetime) -> Advice:
    """The writer withdraws an advice: its words and the answer to them are deleted."""
    advice = fresh_advice(advice)
    require(rules.may_take_back(by, advice))
    advice.state = ADVICE.after(advice.state, "withdraw")
    advice.text, advice.because, advice.answer, advice.hidden = "", "", "", None
    advice.store("state", "text", "because", "answer", "hidden")
    record_about(facts.AdviceTakenBack, advice.request, by, at, advice=advice.public_id)
    count_again(advice.request, at)
    return advice
