"""Two editions of the podium: one with its archive, and one for which pitches are offered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.lifecycle import CONNECTING, DESK, IDEA
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.podium import services
from middenstip.domain.podium.models import Edition, Pitch
from middenstip.domain.podium.selectors import pitch_by_id
from middenstip.journeys import promise_at_pitch, publish_text

LAST = "Huiswerkzolder"  # the last story: all others are told by then
ASKS = ("Wie weet een plek waar we kunnen beginnen?", "Wie helpt twee zaterdagen mee?")
FIRST = {"title": "Pitchpodium in het dorpshuis", "place": "Dorpshuis", "what": "Plannen voor buiten."}
SECOND = {"title": "Pitchpodium in de bibliotheek", "place": "Bibliotheek", "what": "Plannen voor elkaar."}


def two_editions(teller: Teller) -> None:
    """An evening of three weeks ago with promises, and one that comes."""
    if teller.story.title != LAST:
        return
    host, now = teller.cast["yara"], teller.now
    stages = (IDEA, DESK, CONNECTING)
    rows = Initiative.objects.filter(stage__in=stages).exclude(submitted_at=None).order_by("pk")
    names = {actor.person_id: who for who, actor in teller.cast.items()}
    found = list(rows.filter(initiator__in=names).select_related("area", "seat", "municipality")[:2])
    evening = by_day(now - timedelta(days=21))
    before = evening - timedelta(days=20)
    one = _edition(teller, FIRST, evening, before)
    services.step_edition(by=host, edition=one, at=before)
    pitches = [
        _pitched(teller, one, initiative, ask, before + timedelta(hours=1))
        for initiative, ask in zip(found, ASKS, strict=False)
    ]
    for pitch in pitches:
        services.choose_pitch(by=host, pitch=pitch, at=before + timedelta(days=9))
    services.step_edition(by=host, edition=one, at=before + timedelta(days=10))
    services.step_edition(by=host, edition=one, at=evening)
    until = timezone.localdate(now) + timedelta(days=40)
    for pitch in pitches:
        fresh = pitch_by_id(pitch.public_id)
        assert fresh
        _promised(teller, fresh, until, evening)
    services.step_edition(by=host, edition=one, at=evening + timedelta(hours=2))
    two = _edition(teller, SECOND, now + timedelta(days=12), now - timedelta(days=6))
    services.step_edition(by=host, edition=two, at=by_day(now - timedelta(days=5)))


def _edition(teller: Teller, told: dict[str, Any], on: datetime, at: datetime) -> Edition:
    area = Area.objects.get(code="GM0150")
    return publish_text.edition(
        by=teller.cast["yara"], told={**told, "on": timezone.localdate(on)}, area=area, at=by_day(at)
    )


def _pitched(teller: Teller, one: Edition, initiative: Initiative, ask: str, at: datetime) -> Pitch:
    who = next(actor for actor in teller.cast.values() if actor.person_id == initiative.initiator_id)
    return publish_text.pitch(by=who, edition=one, initiative=initiative, ask=ask, minutes=5, at=at)


def _promised(teller: Teller, pitch: Pitch, until: Any, at: datetime) -> None:
    """Two by phone, of which one is signed, and one on a card."""
    told = {"kind": "hands", "what": "Een zaterdag meehelpen", "euros": None, "until": until}
    others = [
        actor
        for who, actor in teller.cast.items()
        if who in ("bas", "gerrit", "ilse") and actor.seat_id != pitch.initiative.seat_id
    ]
    made = [promise_at_pitch.promise(by=by, pitch=pitch, told=told, at=at) for by in others[:2]]
    agreement = Agreement.objects.get(public_id=made[0].code)
    agreements.sign_agreement(by=others[0], agreement=agreement, number=1, at=at + timedelta(minutes=30))
    card = {**told, "kind": "place", "what": "Onze schuur, een dag in de week"}
    services.type_card(
        by=teller.cast["yara"], pitch=pitch, told=card, name="J. Jansen", half="bewoners", at=at
    )


STEPS = (Step(98, two_editions),)
