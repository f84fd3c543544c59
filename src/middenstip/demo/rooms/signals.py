"""Three signals in three states, a new policy, a support point, and a manager of the desk."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.rules import MANAGER
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.services.signals import Hinders

TOLD = {
    "Voedselbos Lettele": (
        "rule",
        "Elke boom vraagt een eigen vergunning",
        "Voor veertig bomen vulden we veertig keer hetzelfde formulier in.",
        12,
    ),
    "Rondje Schalkhaar": (
        "desk",
        "Drie loketten voor één pad",
        "Groen, wegen en vastgoed vragen elk om een eigen tekening.",
        9,
    ),
    "Repaircafé in de school": (
        "time",
        "Antwoord komt na het seizoen",
        "We vroegen het in het voorjaar. Het antwoord kwam toen de school al dicht was.",
        0,
    ),
}
POINT = {
    "name": "Spreekuur voor initiatieven",
    "what_for": "Meedenken over een plan, een begroting of een vergunning",
    "for_whom": "Iedereen met een plan voor de buurt",
    "where": "Elke woensdagmiddag in het stadhuis",
    "limits": "Geen geld en geen vergunningen: die vraag je bij de balie",
    "contact": "Loop binnen, een afspraak hoeft niet",
}


def tell(teller: Teller) -> None:
    title = teller.story.title
    if title not in TOLD:
        return
    kind, short, text, hours = TOLD[title]
    initiative, day = teller.fresh(), teller.now - timedelta(days=20)
    area = initiative.district or initiative.municipality
    signal = signals.report_signal(
        by=teller.initiator,
        kind=kind,
        area=area,
        texts={"title": short, "text": text},
        hours_lost=hours,
        hinders=Hinders(initiative),
        at=by_day(day),
    )
    if kind == "time":
        return  # it waits for the desk
    at = by_day(day + timedelta(days=2))
    signals.address_signal(by=teller.cast["samira"], signal=signal, to=teller.seat("ilse"), at=at)
    if kind != "rule":
        return  # it waits for an answer
    signals.join_signal(by=teller.cast["gerrit"], signal=signal, hours_lost=3, at=at)
    at = by_day(day + timedelta(days=9))
    answer = "Eén aanvraag voor het hele terrein is genoeg. Het formulier is veranderd."
    signals.answer_signal(by=teller.cast["ilse"], signal=signal, outcome="adapted", text=answer, at=at)
    _around(teller)


def _around(teller: Teller) -> None:
    """What there is once: a manager, a support point, and a policy that touches this initiative."""
    initiative, at = teller.fresh(), by_day(teller.now - timedelta(days=8))
    city = Area.objects.get(code=initiative.municipality.code)
    parties.appoint(seat=teller.seat("ilse"), role=MANAGER, area=city, at=at)
    intake.add_point(by=teller.cast["samira"], area=city, texts=POINT, at=at)
    texts = {"title": "Groenplan buitengebied", "text": "Eetbaar groen krijgt voorrang op gemeentegrond."}
    signals.send_policy(
        by=teller.cast["ilse"],
        kind="plan",
        area=city,
        texts=texts,
        initiatives=[initiative.public_id],
        at=at,
    )


STEPS = (Step(96, tell),)
