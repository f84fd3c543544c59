"""An initiative says what it wants to change, what it measured, and which difference it helped along.

The room of scans knows initiatives only by their number; that somebody may speak for one is decided here.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from middenstip.domain.baseline import rules
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.face import CHANGED
from middenstip.domain.baseline.models import Claim, Effect, EffectValue, Scan
from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write


@write
def claim(*, by: Actor, scan: Scan, initiative: Initiative, figure: str, at: datetime) -> Claim:
    """The initiative helped this figure of a repeated scan along."""
    held = _held(by, initiative)
    return baseline.claim_effect(by=by, scan=scan, initiative=held.public_id, key=figure, at=at)


@write
def want_effect(*, by: Actor, initiative: Initiative, at: datetime, **told: Any) -> Effect:
    """One of at most three effects (see `baseline.set_effect`)."""
    writer = publish_text.may_post(by, at)
    held = _held(by, initiative)
    made = baseline.set_effect(by=by, initiative=held.public_id, area=held.area, at=at, **told)
    if made.at == at:  # else the same form was sent before
        publish_text.check(writer, by, CHANGED.key, made.public_id, at)
    return made


@write
def measure(
    *, by: Actor, initiative: Initiative, effect: Effect, value: Decimal | None, on: date | None, at: datetime
) -> EffectValue:
    """What was measured on a day."""
    held = _held(by, initiative)
    if effect.initiative != held.public_id:
        raise NotNow("Dit effect hoort bij een ander initiatief.")
    return baseline.measure_effect(by=by, effect=effect, value=value, on=on, at=at)


def _held(by: Actor, initiative: Initiative) -> Initiative:
    """The initiative, locked: one change in its effects at a time."""
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("area")
    held = rows.get(pk=initiative.pk)
    require(rules.may_speak_for(by, held.initiator_id))
    if held.stage == DRAFT:
        raise NotNow("Dit plan is nog een concept. Dien het eerst in.")
    return held
