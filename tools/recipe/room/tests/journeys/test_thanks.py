"""Gerrit thanks Marijke: she gets a notice, and everyone can read it."""

from __future__ import annotations

import pytest
from django.test import Client
from middenstip.demo.rooms.thanks import thank
from middenstip.domain.thanks import services
from tests.cast import Cast, submitted
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, walk_in

from middenstip.demo.rooms import STEPS
from middenstip.kernel.verdict import Forbidden


def test_thanks_are_public_and_the_initiator_gets_a_notice(cast: Cast, client: Client) -> None:
    initiative = submitted(cast)
    post(cast)
    thanks = services.give_thanks(by=cast.gerrit, initiative=initiative, text=" Mooi! ", at=cast.tick())
    post(cast)

    assert heard(cast.marijke)[-1] == "Een bedankje: Voedselbos Lettele"
    url = f"/bedankje/{thanks.public_id}/"
    assert "Mooi!" in page(client, url)
    shown = page(walk_in(None), f"/initiatief/{initiative.public_id}/")
    assert f'href="{url}"' in shown
    assert "Gerrit Nijland schreef een bedankje" in shown
    (listed,) = client.get("/api/v1/bedankjes").json()["bedankjes"]
    assert (listed["tekst"], listed["helft"]) == ("Mooi!", "bewoners")


def test_thanks_by_the_initiator_are_refused(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="je eigen initiatief"):
        services.give_thanks(by=cast.marijke, initiative=submitted(cast), text="Goed.", at=cast.tick())


def test_the_demo_contains_thanks() -> None:
    assert [step.order for step in STEPS if step.tell is thank] == [85]
