"""Services for what the audience promises: by phone, or on a card that the host types in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.podium import facts, rules
from middenstip.domain.podium.lifecycle import (
    CHOSEN,
    EDITION,
    MONEY,
    MOST_EUROS,
    MOST_PROMISES,
    PITCH,
    PROMISES,
)
from middenstip.domain.podium.models import Pitch, Promise
from middenstip.domain.podium.selectors import cards_to_forget
from middenstip.domain.podium.services.record import fresh_pitch, record_pitch
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def make_promise(*, by: Actor, pitch: Pitch, told: Mapping[str, Any], at: datetime) -> Promise:
    """Promise something from the audience, in the own seat. The same kind twice is once.

    `told` has kind, what and until, and for money euros.
    """
    pitch = fresh_pitch(pitch)
    require(rules.may_promise(by, pitch))
    _require_open(pitch, "promise")
    known = Promise.objects.filter(pitch=pitch, seat=by.seat_id, kind=told.get("kind"), on_card=False).first()
    if known:
        return known
    promise = Promise(
        pitch=pitch,
        **_cleaned(told, at),
        seat_id=by.seat_id,
        person_id=by.person_id,
        half=by.half,
        at=at,
    ).store()
    record_pitch(facts.PitchPromised, pitch, by, at, promise=promise.public_id, on_card=False)
    return promise


@write
@once(lambda public_id: Promise.objects.get(public_id=public_id))
def type_card(
    *,
    by: Doer,
    pitch: Pitch,
    told: Mapping[str, Any],
    name: str,
    half: str,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Promise:
    """The host types in a card. Its code is on the card: who wrote it comes for it later."""
    pitch = fresh_pitch(pitch)
    require(rules.may_manage(by, pitch.edition))
    _require_open(pitch, "card")
    name = typed.name("name", name)
    if not name:
        raise Invalid({"name": "Schrijf over welke naam op de kaart staat."})
    if half not in list(Half):
        raise Invalid({"half": "Kies de helft die op de kaart staat."})
    promise = Promise(
        public_id=public_id or new_id(),
        pitch=pitch,
        **_cleaned(told, at),
        half=half,
        on_card=True,
        name=name,
        at=at,
    ).store()
    record_pitch(facts.PitchPromised, pitch, by, at, promise=promise.public_id, on_card=True)
    return promise


@write
def claim_card(*, by: Actor, promise: Promise, at: datetime) -> Promise:
    """Who wrote the card comes for it, in an own seat of that half. The name on the card goes."""
    pitch = fresh_pitch(promise.pitch)
    promise = Promise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    promise.pitch = pitch
    if promise.seat_id == by.seat_id:
        return promise
    if promise.seat_id:
        raise NotNow("Voor deze kaart kwam al iemand.")
    require(rules.may_promise(by, pitch))
    promise.seat_id, promise.person_id, promise.half, promise.name = by.seat_id, by.person_id, by.half, ""
    promise.store("seat", "person", "half", "name")
    record_pitch(facts.CardClaimed, pitch, by, at, promise=promise.public_id)
    return promise


@write
def name_agreement(*, promise: Promise, code: str) -> Promise:
    """Keep the agreement (a public id) that a promise became."""
    promise.code = code
    return promise.store("code")


def forget_cards(*, at: datetime) -> int:
    """Wipe the names on cards of long ago that nobody came for."""
    return Promise.objects.filter(pk__in=cards_to_forget(timezone.localdate(at))).update(name="")


def _require_open(pitch: Pitch, act: str) -> None:
    EDITION.after(pitch.edition.state, act)
    if pitch.state != CHOSEN:
        raise NotNow(PITCH.refusal(pitch.state))
    if Promise.objects.filter(pitch=pitch).count() >= MOST_PROMISES:
        raise NotNow("Bij deze pitch staan al 500 toezeggingen. Meer passen er niet bij.")


def _cleaned(told: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    kind, euros, until = told.get("kind"), told.get("euros"), told.get("until")
    what = typed.name("what", told.get("what", ""))
    if kind not in PROMISES:
        raise Invalid({"kind": "Kies wat je belooft."})
    if kind == MONEY and not (euros and 0 < euros <= MOST_EUROS):
        raise Invalid({"euros": "Schrijf op hoeveel euro je geeft: 1 of meer."})
    if not what:
        raise Invalid({"what": "Schrijf op wat je belooft."})
    if until is None or until <= timezone.localdate(at):
        raise Invalid({"until": "Kies een dag die nog komt."})
    return {"kind": kind, "what": what, "euros": euros if kind == MONEY else None, "until": until}
