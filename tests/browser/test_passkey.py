"""A passkey is made, and used for the next login."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Pointer
from tests.browser.street import Street
from tests.cast import Cast, person

pytestmark = pytest.mark.browser


def give_a_finger(page: Page) -> None:
    """Add WebAuthn's virtual authenticator, which recognises its owner immediately."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_marijke_makes_a_passkey_and_logs_in_with_it(street: Street, cast: Cast) -> None:
    page = street.window()
    give_a_finger(page)
    marijke, address = Pointer(page), str(person(cast.marijke).email)
    marijke.log_in(address)

    marijke.go("/inloggen/sleutels/")
    marijke.follow("Maak een passkey")
    marijke.write("Naam", "Mijn telefoon")
    marijke.press("Maak de passkey")
    marijke.sees("Je passkey staat klaar.")

    page.context.clear_cookies()
    marijke.go("/inloggen/?next=/mijn/")
    marijke.press("Log in met een passkey")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dag Marijke")

    # The phone is lost: the code by mail still works, without a second factor.
    lost = Pointer(street.window())
    lost.log_in(address)
    lost.go("/mijn/")
    lost.sees("Dag Marijke")
    assert street.complaints == []
