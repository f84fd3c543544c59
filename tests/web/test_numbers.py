"""The number of an initiative (LET-12) is shown wherever people point at it, and leads to it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from middenstip.domain.initiatives import services as initiatives
from tests.cast import Cast, draft, submitted, taken
from tests.notices.ears import post, told
from tests.web.at_the_door import page, walk_in

SEARCHES = ("/?q=", "/initiatieven/?q=", "/zoeken/?q=")


@pytest.mark.parametrize("typed", ["/LET-1", "/let-1", "/let1", "/let%201", "/LET-1/", "/LET-01"])
def test_the_address_that_people_say_leads_to_the_page(cast: Cast, client: Client, typed: str) -> None:
    assert client.get(typed, follow=True).status_code == 404
    idea = submitted(cast)
    answer: Any = client.get(typed)
    assert (answer.status_code, answer.url) == (302, f"/initiatief/{idea.public_id}/")


@pytest.mark.parametrize("search", SEARCHES)
@pytest.mark.parametrize("typed", ["LET-1", "let 1", "let1", "LET-01"])
def test_a_number_typed_in_a_search_leads_to_the_page(
    cast: Cast, client: Client, search: str, typed: str
) -> None:
    idea = submitted(cast)
    answer: Any = client.get(search + typed)
    assert (answer.status_code, answer.url) == (302, f"/initiatief/{idea.public_id}/")
    assert client.get(search + "let-2").status_code == 200


def test_a_hidden_one_is_not_found(cast: Cast, client: Client) -> None:
    idea = submitted(cast)
    initiatives.hide_initiative(code=idea.public_id, words="Verborgen.", by=None, at=cast.tick())
    assert client.get("/LET-1/").status_code == 404
    assert [client.get(search + "let-1").status_code for search in SEARCHES] == [200] * 3
    initiatives.show_initiative(code=idea.public_id, by=None, at=cast.tick())
    assert client.get("/LET-1").status_code == 302


def test_it_stands_where_people_point_at_it(cast: Cast, client: Client) -> None:
    here = f"/initiatief/{submitted(cast).public_id}/"
    post(cast)
    assert "Het nummer van je idee is LET-1." in told(cast.marijke).text
    paths = [here, f"{here}verslag/", f"{here}delen/", "/initiatieven/"]
    assert [path for path in paths if "LET-1" not in page(client, path)] == []
    assert client.get("/api/v1/initiatieven").json()["initiatieven"][0]["nummer"] == "LET-1"
    marijke = walk_in(cast.marijke)
    assert "Het nummer is <b>LET-1</b>" in page(marijke, f"{here}verteld/")
    assert "LET-" not in page(marijke, f"/initiatief/{draft(cast, 'Bank').public_id}/")


def test_the_desk_finds_a_case_by_its_number(cast: Cast) -> None:
    case, client = taken(cast), walk_in(cast.samira)
    shown = page(client, "/balie/?zoek=let+1")
    assert "Voedselbos Lettele" in shown
    assert "LET-1" in shown
    assert "LET-1" in page(client, f"/balie/zaak/{case.public_id}/")
    assert "Geen zaak gevonden" in page(client, "/balie/?zoek=let+2")
