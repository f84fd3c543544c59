"""Hiding texts and showing them again, for the journeys of moderation. Figures stay as they were fixed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.baseline import facts
from middenstip.domain.baseline.models import Effect, Observation, Reading, Scan
from middenstip.domain.baseline.services.effects import record_effect
from middenstip.domain.baseline.services.record import fresh, record_about
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_scan(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its question."""
    scan = fresh(Scan.objects.get(public_id=code))
    hidden.hide(scan, words)
    record_about(facts.ScanTextHidden, scan, by, at)


@write
def show_scan(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put its question back. `NotNow` when it is not hidden."""
    scan = fresh(Scan.objects.get(public_id=code))
    hidden.show(scan)
    record_about(facts.ScanTextShown, scan, by, at)


@write
def hide_observation(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its text."""
    _hide(Observation.objects.get(public_id=code), words, by, at)


@write
def show_observation(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put its text back. `NotNow` when it is not hidden."""
    _show(Observation.objects.get(public_id=code), by, at)


@write
def hide_reading(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts."""
    _hide(Reading.objects.get(public_id=code), words, by, at)


@write
def show_reading(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put its texts back. `NotNow` when they are not hidden."""
    _show(Reading.objects.get(public_id=code), by, at)


@write
def hide_effect(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of what it is about."""
    effect = Effect.objects.select_for_update().get(public_id=code)
    hidden.hide(effect, words)
    record_effect(facts.EffectHidden, effect, by, at)


@write
def show_effect(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the words back. `NotNow` when they are not hidden."""
    effect = Effect.objects.select_for_update().get(public_id=code)
    hidden.show(effect)
    record_effect(facts.EffectShown, effect, by, at)


def _hide(row: Any, words: str, by: Actor | None, at: datetime) -> None:
    scan = fresh(Scan(pk=row.scan_id))
    row.refresh_from_db()
    hidden.hide(row, words)
    record_about(facts.ScanTextHidden, scan, by, at)


def _show(row: Any, by: Actor | None, at: datetime) -> None:
    scan = fresh(Scan(pk=row.scan_id))
    row.refresh_from_db()
    hidden.show(row)
    record_about(facts.ScanTextShown, scan, by, at)
