"""A project in a browser: its money and what it is worth, with and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from middenstip.domain.projects.models import Line, Value
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, person
from tests.journeys.test_start_project import project_by

pytestmark = pytest.mark.browser


def _fill(page: Page, texts: dict[str, str], button: str) -> None:
    for label, text in texts.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name=button).click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_team_writes_its_money_and_sees_when_it_ends(street: Street, cast: Cast, script: bool) -> None:
    project = project_by(cast)
    page = street.window(script=script)
    Pointer(page).log_in(person(cast.marijke).email)
    page.goto(f"/project/{project.public_id}/")
    expect(page.get_by_text("Hier ligt de bal")).to_be_visible()
    page.get_by_role("link", name="Geld", exact=True).click()
    page.get_by_role("link", name="Een regel in de begroting").click()
    days = {"Eerste betaling": "2033-01-01", "Laatste betaling": "2033-06-01"}
    _fill(page, {"Waarvoor?": "Bomen", "Wat kost het in totaal?": "twaalf", **days}, "Zet erbij")
    expect(page.get_by_text("Schrijf alleen het bedrag").first).to_be_visible()
    _fill(page, {"Wat kost het in totaal?": "1.250,50"}, "Zet erbij")
    expect(page.get_by_role("rowheader", name="Bomen")).to_be_visible()
    assert Line.objects.get().planned == 125_050
    page.get_by_role("link", name="Verdienmodel").click()
    page.get_by_role("link", name="Zet een trede erbij").click()
    page.get_by_label("Overheid").check()
    _fill(page, {"Wat doen jullie?": "Koffie", "Wat is dat waard?": "Minder mensen alleen"}, "Zet erbij")
    expect(page.get_by_text("aanname")).to_be_visible()
    assert Value.objects.get().half == "overheid"
    if script:
        for place in ("", "uitvoering/", "geld/", "mensen/", "verdienmodel/", "fondsen/", "verantwoording/"):
            page.goto(f"/project/{project.public_id}/{place}")
            assert wrong_with(page) == []
        for url in ("/gebied/GM0150/portefeuille/", "/portefeuille/", "/fondsen/", "/wijzers/"):
            page.goto(url)
            assert wrong_with(page) == []
    assert [one for one in street.complaints if "422" not in one] == []  # the amount that was refused
