"""The agenda of the demo: what was, with notes; a full evening; one that is cancelled; and what comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering
from middenstip.journeys import publish_text

AT_INITIATIVE = "Voedselbos Lettele"
LAST = "Huiswerkzolder"  # the last story: all others are told by then
ACCESS = "Geen drempels. Er is een toilet voor een rolstoel en een bushalte voor de deur."
WALK = {
    "kind": "walk",
    "title": "Rondje langs de plek van het voedselbos",
    "what": "We lopen langs de plek en kijken waar de bomen komen.",
    "place": "Bij de kerk",
    "access": ACCESS,
    "theme": "natuur-en-milieu",
}
EVENING = {
    "kind": "meeting",
    "title": "Samen de eerste bomen kiezen",
    "what": "Welke bomen passen hier? Neem je wensen mee.",
    "place": "Dorpshuis",
    "access": ACCESS,
    "theme": "natuur-en-milieu",
    "places": 3,
}
ELSEWHERE = (
    ({"kind": "meetup", "title": "Koffie voor wie een plan heeft", "place": "Bibliotheek"}, 3, "yara", ""),
    ({"kind": "listening", "title": "Luisterronde over de speelplek", "place": "School"}, 9, "ilse", ""),
    ({"kind": "activity", "title": "Ruilmarkt van planten en stekjes", "place": "Marktplein"}, 16, "bas", ""),
    (
        {"kind": "activity", "title": "Film in het park", "place": "Park"},
        6,
        "gerrit",
        "Het wordt te nat. We zoeken een nieuwe dag.",
    ),
)
NOTES = (
    "De grond is nat aan de kant van de sloot.",
    "De school wil met twee klassen komen planten.",
    "Vraag de kweker wat oude fruitrassen kosten.",
)


def at_initiative(teller: Teller) -> None:
    """A walk that was, with its notes, and a full evening that comes."""
    if teller.story.title != AT_INITIATIVE:
        return
    about: dict[str, Any] = {"initiative": teller.fresh(), "area": teller.fresh().area}
    began = teller.now - timedelta(days=16)
    walk = _announced(teller, teller.story.who, WALK, began, teller.now - timedelta(days=30), **about)
    for number, who in enumerate(("gerrit", "bas")):
        services.come_to_gathering(
            by=teller.cast[who], gathering=walk, at=by_day(teller.now - timedelta(days=25 - number))
        )
    told: dict[str, Any] = {
        "by": teller.initiator,
        "gathering": walk,
        "at": by_day(teller.now - timedelta(days=14)),
    }
    follow_up = timezone.localdate(teller.now) + timedelta(days=12)
    services.hold_gathering(**told, follow_up_on=follow_up)
    services.count_walk_ins(**told, numbers={"bewoners": 6})
    for text in NOTES:
        services.write_note(**told, text=text)
    comes = teller.now + timedelta(days=8)
    evening = _announced(teller, teller.story.who, EVENING, comes, teller.now - timedelta(days=9), **about)
    for number, who in enumerate(("gerrit", "bas", "ilse", "tarik")):
        services.come_to_gathering(
            by=teller.cast[who], gathering=evening, at=by_day(teller.now - timedelta(days=8 - number))
        )


def elsewhere(teller: Teller) -> None:
    """What others announce in the gemeente, and one that is cancelled."""
    if teller.story.title != LAST:
        return
    city = Area.objects.get(code="GM0150")
    for told, days, who, why in ELSEWHERE:
        starts, at = teller.now + timedelta(days=days), teller.now - timedelta(days=5)
        one = _announced(teller, who, told, starts, at, area=city)
        if why:
            services.cancel_gathering(
                by=teller.cast[who], gathering=one, why=why, at=by_day(teller.now - timedelta(days=1))
            )


def _announced(
    teller: Teller, who: str, told: dict[str, Any], starts: datetime, at: datetime, **about: Any
) -> Gathering:
    begin = timezone.localtime(starts).replace(hour=19, minute=30, second=0, microsecond=0, tzinfo=None)
    return publish_text.gathering(
        by=teller.cast[who],
        told=told,
        starts=begin,
        ends=begin + timedelta(hours=2),
        at=by_day(at),
        **about,
    )


STEPS = (Step(95, at_initiative), Step(99, elsewhere))
