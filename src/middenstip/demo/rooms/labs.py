"""A lab of three halves: planned, opened and moved; the half of the government stopped, and is missed.
On its board stands work, and people want to have a look.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import Lab, LabHost, LabIdea, LabPlace
from middenstip.domain.labs.rules import may_come_on
from middenstip.domain.labs.selectors import other_days
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
            "point": (6.1581, 52.2513),
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


TASKS = (  # the text, in how many days, who takes it, and what came of it
    ("Hang de nieuwe poster op in de bibliotheek", 4, "", ""),
    ("Vraag de bakker of hij koffie brengt", -2, "tarik", ""),
    ("Verf de deur in de kleur van de buurt", 12, "gerrit", ""),
    ("Leen tien stoelen bij het buurthuis", -9, "gerrit", "Het zijn er twaalf, en ze mogen blijven."),
)
DAYS = {"gerrit": (1, 2, 3), "bas": (3, 4)}


def a_board(teller: Teller, lab: Lab, idea: LabIdea) -> None:
    """Tasks in every column; one hangs on an idea of the wall, one is late."""
    now, by, cast = teller.now, teller.cast[HOSTS[0]], teller.cast
    made = by_day(now - timedelta(days=12))
    services.make_task(by=by, lab=lab, idea=idea, text="Zoek een kok voor de soepkar", at=made)
    for text, days, who, came in TASKS:
        due = (now + timedelta(days=days)).date()
        task = services.make_task(by=by, lab=lab, text=text, due_on=due, at=made)
        if who:
            services.take_task(by=cast[who], task=task, at=made + timedelta(hours=2))
        if came:
            services.finish_task(by=cast[who], task=task, came=came, at=made + timedelta(days=2))
    off = services.make_task(by=by, lab=lab, text="Bestel een vlag", at=made)
    services.drop_task(by=by, task=off, why="Er hing er nog een op zolder.", at=made + timedelta(hours=3))


def visits(teller: Teller, lab: Lab, place: LabPlace) -> None:
    """One that waits for an answer and one that was agreed; and who of the hosts is there when."""
    now, by, cast = teller.now, teller.cast[HOSTS[0]], teller.cast
    for who, days in DAYS.items():
        services.set_host_days(by=cast[who], place=place, days=days, at=by_day(now - timedelta(days=20)))
    today = timezone.localdate(now)
    coming = [today + timedelta(days=days) for days in range(2, 40)]
    others = other_days([place], today)
    first, second, *_rest = [day for day in coming if may_come_on(place, others, day, today)]
    at = by_day(now - timedelta(days=1))
    asked = services.ask_visit(
        by=cast["marijke"], place=place, on=first, people=2, needs="Een plek voor mijn rolstoel.", at=at
    )
    services.agree_visit(
        by=by, visit=asked, on=first, time_at="11.00", answer="Bel aan bij de gele deur.", at=at
    )
    services.ask_visit(by=cast["tarik"], place=place, on=second, people=6, at=at)


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
    a_board(teller, lab, LabIdea.objects.get(lab=lab, text=IDEAS[0][0]))
    visits(teller, lab, LabPlace.objects.get(lab=lab, until_on=None))
    gone = LabHost.objects.get(lab=lab, seat=cast["ilse"].seat_id)
    services.leave_lab(by=cast["ilse"], host=gone, at=by_day(now - timedelta(days=10)))


STEPS = (Step(98, a_lab),)
