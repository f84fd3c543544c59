"""Telling an idea in three screens, and what happens after sending it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from middenstip.domain.initiatives.models import PLAIN_THEMES, THEMES, Initiative
from middenstip.domain.initiatives.selectors.themes import guessed_themes
from middenstip.domain.intake import services as intake
from middenstip.domain.parties.models import PendingClaim
from tests.cast import Cast, draft, submitted
from tests.queries import at_most
from tests.web.at_the_door import walk_in

NEW, CODE = "/initiatieven/nieuw/", "/inloggen/code/typen/"


class Fields(HTMLParser):
    """The fields of a page as a browser would send them: (name, value), hidden or filled in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name, kind = values.get("name"), values.get("type")
        if tag == "select":
            self.select = name or ""
        if tag == "option" and "selected" in values:
            self.sent[self.select] = [values.get("value") or ""]
        is_off = kind in ("checkbox", "radio") and "checked" not in values
        if tag == "input" and name and kind not in ("submit", "button") and not is_off:
            self.sent.setdefault(name, []).append(values.get("value") or "")


@pytest.fixture(autouse=True)
def _fresh_places() -> None:
    cache.clear()


def post(client: Client, sent: dict[str, Any], **typed: Any) -> Any:
    return client.post(NEW, sent | typed)


def on(client: Client, page: str, **typed: Any) -> str:
    """Send the form of a page with these answers; returns the next page."""
    return str(post(client, Fields(page).sent, **typed).content.decode())


def test_three_screens_one_question_each_and_nothing_is_stored_before_the_end(
    cast: Cast, client: Client
) -> None:
    page = client.get(NEW).content.decode()
    assert "Wat wil je doen?" in page
    assert "Waarom wil je dit?" not in page
    page = on(client, page, what="", title="", act="next")
    assert "Er klopt nog iets niet" in page
    assert "Waar?" not in page

    page = on(client, page, what="Een moestuin\nbij de school.", title="Pluktuin", act="next")
    assert "Nog geen plek" in page
    page = on(client, page, where="wijk", area="", act="next")
    assert "Kies de wijk, het dorp of de buurt." in page
    page = on(client, page, where="wijk", area="WK015014", act="next")
    assert "Waarom wil je dit?" in page
    assert "We kozen alvast wat bij je woorden past" in page
    assert PendingClaim.objects.count() == Initiative.objects.count() == 0
    assert Fields(page).sent["what"] == ["Een moestuin bij de school."]
    assert Fields(page).sent["themes"] == ["natuur-en-milieu", "onderwijs-en-wetenschap"]

    back = on(client, page, act="2")
    assert "Nog geen plek" in back
    first = on(client, back, act="1")
    assert "Pluktuin" in first
    page = on(client, on(client, first, what="Een moestuin bij de school.", act="next"), act="next")
    page = on(client, page, why="Samen kweken.", name="Fenna", email="", act="send")
    assert "Je e-mailadres" in page
    answer = post(client, Fields(page).sent, why="Samen", name="Fenna", email="f@example.org", act="send")
    assert answer.headers["Location"] == CODE

    code = re.search(r"code is: (\S+)", mail.outbox[-1].body)
    assert code
    answer = client.post(CODE, {"code": code[1]})
    initiative = Initiative.objects.get()
    assert answer.headers["Location"] == f"/initiatief/{initiative.public_id}/verteld/"
    assert {one.theme for one in initiative.themes.all()} == {"natuur-en-milieu", "onderwijs-en-wetenschap"}
    after = client.get(answer.headers["Location"]).content.decode()
    for words in ("De balie van Deventer heeft je idee", "Nodig mensen uit", "Zet er een foto bij", "<svg"):
        assert words in after


def test_the_lines_of_a_text_stay_lines_on_the_next_screen(cast: Cast) -> None:
    told = {"what": "Een moestuin\nbij de school.", "title": "Pluktuin", "step": "1", "act": "next"}
    page = Client().post(NEW, told).content.decode()
    assert Fields(page).sent["what"] == ["Een moestuin\nbij de school."]


def test_themes_are_guessed_anew_until_somebody_chooses(cast: Cast, client: Client) -> None:
    told = {"title": "Tuin", "where": "geen", "what": "Een moestuin.", "step": "2", "act": "next"}
    page = client.post(NEW, told).content.decode()
    sent = Fields(page).sent
    assert sent["themes"] == ["natuur-en-milieu"]
    again = post(client, sent, what="Minder auto's in de straat", title="Stoep", step="2", act="next")
    assert Fields(again.content.decode()).sent["themes"] == ["verkeer"]
    chosen = post(client, sent, themes=["wonen"], what="Meer bomen", step="2", act="next")
    assert Fields(chosen.content.decode()).sent["themes"] == ["wonen"]


NO_SCREEN = [{"step": "0"}, {"step": "99"}, {"step": "abc"}, {"act": "0"}, {"act": "9" * 30}]


@pytest.mark.parametrize("sent", NO_SCREEN)
def test_a_screen_that_is_none_never_breaks(cast: Cast, client: Client, sent: dict[str, str]) -> None:
    assert client.post(NEW, {"act": "next"} | sent).status_code in (200, 422)


def test_the_guess_knows_the_eight_themes() -> None:
    assert [theme.slug in THEMES for theme in PLAIN_THEMES] == [True] * 8
    assert guessed_themes("Een bankje") == []
    assert guessed_themes("Een voedselbos met fruit")[0] == "natuur-en-milieu"
    assert guessed_themes("Speeltoestel en voetbal in de straat") == ["cultuur-en-recreatie", "verkeer"]


def test_an_idea_told_twice_before_the_code_is_one(cast: Cast, client: Client) -> None:
    told = {"title": "Pluktuin", "what": "Een tuin.", "where": "geen", "half": "bewoners"}
    told |= {"name": "Fenna", "email": "fenna@example.org"}
    client.post(NEW, told | {"key": "a", "act": "keep"})
    client.post(NEW, told | {"key": "b", "act": "send", "title": "pluktuin ", "what": "Een tuin voor ons."})
    code = re.search(r"code is: (\S+)", mail.outbox[-1].body)
    assert code
    client.post(CODE, {"code": code[1]})
    assert [one.what for one in Initiative.objects.all()] == ["Een tuin voor ons."]
    assert PendingClaim.objects.count() == 0


def test_what_happens_now_is_for_the_initiator_and_ticks_what_is_done(cast: Cast) -> None:
    initiative = submitted(cast)
    url = f"/initiatief/{initiative.public_id}/verteld/"
    marijke, bas = walk_in(cast.marijke), walk_in(cast.bas)
    assert bas.get(url).status_code == 403
    with at_most(6):
        page = marijke.get(url).text
    assert page.count("Gedaan") == 1  # the regie-kaart
    assert page.index("Zet er een foto bij") < page.index("Zeg wat je in eigen hand houdt")
    intake.take_case(by=cast.samira, case=initiative.case, at=cast.tick())
    assert f"{cast.samira.name} van de balie heeft je idee" in marijke.get(url).text
    kept = draft(cast, "Bos")
    assert marijke.get(f"/initiatief/{kept.public_id}/verteld/").status_code == 409
