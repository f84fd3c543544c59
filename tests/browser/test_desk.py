"""The desk as people use it, with and without JavaScript; pages on the way are looked at (axe, 320 px)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PARTS
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.signals.models import Signal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, person, seat_of, taken

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SHOTS", "")  # a folder: the pages on the way are kept there as pictures


class Walk:
    """Windows of people who are logged in already, and what was wrong on their pages."""

    def __init__(self, street: Street, *, script: bool) -> None:
        self.street, self.script = street, script
        self.wrong: list[str] = []
        self.shots = 0

    def of(self, actor: Actor) -> Pointer:
        client = Client()
        client.force_login(person(actor))
        window = self.street.window(script=self.script)
        cookie = {
            "name": settings.SESSION_COOKIE_NAME,
            "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        }
        window.context.add_cookies([{**cookie, "url": self.street.url}])
        return Pointer(window)

    def look(self, hands: Pointer, name: str) -> None:
        if self.script:  # axe needs a script
            self.wrong += wrong_with(hands.page)
        if SHOTS and self.script:
            for width in (1280, 360):
                hands.page.set_viewport_size({"width": width, "height": 900})
                hands.page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
            hands.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def walk(request: pytest.FixtureRequest, street: Street) -> Walk:
    return Walk(street, script=request.param)


def ended_well(walk: Walk) -> None:
    assert walk.wrong == []
    assert walk.street.complaints == []


def test_intake_and_check_then_referred_refused_and_accepted(walk: Walk, cast: Cast) -> None:
    case = taken(cast)
    parties.appoint(
        seat=seat_of(cast.ilse), role=HANDLER, area=Area.objects.get(code="GM0150"), at=clock.now()
    )
    marijke, samira, ilse = (walk.of(one) for one in (cast.marijke, cast.samira, cast.ilse))
    page = f"/balie/zaak/{case.public_id}/"
    marijke.go(f"{page}intake/")
    marijke.write("Wat kunnen jij en je buren zelf?", "Wij planten de bomen zelf.")
    walk.look(marijke, "intake")
    marijke.press("Bewaar")
    for hands in (marijke, samira):
        hands.go(f"{page}actie-check/")
        for facet in hands.page.locator("main fieldset").all():
            facet.get_by_label("4").first.check()
        hands.press("Bewaar mijn kant")
    walk.look(samira, "actie-check")
    samira.page.emulate_media(media="print")
    samira.sees("Initiatiefnemer")
    samira.page.emulate_media(media="screen")
    for answer in ("Wij hebben geen plek.", ""):
        samira.go(f"{page}doorverwijzen/")
        samira.pick("Wie helpt beter?", seat_of(cast.ilse).label)
        samira.write("Waarom?", "Jij kent de grond.")
        samira.press("Vraag het")
        path = samira.page.url.removeprefix(walk.street.url)
        ilse.go(path)
        walk.look(ilse, "doorverwijzing")
        if answer:
            ilse.write("Waarom niet?", answer)
            ilse.press("Nee, de zaak gaat terug")
        else:
            ilse.press("Ja, ik neem de zaak over")
    assert Case.objects.get().handler_id == cast.ilse.seat_id
    ended_well(walk)


def test_a_seat_is_left_and_taken_over(walk: Walk, cast: Cast) -> None:
    case = taken(cast)
    told = {"by": cast.samira, "case": case, "owner": case.handler}
    intake.plan_action(text="Bel de buren", **told, at=clock.now())
    seat, samira = seat_of(cast.samira), walk.of(cast.samira)
    samira.go(f"/zetel/{seat.public_id}/overdracht/")
    walk.look(samira, "overdracht-vol")
    samira.write("Wat moet je opvolger weten?", "De buurman wil eerst bellen.")
    samira.press("Ik ga weg uit deze zetel")
    parties.take_seat(person=person(cast.tarik), seat=seat, at=clock.now())
    tarik = walk.of(cast.tarik)
    tarik.go(f"/zetel/{seat.public_id}/overdracht/")
    walk.look(tarik, "overdracht-regels")
    tarik.press("Ik neem dit over")
    tarik.sees("overgenomen")
    tarik.unfold("Dit kan niet")
    tarik.write("Waarom kan dit niet?", "Het nummer klopt niet.")
    tarik.press("Verstuur")
    tarik.sees("Het nummer klopt niet.")
    tarik.press("Ik neem dit over")
    tarik.sees("Acties")
    ended_well(walk)


def test_a_signal_goes_up_is_bundled_answered_and_reopened(walk: Walk, cast: Cast) -> None:
    marijke, gerrit, samira, ilse = (
        walk.of(one) for one in (cast.marijke, cast.gerrit, cast.samira, cast.ilse)
    )
    for hands, text in ((marijke, "Elke boom vraagt een vergunning"), (gerrit, "Elke boom een vergunning")):
        hands.go("/signalen/nieuw/")
        hands.tick("regel")
        hands.write("Zeg het in één zin", text)
        hands.write("Wat gebeurt er dan?", "Elke boom vraagt een vergunning van weken.")
        hands.pick("Waar?", "Lettele")
        hands.press("Geef het signaal")
    first, second = Signal.objects.order_by("pk")
    samira.go(f"/signaal/{second.public_id}/")
    samira.tick(first.title)
    samira.press("Voeg samen")
    samira.pick("Wie antwoordt?", seat_of(cast.ilse).label)
    samira.press("Stuur door")
    ilse.go(f"/signaal/{first.public_id}/")
    ilse.tick("blijft")
    ilse.write("Waarom?", "De wet zegt het.")
    ilse.press("Verstuur het antwoord")
    gerrit.go(f"/signaal/{first.public_id}/")
    walk.look(gerrit, "signaal")
    gerrit.write("Waarom klopt dit antwoord niet?", "De wet is veranderd.")
    gerrit.press("Vraag het opnieuw")
    assert Signal.objects.get(pk=first.pk).bell_on
    ended_well(walk)


def test_a_task_is_challenged_up_to_an_agreement(walk: Walk, cast: Cast) -> None:
    case = taken(cast)
    marijke, samira = walk.of(cast.marijke), walk.of(cast.samira)
    marijke.go(f"/uitdaging/zaak/{case.public_id}/")
    walk.look(marijke, "uitdaging-begin")
    marijke.press("Begin een uitdaging")
    walk.look(marijke, "uitdaging-leeg")
    for question in PARTS.values():
        marijke.write(question, "Wij maaien de berm.")
    marijke.press("Verstuur")
    path = marijke.page.url.removeprefix(walk.street.url)
    samira.go(path)
    samira.tick("Ja, ik beoordeel het nu")
    samira.press("Bewaar")
    samira.tick("deels")
    samira.write("Waarom?", "Het maaien wel, de bomen niet.")
    walk.look(samira, "uitdaging-antwoord")
    samira.press("Verstuur het antwoord")
    samira.write("Wat spreken jullie af?", "De buurt maait, de gemeente betaalt.")
    samira.write("Tot wanneer?", "2033-01-05")
    samira.press("Leg de overeenkomst voor")
    samira.sees("overeenkomst")
    walk.look(samira, "uitdaging-overeenkomst")
    samira.go(f"/balie/zaak/{case.public_id}/maatwerk/")
    walk.look(samira, "maatwerk-leeg")
    samira.write("Van welke regel wijk je af?", "Een proef duurt zes maanden")
    samira.write("Waarom kan het hier anders?", "Bomen groeien langzaam.")
    samira.tick("ook in zaken die hierop lijken")
    samira.press("Bewaar")
    walk.look(samira, "maatwerk-vol")
    assert Agreement.objects.get().promisor_id == cast.marijke.seat_id
    ended_well(walk)


def test_the_pages_of_principles_and_terms(walk: Walk, cast: Cast) -> None:
    side = seat_of(cast.samira).side
    assert side
    noor = walk.of(cast.noor)
    noor.go(f"/principes/{side.organisation.public_id}/")
    walk.look(noor, "principes-leeg")
    noor.write("Nieuw principe", "We zeggen ja, tenzij iemand er last van heeft.")
    noor.press("Zet erbij")
    walk.look(noor, "principes-vol")
    noor.go("/beheer/termijnen/")
    walk.look(noor, "termijnen")
    noor.follow(side.organisation.name)
    walk.look(noor, "termijnen-van")
    noor.write("Antwoord op een idee", "15")
    noor.press("Bewaar")
    ended_well(walk)
