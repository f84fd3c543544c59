"""The daily job: rings the bells of signals that wait for a seat, or for an answer."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.parties.selectors import manager_above
from middenstip.domain.signals import facts
from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.selectors import AT_ONCE, signals_to_ring
from middenstip.domain.signals.services.record import fresh, record_about
from middenstip.kernel.term import REMINDERS
from middenstip.kernel.write import write


def ring_signals(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns the number of signals. Safe to run twice, and to stop."""
    number = 0
    while waiting := signals_to_ring(timezone.localdate(at), AT_ONCE):
        for signal in waiting:
            _ring(signal=signal, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, signal: Signal, at: datetime) -> None:
    signal, today = fresh(signal), timezone.localdate(at)
    due = signal.due_on.isoformat() if signal.due_on else ""
    for bell in signal.ring(today):
        if bell in REMINDERS:
            record_about(facts.SignalReminded, signal, None, at, bell=bell, due=due)
            continue
        around = (signal.area, signal.area.district, signal.area.municipality)
        manager, is_up = manager_above(list(dict.fromkeys(one.code for one in around if one)), today)
        named = manager.public_id if manager else ""
        record_about(facts.SignalEscalated, signal, None, at, bell=bell, due=due, seat=named, is_up=is_up)
    signal.store("bell_on")
