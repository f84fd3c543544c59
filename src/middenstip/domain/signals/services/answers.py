"""Looking into a signal, answering it, and asking again."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.parties.lifecycle import SIGNAL as SIGNAL_TERM
from middenstip.domain.parties.selectors import term_days
from middenstip.domain.signals import facts, rules
from middenstip.domain.signals.lifecycle import OUTCOMES, SIGNAL
from middenstip.domain.signals.models import Answer, Report, Signal
from middenstip.domain.signals.selectors import report_of
from middenstip.domain.signals.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write


@write
def study_signal(*, by: Actor, signal: Signal, at: datetime) -> Signal:
    """The seat says that it is looking into it. Its last day stays the same."""
    signal = fresh(signal)
    require(rules.may_answer(by, signal))
    signal.state = SIGNAL.after(signal.state, "study")
    record_about(facts.SignalStudied, signal, by, at)
    return signal.store("state")


@write
def answer_signal(*, by: Actor, signal: Signal, outcome: str, text: str, at: datetime) -> Signal:
    """The seat answers: adapted, an exception, or it stays because. Every reporter is told."""
    signal = fresh(signal)
    require(rules.may_answer(by, signal))
    errors = {}
    if outcome not in OUTCOMES:
        errors["outcome"] = "Kies een antwoord."
    text = typed.text(text)
    if not text:
        errors["text"] = "Schrijf waarom. Iedereen die dit meldde, leest het."
    if errors:
        raise Invalid(errors)
    signal.state = SIGNAL.after(signal.state, outcome)
    Answer(signal=signal, seat_id=by.seat_id, outcome=outcome, text=text, at=at).store()
    signal.answered_at = at
    signal.was_in_time = not is_past(signal.due_on, timezone.localdate(at))
    signal.end_term()
    record_about(facts.SignalAnswered, signal, by, at, outcome=outcome)
    return signal.store("state", "answered_at", "was_in_time", "bell_on")


@write
def reopen_signal(*, by: Actor, signal: Signal, why: str, at: datetime) -> Signal:
    """A reporter does not agree with the answer; each may ask again once."""
    signal = fresh(signal)
    report = report_of(signal, by.person_id)
    require(rules.may_reopen(report))
    assert report  # else it was refused
    signal.state = SIGNAL.after(signal.state, "reopen")
    why = typed.text(why)
    if not why:
        raise Invalid({"why": "Schrijf waarom dit antwoord niet klopt."})
    Report.objects.filter(pk=report.pk).update(reopened_at=at, why_again=why)
    organisation = signal.to.side.organisation_id if signal.to and signal.to.side else None
    signal.start_term(timezone.localdate(at), term_days(SIGNAL_TERM, organisation))
    record_about(facts.SignalReopened, signal, by, at)
    return signal.store("state", *Signal.TERM)
