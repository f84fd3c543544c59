"""Hiding the text of a signal and showing it again, for the journeys of moderation."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.signals import facts
from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.services.record import fresh, record_about
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_signal(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts. Its term runs on: who hides it does not answer it."""
    signal = fresh(Signal.objects.get(public_id=code))
    hidden.hide(signal, words)
    record_about(facts.SignalHidden, signal, by, at)


@write
def show_signal(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    signal = fresh(Signal.objects.get(public_id=code))
    hidden.show(signal)
    record_about(facts.SignalShown, signal, by, at)
