"""Three signals in three states, a new policy, a support point, a manager, and a year behind the desk."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from middenstip.demo.cast import CITY, Member, invite
from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import IN_HAND, STARTED
from middenstip.domain.intake.models import Case, Principle
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Handover, Person, Seat
from middenstip.domain.parties.rules import HANDLER, MANAGER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.services.signals import Hinders
from middenstip.journeys import hand_over_seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half

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


PRINCIPLES = (
    "We zeggen ja, tenzij iemand er last van heeft.",
    "Je krijgt één contact, ook als er drie afdelingen bij nodig zijn.",
)
LEAVER = Member(
    "otto",
    "Otto Veldkamp",
    Half.GOVERNMENT,
    CITY,
    "gebiedsmakelaar platteland",
    "gemeente Deventer",
    "De gemeente is overheid.",
    HANDLER,
)
SUCCESSOR = Member(
    "annet",
    "Annet Hagens",
    Half.GOVERNMENT,
    CITY,
    "beleidsmedewerker wijken",
    "gemeente Deventer",
    "De gemeente is overheid.",
    "",
)


def behind(teller: Teller) -> None:
    """What the desk went through: a seat that was handed over, a referral, a challenge, and an exception."""
    title = teller.story.title
    if title == "Voedselbos Lettele":
        _answers_by(teller)
    case = Case.objects.filter(initiative=teller.fresh(), handler__isnull=False).first()
    if case is None:
        return
    if title == "Voedselbos Lettele":
        _challenge(teller, case)
    elif case.state in (IN_HAND, STARTED) and not Handover.objects.exists():
        _hand_over(teller, case)


def _answers_by(teller: Teller) -> None:
    """What the municipality answers by, and its bylaw."""
    at, side = by_day(teller.now - timedelta(days=6)), teller.seat("ilse").side
    assert side
    ilse = worn(teller.cast["ilse"], timezone.localdate(at))
    for text in PRINCIPLES:
        intake.add_principle(by=ilse, organisation=side.organisation, text=text, at=at)
    intake.choose_bylaw(
        by=ilse,
        organisation=side.organisation,
        name="Participatieverordening Deventer",
        source="lokaleregelgeving.overheid.nl",
        excluded="Handhaven\nVergunningen geven",
    )


def _challenge(teller: Teller, case: Case) -> None:
    """The initiator asks to take over the mowing, and the desk looks whether it is complete."""
    by, at = teller.initiator, by_day(teller.now - timedelta(days=7))
    one = intake.open_challenge(by=by, case=case, at=at)
    parts = {
        "task": "Het maaien van de bermen langs het bos.",
        "better": "Wij maaien twee keer per jaar, zodat bloemen blijven staan.",
        "knowledge": "Drie van ons werkten jaren in het groen.",
        "support": "Twaalf buren tekenden, niemand was tegen.",
        "costs": "Ongeveer 1.200 euro per jaar.",
        "help": "Een maaier te leen, en iemand die meekijkt.",
        "quality": "Elk najaar lopen we een ronde met de gemeente.",
    }
    at = by_day(teller.now - timedelta(days=4))
    intake.write_challenge(by=by, challenge=one, parts=parts, send=True, at=at)
    intake.bend_rule(
        by=teller.cast[teller.story.handler],
        case=case,
        rule="Een proef duurt hooguit zes maanden",
        why="Bomen groeien langzamer dan onze termijnen.",
        precedent="example",
        principle=Principle.objects.order_by("pk").first(),
        at=at,
    )


def _hand_over(teller: Teller, case: Case) -> None:
    """Otto has the case and leaves; Annet sits in his seat, and did not confirm it yet."""
    at = by_day(teller.now - timedelta(days=30))
    new = invite([LEAVER, SUCCESSOR], at)
    seat = Seat.objects.select_related("area", "side").get(pk=new["otto"].seat_id)
    intake.hand_over_case(by=teller.cast[teller.story.handler], case=case, to=seat, at=at)
    at = by_day(teller.now - timedelta(days=16))
    hand_over_seat.stand_up(
        person=Person.objects.get(pk=new["otto"].person_id),
        seat=seat,
        note="De buren willen eerst gebeld worden.",
        at=at,
    )
    annet = Person.objects.get(pk=new["annet"].person_id)
    parties.take_seat(person=annet, seat=seat, at=by_day(teller.now - timedelta(days=3)))


def worn(actor: Actor, day: date) -> Actor:
    """The same person in the same seat, with the roles of that day."""
    hats = hats_of_person(Person.objects.get(pk=actor.person_id), day)
    return next(hat for hat in hats if hat.seat_id == actor.seat_id)


STEPS = (Step(96, tell), Step(97, behind))
