"""A gathering in a browser, with script and without, from its announcement to the follow-up day.

The host stands at a computer, two people who are nobody here ask and share on a phone of 360 pixels, and the
hall looks at the screen. The question becomes a line of the notes, and that becomes an action.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from middenstip.domain.gatherings.models import Gathering, HallPhone, HallQuestion
from middenstip.domain.intake.models import Action
from middenstip.kernel import clock
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, person, taken
from tests.domain.gatherings.test_hall import begun

pytestmark = pytest.mark.browser
TITLE, QUESTION = "Samen de bomen kiezen", "Wie betaalt straks het water?"
CARD = "Is er plek om te zitten?"
SIZES = ((1280, 720), (1920, 1080))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_gathering_from_its_announcement_to_its_follow_up(street: Street, cast: Cast, script: bool) -> None:
    initiative = taken(cast).initiative
    wrong: list[str] = []

    def look(page: Page) -> None:
        if script:
            wrong.extend(wrong_with(page))

    def window(width: int = 360) -> Pointer:
        return Pointer(street.window(script=script, width=width))

    host, first, second = window(1280), window(), window()
    host.log_in(str(person(cast.marijke).email))
    _announces(host, initiative.public_id)
    one = Gathering.objects.get()
    here = f"/bijeenkomst/{one.public_id}/"

    screen = window(1280)
    screen.go(f"{here}scherm/")
    expect(screen.page.locator("h1")).to_have_text("Wat wil jij vragen?")
    expect(screen.page.locator("main")).to_contain_text(f"/zaal/{one.public_id[:5]}")

    first.go(f"/zaal/{one.public_id[:5]}/")
    first.write("Wat wil je vragen?", QUESTION)
    first.press("Stel je vraag")
    first.sees("jouw vraag")
    look(first.page)
    second.go(here)
    second.follow("Stel je vraag aan de zaal")
    second.press(f"Ook mijn vraag {QUESTION}")
    second.sees("ook jouw vraag")
    assert HallPhone.objects.count() == 2

    _leads(host, here)
    look(host.page)
    _hall_sees(screen, script, QUESTION)
    look(screen.page)
    for width, height in SIZES:
        screen.page.set_viewport_size({"width": width, "height": height})
        assert screen.page.evaluate("document.documentElement.scrollHeight") <= height

    begun = clock.now() - timedelta(minutes=1)
    Gathering.objects.update(starts_at=begun, ends_at=begun + timedelta(hours=2))  # the evening goes on
    host.go(f"{here}vragen/")
    host.press(f"Zet in de notulen {QUESTION}")
    host.sees("staat in de notulen")
    host.press(f"Beantwoord {QUESTION}")
    host.go(here)
    host.write("Op welke dag is minstens één vervolgactie klaar?", f"{_day(9)}")
    host.press("Rond de bijeenkomst af")
    host.sees(CARD)  # what was left behind stands with the notes
    host.press("Maak er een actie van")
    host.sees("is een actie")
    assert Action.objects.filter(text=QUESTION).exists()
    _hall_sees(screen, script, "Dit nemen we mee")
    expect(screen.page.locator("main")).to_contain_text("is een actie")

    first.go("/agenda/")
    first.sees(TITLE)
    first.sees("Vervolgdag:")
    first.go(f"{here}vragen/")
    first.sees("Deze bijeenkomst is afgerond.")
    assert (street.complaints, wrong) == ([], [])


def test_the_screen_holds_long_questions_on_a_small_projector(street: Street, cast: Cast) -> None:
    one = begun(cast)
    start = clock.now() - timedelta(hours=1)
    Gathering.objects.update(starts_at=start, ends_at=start + timedelta(hours=3))
    long = "Waarom duurt het zo lang voordat er iets gebeurt met de oude school aan het plein? " * 3
    rows = [HallQuestion(gathering=one, text=f"{n} {long}"[:200], at=start) for n in range(7)]
    rows[0].state = "table"
    HallQuestion.objects.bulk_create(rows)
    screen = Pointer(street.window())
    for width, height in SIZES:
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.go(f"/bijeenkomst/{one.public_id}/scherm/")
        assert screen.page.evaluate("document.documentElement.scrollHeight") <= height
    assert wrong_with(screen.page) == []


def _day(days: int) -> object:
    return timezone.localdate(clock.now()) + timedelta(days=days)


def _announces(host: Pointer, initiative: str) -> None:
    """It begins in half an hour, so the doors are open and people can ask."""
    start = timezone.localtime(clock.now() + timedelta(minutes=30))
    end = start + timedelta(hours=2)
    host.go(f"/bijeenkomsten/nieuw/?initiatief={initiative}")
    host.write("Hoe heet het?", TITLE)
    host.write("Welke dag?", f"{start.date()}")
    host.write("Hoe laat begint het?", f"{start:%H:%M}")
    host.write("Welke dag eindigt het?", f"{end.date()}")
    host.write("Hoe laat is het afgelopen?", f"{end:%H:%M}")
    host.write("Waar?", "Dorpshuis")
    host.press("Zet in de agenda")
    host.sees(TITLE)


def _leads(host: Pointer, here: str) -> None:
    """A card is typed in, and the question that two people share goes on the table."""
    host.go(here)
    host.follow("Vragen uit de zaal")
    host.unfold("Typ een vraagkaart over")
    host.write("Wat staat er op de kaart?", CARD)
    host.press("Zet de kaart erbij")
    host.sees("van een kaart")
    host.sees("Ook de vraag van 1 ander")
    host.press(f"Leg op tafel {QUESTION}")
    host.sees("Nu op tafel")


def _hall_sees(screen: Pointer, script: bool, words: str) -> None:
    """With script the screen comes again by itself, else with its link."""
    if not script:
        screen.page.get_by_role("link", name="Ververs dit scherm").click()
    expect(screen.page.locator("h1")).to_contain_text(words)
