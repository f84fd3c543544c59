"""A lab of three halves: planned, opened and moved; the half of the government stopped, and is missed."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import LabHost
from middenstip.journeys import publish_text

LAST = "Huiswerkzolder"  # the last story: all others are told by then
PLAN = {
    "name": "De Werkplaats aan de IJssel",
    "aim": "Breng je plan mee. Hier vind je buren, de gemeente en een ondernemer om het mee te doen.",
    "months": 18,
    "money": "De helft van een fonds, de rest van verhuur.",
}
PLACES = (
    ({"name": "De oude school", "address": "Schoolstraat 3"}, 100),
    (
        {
            "name": "De gele winkel",
            "address": "Markt 12",
            "access": "Geen drempels. Er is een toilet voor een rolstoel.",
        },
        35,
    ),
)
WEEK = ("", "9.00-17.00", "9.00-17.00", "9.00-21.00", "9.00-17.00", "10.00-14.00", "")
IDEAS = (
    ("Een soepkar die elke vrijdag door de buurt rijdt.", "bewoners", True),
    ("Leen je gereedschap uit aan je buren, met een bord aan de muur.", "", True),
    ("Mijn magazijn staat op zondag leeg. Wie wil er dan repetitie houden?", "ondernemers", True),
    ("Een wand waar je naar de lucht kunt kijken.", "", False),
)
HOSTS = ("gerrit", "ilse", "bas")
RIGHT = {asked.key: asked.right for asked in CHECK}


def a_lab(teller: Teller) -> None:
    """Three halves open it; ten days ago the government stopped."""
    if teller.story.title != LAST:
        return
    now, cast = teller.now, teller.cast
    first = cast[HOSTS[0]]
    city = Area.objects.get(code="GM0150")
    lab = publish_text.lab(by=first, told=PLAN, area=city, at=by_day(now - timedelta(days=120)))
    for who in HOSTS[1:]:
        services.ask_host(by=first, lab=lab, seat=teller.seat(who), at=by_day(now - timedelta(days=118)))
    for who in HOSTS:
        at = by_day(now - timedelta(days=110))
        host = LabHost.objects.get(lab=lab, seat=cast[who].seat_id)
        services.do_check(by=cast[who], answers=RIGHT, at=at)
        services.join_lab(by=cast[who], host=host, at=at)
    for told, days in PLACES:
        at = by_day(now - timedelta(days=days))
        services.move_lab(by=first, lab=lab, told=told, hours=WEEK, from_on=at.date(), at=at)
        if days == PLACES[0][1]:
            services.open_lab(by=first, lab=lab, at=at + timedelta(minutes=9))
    for text, half, is_shown in IDEAS:
        idea = services.pin_idea(lab=lab, text=text, half=half, at=by_day(now - timedelta(days=6)))
        if is_shown:
            services.pass_idea(by=first, idea=idea, at=by_day(now - timedelta(days=5)))
    gone = LabHost.objects.get(lab=lab, seat=cast["ilse"].seat_id)
    services.leave_lab(by=cast["ilse"], host=gone, at=by_day(now - timedelta(days=10)))


STEPS = (Step(98, a_lab),)
