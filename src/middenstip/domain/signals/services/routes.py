"""Bundling a signal with another, and sending it to the seat that must answer."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Sum
from django.utils import timezone

from middenstip.domain.parties.lifecycle import SIGNAL as SIGNAL_TERM
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import sitting_in, term_days
from middenstip.domain.signals import facts, rules
from middenstip.domain.signals.lifecycle import OPEN, SIGNAL
from middenstip.domain.signals.models import Report, Signal
from middenstip.domain.signals.services.record import fresh, record_about
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write


@write
def address_signal(*, by: Actor, signal: Signal, to: Seat, at: datetime) -> Signal:
    """A seat must answer it, within the term of its organisation."""
    signal = fresh(signal)
    require(rules.may_pass_on(by, signal))
    state = SIGNAL.after(signal.state, "address")
    today = timezone.localdate(at)
    if to.pk == signal.to_id:
        raise NotNow(said("Dit signaal ligt al bij %(seat)s.", seat=to.label))
    if not sitting_in([to.pk], today)[to.pk]:
        raise Invalid({"to": "In die zetel zit nu niemand. Kies een ander."})
    signal.state, signal.to = state, to
    days = term_days(SIGNAL_TERM, to.side.organisation_id if to.side else None)
    signal.start_term(today, days)
    assert signal.due_on
    due = signal.due_on.isoformat()
    record_about(facts.SignalAddressed, signal, by, at, seat=to.public_id, due=due)
    return signal.store("state", "to", *Signal.TERM)


@write
def bundle_signal(*, by: Actor, signal: Signal, into: Signal, at: datetime) -> Signal:
    """It is the same as another signal: everyone who reported it is owed the answer of that one."""
    if signal.pk == into.pk:
        raise Invalid({"into": "Dit is hetzelfde signaal. Kies een ander."})
    first, second = sorted((signal, into), key=lambda one: one.pk)
    locked = {first.pk: fresh(first), second.pk: fresh(second)}
    signal, into = locked[signal.pk], locked[into.pk]
    require(rules.may_route(by, signal))
    require(rules.may_route(by, into))
    signal.state = SIGNAL.after(signal.state, "bundle")
    if into.state not in OPEN:
        raise NotNow("Dat signaal heeft al antwoord of is er niet meer. Kies een ander.")
    signal.into = into
    signal.end_term()
    signal.store("state", "into", "bell_on")
    Report.objects.filter(signal=signal).update(signal=into)
    Signal.objects.filter(into=signal).update(into=into)
    counts = Report.objects.filter(signal=into).aggregate(
        people=Count("person", distinct=True), hours=Sum("hours_lost")
    )
    into.report_count, into.hours_lost = counts["people"], counts["hours"]
    into.store("report_count", "hours_lost")
    record_about(facts.SignalBundled, signal, by, at, into=into.public_id)
    return into
