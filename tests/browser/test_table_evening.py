"""An evening of Deep Democracy in a browser, with script and without: twelve people, two of them on paper.

One leads at a computer, one takes part on a phone, and the hall looks at the projector; the others act
through the services. It ends in an amended text, a decision with what the no gave along, and a covenant.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Attendee, Ballot, Covenant, Decision, Dialogue, View, Voter
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, table
from tests.domain.deliberation.crowd import crowd
from tests.web.at_the_door import walk_in

pytestmark = pytest.mark.browser

LONE = "Oude mensen kunnen straks nergens zitten."
TREES, BENCH = "Er komen bomen op het veld.", "Er komen bomen op het veld, en een bank met een leuning."
NUMBER = "Voor welk nummer typ je dit in?"


class Evening:
    """Whoever has a window acts in it; `others` do the same through the services."""

    def __init__(self, street: Street, cast: Cast, script: bool) -> None:
        self.street, self.cast, self.script = street, cast, script
        self.wrong: list[str] = []
        residents, officials, business = crowd(cast, 4, 3, 3)
        self.phone_of, self.others = residents[0], [*residents[1:], *officials, *business]
        self.goal = table(cast)
        self.leads, self.phone = self.window(cast.bas, 1280), self.window(self.phone_of, 360)
        self.hall = Pointer(street.window(script=script), after=self.look)

    def window(self, actor: Actor, width: int) -> Pointer:
        page = self.street.window(script=self.script, width=width)
        cookies = walk_in(actor).cookies.values()
        page.context.add_cookies([{"name": c.key, "value": c.value, "url": self.street.url} for c in cookies])
        return Pointer(page)

    def look(self, page: Page) -> None:
        if self.script:
            self.wrong += wrong_with(page)

    @property
    def talk(self) -> Dialogue:
        return Dialogue.objects.select_related("goal", "area").latest("pk")

    def all_say(self, service: Any, **told: Any) -> None:
        for by in self.others:
            service(by=by, dialogue=self.talk, **told, at=clock.now())

    def paper(self, press: str, tick: str = "") -> None:
        """The one who leads types in both cards."""
        for number in Attendee.objects.filter(on_paper=True).values_list("number", flat=True):
            self.leads.pick(NUMBER, f"{number}")
            if tick:
                self.leads.tick(tick)
            self.leads.press(press)

    def everybody_answers(self, mine: str) -> None:
        self.leads.press("Vraag wat iedereen vindt")
        self.all_say(services.answer_round, choice="ja")
        self.phone.go(f"/gesprek/{self.talk.public_id}/")
        self.phone.tick(mine)
        self.phone.press("Geef antwoord")
        self.paper("Geef antwoord", "ja")
        self.look_around()
        self.leads.press("Tel de antwoorden")

    def propose(self, text: str) -> None:
        self.leads.unfold("Schrijf het voorstel op")
        self.leads.write("Het voorstel zoals het er nu ligt", text)
        self.leads.press("Bewaar het voorstel")

    def look_around(self) -> None:
        """The projector, and both pages, at this step."""
        self.hall.go(f"/opgave/{self.goal.public_id}/gesprek/scherm/?stil=1")
        for one in (self.leads, self.phone):
            self.look(one.page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_evening_of_twelve_people_ends_in_a_decision(street: Street, cast: Cast, script: bool) -> None:
    at = Evening(street, cast, script)
    leads, phone = at.leads, at.phone
    leads.go(f"/opgave/{at.goal.public_id}/gesprek/openen/")
    leads.write("Waar gaat het gesprek over?", "Wat doen we met het veld?")
    leads.press("Begin het gesprek")
    phone.go(f"/opgave/{at.goal.public_id}/gesprek/")
    phone.press("Doe mee")
    at.all_say(services.join_dialogue)
    for half in ("Overheid", "Ondernemers"):
        leads.go(f"/gesprek/{at.talk.public_id}/")
        leads.unfold("Iemand doet mee op papier")
        leads.tick(half)
        leads.press("Laat binnen")
    phone.write("Wat wil je zeggen?", "Er is te weinig schaduw.")
    phone.press("Zeg dit")
    at.look_around()

    leads.press("Vraag naar een ander geluid")
    at.all_say(services.pass_turn)
    at.paper("Ik heb niets toe te voegen")
    phone.go(f"/gesprek/{at.talk.public_id}/")
    phone.write("Wat wil je zeggen?", LONE)
    phone.press("Zeg dit")
    leads.go(f"/gesprek/{at.talk.public_id}/")
    leads.press("Vraag wie het herkent")
    at.hall.go(f"/opgave/{at.goal.public_id}/gesprek/scherm/?stil=1")
    at.hall.sees(LONE)
    at.all_say(services.recognise, view=View.objects.get(kind="other"), is_yes=True)
    leads.go(f"/gesprek/{at.talk.public_id}/")
    leads.sees("9 anderen herkennen dit")

    at.propose(TREES)
    at.everybody_answers("nee")
    leads.sees("De wijsheid van het nee")
    phone.go(f"/gesprek/{at.talk.public_id}/")
    phone.write("Wat heb je nodig om mee te gaan?", "Een bank met een leuning.")
    phone.press("Zeg wat je nodig hebt")
    leads.go(f"/gesprek/{at.talk.public_id}/")
    leads.unfold("Geef antwoord")
    leads.tick("opgenomen")
    leads.write("Wat is er veranderd, of waarom niet?", "De bank staat nu in de tekst.")
    leads.press("Bewaar het antwoord")
    at.propose(BENCH)
    at.everybody_answers("ja")
    leads.sees("Zo gaan we verder")
    at.look_around()

    decide(at)
    assert (at.wrong, street.complaints) == ([], [])


def decide(at: Evening) -> None:
    """The neighbourhood votes: on phones and on one sheet; then the record, and the covenant."""
    leads, phone, cast = at.leads, at.phone, at.cast
    leads.follow("Leg dit voor aan de hele buurt in een stemming")
    leads.write("Welke vraag beslissen jullie?", "Wordt het veld groen?")
    leads.write("Wat is het voorstel?", BENCH)
    leads.write("Wat blijft er als er geen besluit komt?", "Het veld blijft gras.")
    leads.press("Open de stemming")
    ballot = Ballot.objects.get()
    *voters, on_sheet = at.others
    for by in voters:
        services.cast_vote(by=by, ballot=ballot, choice="ja", at=clock.now())
    phone.go(f"/stemming/{ballot.public_id}/")
    phone.tick("nee, tenzij")
    phone.write("Wat heb je nodig, of waarom niet?", "Als de bank in de schaduw staat")
    phone.press("Geef mijn stem")
    phone.sees("Je stem is binnen")
    number = Voter.objects.get(seat=on_sheet.seat_id).number
    leads.follow("Stemmen op papier")
    leads.write("Welk nummer staat er op het blad?", f"{number}")
    leads.tick("blanco")
    leads.press("Bewaar dit blad")
    told: dict[str, Any] = {"ballot": ballot, "number": number, "choice": "neutraal"}
    assert services.type_vote(by=cast.marijke, **told, at=clock.now())
    at.look(leads.page)
    at.look(phone.page)
    services.count_ballot(ballot=ballot, at=ballot.closes_at)
    decision = Decision.objects.get()
    phone.go(f"/besluit/{decision.public_id}/")
    phone.sees("Alle drie de helften zeiden ja")
    phone.sees("1 stem kwam op papier")
    phone.unfold("Geef iets mee aan dit besluit")
    phone.write("Wat moet dit besluit onthouden?", "Oude mensen zoeken schaduw.")
    phone.press("Zet erbij")
    phone.sees("Oude mensen zoeken schaduw.")
    at.look(phone.page)

    leads.go(f"/opgave/{at.goal.public_id}/convenant/")
    leads.write("Hoe heet het convenant?", "Een koel veld")
    leads.write("Wat willen jullie samen?", "In 2030 is er schaduw voor iedereen.")
    leads.press("Bewaar het convenant")
    leads.press("Ik teken voor mijn helft")
    covenant = Covenant.objects.get()
    for by in (cast.marijke, cast.ilse):
        services.sign_covenant(by=by, covenant=covenant, at=clock.now())
    phone.go(f"/convenant/{covenant.public_id}/")
    phone.sees("Getekend door alle drie de helften")
    at.look(phone.page)
