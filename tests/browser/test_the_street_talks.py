"""A street talks in a browser, with script and without: asks, shows, invites a newcomer, and hides a text."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from middenstip.notices.tasks import bring_round
from tests.browser.hands import Pointer
from tests.browser.street import Street
from tests.cast import Cast, moderator, person, table
from tests.domain.files.made import telling_photo

pytestmark = pytest.mark.browser
QUESTION = "Mogen mijn kinderen mee plukken?"
ANSWER = "Ja, vanaf de eerste oogst."
ALT = "Zes buren planten een notenboom."
PIET = "piet@voorbeeld.example"
RUDE = "Wie dit wil is een sukkel."
REASON = "Dit gaat over de persoon."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_people_ask_show_invite_and_keep_it_decent(street: Street, cast: Cast, script: bool) -> None:
    goal = table(cast)
    here, at_table = f"/initiatief/{goal.initiative.public_id}/", f"/opgave/{goal.public_id}/"
    moderator(cast, cast.yara)

    def window() -> Pointer:
        return Pointer(street.window(script=script))

    def comes(name: str) -> Pointer:
        somebody = window()
        somebody.log_in(str(person(getattr(cast, name)).email))
        return somebody

    tarik, marijke = comes("tarik"), comes("marijke")
    _asks(tarik, here)
    _answers(marijke, here)
    tarik.go(here)
    tarik.sees(ANSWER)
    _shows(marijke, here)
    bring_round()
    tarik.go(here)
    expect(tarik.page.locator(f"main img[alt='{ALT}']").first).to_be_visible()

    _invites(marijke, at_table)
    bring_round()
    piet = _sits_down(window(), goal.title)

    _says(piet, here, RUDE)
    report = _reports(tarik, here)
    _hides(comes("yara"))
    bring_round()
    for somebody in (tarik, window()):
        somebody.go(here)
        expect(somebody.page.locator("main")).not_to_contain_text(RUDE)
    tarik.go(report)
    tarik.sees(REASON)
    piet.go("/moderatie/")
    piet.follow("Reactie")
    piet.sees("We praten over het plan, niet over de persoon.")
    piet.sees(REASON)
    assert street.complaints == []


def _asks(tarik: Pointer, here: str) -> None:
    """Tarik asks what the initiator owes an answer to; before that the ball lies with nobody."""
    tarik.go(here)
    tarik.tick("vraag")
    tarik.write("Jouw reactie", QUESTION)
    tarik.press("Plaats mijn reactie")
    tarik.sees(QUESTION)
    tarik.sees("wacht op antwoord")


def _answers(marijke: Pointer, here: str) -> None:
    marijke.go(here)
    marijke.sees(QUESTION)
    marijke.follow("Antwoord : vraag")
    marijke.write("Jouw antwoord", ANSWER)
    marijke.press("Plaats mijn antwoord")
    marijke.sees(ANSWER)


def _shows(marijke: Pointer, here: str) -> None:
    """The camera told where it was; the words say what it shows."""
    marijke.go(here)
    marijke.follow("Zet er een foto of document bij")
    chosen = {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": telling_photo()}
    marijke.page.get_by_label("Kies een foto of document").set_input_files(chosen)
    marijke.write("Wat is er te zien of te lezen?", ALT)
    marijke.tick("Wie herkenbaar op de foto staat, vond het goed")
    marijke.press("Plaats het bestand")
    marijke.sees(ALT)


def _invites(marijke: Pointer, at_table: str) -> None:
    marijke.go(f"{at_table}uitnodigen/")
    marijke.write("E-mailadressen", PIET)
    marijke.page.locator("form[action$='/mail/']").get_by_label("Een woord erbij").fill("Kom je?")
    marijke.press("Stuur de uitnodiging")
    marijke.sees(f"Mail naar {PIET}")


def _sits_down(piet: Pointer, title: str) -> Pointer:
    """Piet was never here. He opens the mail, says who he is, chooses a half and sits down."""
    (body,) = [str(one.body) for one in mail.outbox if one.to == [PIET]]
    found = re.search(r"/uitnodiging/\S+/", body)
    assert found, body
    piet.go(found[0])
    piet.sees(title)
    piet.sees("Kom je?")
    piet.follow("Ik ben hier nieuw")
    piet.write("Je naam", "Piet")
    piet.write("Je e-mailadres", PIET)
    piet.press("Mail mij een code")
    piet.type_code(PIET)
    piet.press("Schuif aan")
    piet.tick("Bewoner")
    piet.pick("In welke wijk of welk dorp?", "Lettele")
    piet.press("Neem deze plek in")
    piet.press("Schuif aan")
    piet.sees(title)
    piet.sees("Piet")
    return piet


def _says(piet: Pointer, here: str, text: str) -> None:
    piet.go(here)
    piet.tick("ervaring")
    piet.write("Jouw reactie", text)
    piet.press("Plaats mijn reactie")
    piet.sees(text)


def _reports(tarik: Pointer, here: str) -> str:
    """Tarik says which rule and why; the answer will stand at the address that is returned."""
    tarik.go(here)
    tarik.follow("Meld dit : ervaring, Piet")
    tarik.tick("We praten over het plan, niet over de persoon.")
    tarik.write("Waarom?", REASON)
    tarik.press("Verstuur de melding")
    tarik.sees("Een moderator kijkt ernaar")
    return tarik.page.url


def _hides(yara: Pointer) -> None:
    yara.go("/moderatie/")
    yara.follow("Reactie")
    yara.sees(RUDE)
    yara.sees(REASON)
    yara.tick("Verborgen")
    yara.tick("We praten over het plan, niet over de persoon.")
    yara.write("Waarom?", REASON)
    yara.press("Neem het besluit")
    yara.sees("verborgen")
