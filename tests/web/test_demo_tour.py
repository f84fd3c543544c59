"""The tour of the demo: five steps, twelve people, and the code on the screen."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings

from middenstip.web.shared.demo_cast import WHY, cast_by_half
from tests.cast import Cast, taken
from tests.web.at_the_door import page, walk_in

CODE = "/inloggen/code/typen/"


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_the_tour_leads_from_every_page_and_counts_what_waits(cast: Cast, client: Client) -> None:
    taken(cast)
    assert client.get("/demo/").status_code == 404
    with override_settings(DEMO=True):
        assert "Loop in vijf stappen de keten" in page(walk_in(None), "/over/")
        tour = page(walk_in(None), "/demo/")
        assert len(re.findall(r'class="ms-nr"', tour)) == 5
        assert "Zij werkt aan de balie" in tour
        assert "1 ding wacht" in tour
        step = {"person": cast.samira.person_public_id, "next": "/balie/"}
        assert walk_in(None).post("/demo/als/", step).headers["Location"] == "/balie/"


def test_twelve_people_are_shown_first_and_the_rest_is_folded(cast: Cast) -> None:
    groups = cast_by_half()
    first = [one["key"] for group in groups for one in group["first"]]
    assert len(WHY) == 12
    assert set(first) == {"marijke", "gerrit", "tarik", "yara", "noor", "samira", "ilse", "bas"}
    assert [one for group in groups for one in group["rest"]] == []


def test_the_code_is_on_the_screen_only_in_the_demo(cast: Cast) -> None:
    sent = {"email": "marijke@demo.middenstip.example"}
    for is_demo in (False, True):
        with override_settings(DEMO=is_demo):
            client = Client()
            client.post("/inloggen/", sent)
            code = re.search(r"code is: (\S+)", mail.outbox[-1].body)
            assert code
            assert (code[1] in client.get(CODE).content.decode()) is is_demo
