"""What an initiative wants to change, what it measured, and which differences of a scan it claims."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import facts
from middenstip.domain.baseline.lifecycle import MOST_EFFECTS, SCAN
from middenstip.domain.baseline.models import Claim, Effect, EffectValue, Scan
from middenstip.domain.baseline.services.record import fresh, record_about
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, said
from middenstip.kernel.write import write

MOST = Decimal(10) ** 10
NUMBER = "Vul een getal in."
LATER = "Deze dag komt nog. Meet eerst, en vul het daarna in."


@write
def claim_effect(*, by: Actor, scan: Scan, initiative: str, key: str, at: datetime) -> Claim:
    """An initiative (public id) says that it helped a figure along. Called by a journey.

    Twice changes nothing."""
    scan = fresh(scan)
    SCAN.after(scan.state, "claim")
    if scan.baseline_id is None:
        raise NotNow("Een verschil is er pas als de scan herhaald is.")
    if not scan.lines.filter(key=key).exists():
        raise Invalid({"figure": "Kies een cijfer van deze scan."})
    told: dict[str, Any] = {"scan": scan, "initiative": initiative, "key": key}
    claim = Claim.objects.filter(**told).first()
    if claim is None:
        claim = Claim(**told, person_id=by.person_id, at=at).store()
        record_about(facts.ScanClaimed, scan, by, at, thread=initiative, key=key)
    return claim


@write
@once(lambda public_id: Effect.objects.get(public_id=public_id))
def set_effect(
    *,
    by: Actor,
    initiative: str,
    area: Area,
    texts: Mapping[str, str],
    start: Decimal | None,
    start_on: date | None,
    target: Decimal | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Effect:
    """Write down an effect of an initiative (public id): what, where it began and when. Called by a journey,
    which holds the initiative, so that a fourth is refused also when two people write at once."""
    taken = set(Effect.objects.filter(initiative=initiative).values_list("number", flat=True))
    if len(taken) >= MOST_EFFECTS:
        raise NotNow(said("Er staan al %(most)s effecten. Meer is niet te volgen.", most=MOST_EFFECTS))
    effect = Effect(public_id=public_id or new_id(), initiative=initiative, area=area, at=at)
    effect.person_id = by.person_id
    effect.number = next(number for number in range(1, MOST_EFFECTS + 1) if number not in taken)
    effect.word, effect.unit = (typed.name(name, texts.get(name, "")) for name in ("word", "unit"))
    errors = {} if effect.word else {"word": "Schrijf wat er verandert."}
    errors |= _wrong("start", start, start_on, at)
    if target is not None and not _is_number(target):
        errors["target"] = NUMBER
    if errors or start is None or start_on is None:
        raise Invalid(errors)
    effect.start, effect.start_on = round(start, 4), start_on
    effect.target = None if target is None else round(target, 4)
    effect.store()
    record_effect(facts.EffectSet, effect, by, at)
    return effect


@write
def measure_effect(
    *, by: Actor, effect: Effect, value: Decimal | None, on: date | None, at: datetime
) -> EffectValue:
    """Add what was measured on a day; on the same day again, it replaces the former. Called by a journey."""
    effect = Effect.objects.select_for_update().get(pk=effect.pk)
    errors = _wrong("value", value, on, at)
    if errors or value is None or on is None:
        raise Invalid(errors)
    if on <= effect.start_on:
        raise Invalid({"value_on": "Kies een dag na de eerste meting."})
    made = EffectValue.objects.filter(effect=effect, on=on).first() or EffectValue(effect=effect, on=on)
    made.value, made.person_id, made.at = round(value, 4), by.person_id, at
    record_effect(facts.EffectMeasured, effect, by, at)
    return made.store()


def record_effect(kind: Any, effect: Effect, by: Actor | None, at: datetime) -> None:
    record(kind(subject=effect.public_id, thread=effect.initiative, **effect.area.where), by=by, at=at)


def _wrong(name: str, value: Decimal | None, on: date | None, at: datetime) -> dict[str, str]:
    errors = {} if value is not None and _is_number(value) else {name: NUMBER}
    if on is None:
        errors[f"{name}_on"] = "Kies de dag van de meting."
    elif on > timezone.localdate(at):
        errors[f"{name}_on"] = LATER
    return errors


def _is_number(value: Decimal) -> bool:
    return value.is_finite() and abs(value) < MOST
