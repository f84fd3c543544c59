"""Queries about editions, pitches and promises."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.lifecycle import DRAFT, LEARNING, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.podium.lifecycle import CARD_NAME_KEPT, DROPPED, MOST_PITCHES, MOST_PROMISES
from middenstip.domain.podium.models import Edition, Pitch, Promise

_SEAT = "seat__side__organisation"


def edition_by_id(public_id: str) -> Edition | None:
    """One edition; None when there is none. One query."""
    return Edition.objects.select_related("area", "person", _SEAT).filter(public_id=public_id).first()


def editions_in(code: str, limit: int) -> list[Edition]:
    """The editions of an area and what lies in it ("" is everywhere), the newest first. One query."""
    rows = Edition.objects.filter(hidden__isnull=True).select_related("area")
    if code:
        here = Q(area__code=code) | Q(area__municipality__code=code) | Q(area__district__code=code)
        here |= Q(area__municipality__parent__code=code)
        rows = rows.filter(here)
    return list(rows.order_by("-on", "-pk")[:limit])


def next_number(area: Area) -> int:
    """The number of the next edition in this area. One query."""
    last = Edition.objects.filter(area=area).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def pitches_of(edition: Edition) -> list[Pitch]:
    """The pitches of an edition with their initiatives, in the order of the programme. One query."""
    rows = Pitch.objects.filter(edition=edition).exclude(state=DROPPED)
    return list(rows.select_related("initiative", "person").order_by("at", "pk")[:MOST_PITCHES])


def pitch_by_id(public_id: str) -> Pitch | None:
    """One pitch with its edition and initiative. One query."""
    around = ("edition__area", "initiative__area", "initiative__municipality", "person")
    rows = Pitch.objects.select_related(*around, "initiative__seat__side__organisation")
    return rows.filter(public_id=public_id).first()


def promises_of(edition: Edition) -> list[Promise]:
    """All promises of an edition, the first first. One query."""
    rows = Promise.objects.filter(pitch__edition=edition).select_related(_SEAT)
    return list(rows.order_by("at", "pk")[: MOST_PITCHES * MOST_PROMISES])


def promises_at(pitch: Pitch) -> list[Promise]:
    """The promises at one pitch, the first first. One query."""
    rows = Promise.objects.filter(pitch=pitch).select_related(_SEAT)
    return list(rows.order_by("at", "pk")[:MOST_PROMISES])


def card_by_id(public_id: str) -> Promise | None:
    """One promise on a card, with its pitch. One query."""
    around = ("pitch__edition__area", "pitch__initiative__area", "pitch__initiative__municipality")
    rows = Promise.objects.select_related(*around, "pitch__initiative__seat__side__organisation", _SEAT)
    return rows.filter(public_id=public_id, on_card=True).first()


def to_pitch(person: int) -> list[Initiative]:
    """The initiatives that this person (a key) can pitch. One query."""
    rows = Initiative.objects.filter(initiator=person, hidden__isnull=True)
    rows = rows.exclude(stage__in=(DRAFT, LEARNING, STOPPED))
    return list(rows.select_related("area").order_by("-pk")[:50])


def cards_to_forget(today: date) -> list[int]:
    """Promises (keys) of which the name on the card is no longer needed. One query."""
    rows = Promise.objects.filter(pitch__edition__on__lt=today - CARD_NAME_KEPT).exclude(name="")
    return list(rows.order_by("pk").values_list("pk", flat=True)[:MOST_PROMISES])
