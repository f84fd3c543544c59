"""*Waar woon je?* A postcode or a street leads to its buurt, and the list is there when nobody answers."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.domain.areas.models import Area, Outline
from middenstip.web.shared import geocoder
from tests.cast import Cast
from tests.domain.areas.small import real, square
from tests.queries import at_most
from tests.web.locatieserver import Locatieserver, doc, listening

SORRY = "Dat lukt nu niet; kies je buurt zelf uit de lijst."
TYPED = "7434 xx 12"
RECORDED = [f"pdok/locatieserver_{name}.json" for name in ("free", "lookup", "suggest")]


@pytest.fixture
def server(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Locatieserver]:
    """PDOK on this machine, and Lettele with two buurten."""
    monkeypatch.setattr(geocoder, "PAUSE", 0.01)
    city, village = (Area.objects.get(code=code) for code in ("GM0150", "WK015014"))
    for code, name in (("BU01501401", "Lettele-Dorp"), ("BU01501402", "Lettele-Buiten")):
        told = {"kind": "buurt", "name": name, "year": 2024, "parent": village}
        Area(code=code, municipality=city, district=village, **told).save()
    with listening() as told:
        settings.GEOCODER = told.url
        yield told


def search(client: Client, typed: str, **more: str) -> str:
    """The page, or the path that it leads to."""
    answer = client.get("/", {"q": typed, **more})
    assert answer.status_code in (200, 302)
    return answer.headers.get("Location") or answer.text


@pytest.mark.parametrize("typed", ["7434 XX", "7434xx", TYPED, "Vossenpad 12, 7434 XX Lettele"])
def test_a_postcode_leads_to_its_buurt(server: Locatieserver, client: Client, typed: str) -> None:
    server.docs = [doc(), doc(postcode="7434XY", buurtcode="BU01501402")]
    assert search(client, typed) == "/gebied/BU01501401/"
    assert "7434xx" in server.asked[0]["q"]
    assert server.asked[0]["fq"] == "type:(adres OR postcode OR weg)"


def test_a_street_is_looked_for_at_home_and_leads_to_its_buurt(server: Locatieserver, client: Client) -> None:
    server.docs = [doc(type="weg", postcode=None)]
    assert search(client, "vossenpad") == "/gebied/BU01501401/"
    assert server.asked[0]["q"] == "vossenpad deventer"


def test_a_street_through_two_buurten_is_a_choice(server: Locatieserver, client: Client) -> None:
    server.docs = [doc(type="weg", buurtcode=["BU01501401", "BU01501402"])]
    page = search(client, "Vossenpad")
    assert page.index('href="/gebied/BU01501401/"') < page.index('href="/gebied/BU01501402/"')
    assert "Vossenpad, Lettele" in page


def test_a_street_that_is_only_like_it_is_a_choice_too(server: Locatieserver, client: Client) -> None:
    server.docs = [doc(type="weg")]
    assert "Vossenpad, Lettele" in search(client, "Vossepat")


def test_without_a_buurt_the_point_tells_which(server: Locatieserver, client: Client) -> None:
    """As older answers do; or a buurt of a newer year than ours."""
    there = Area.objects.get(code="BU01501402")
    Outline(area=there, geometry=square(6.2, 52.2), source="CBS", year=2024).save()
    for code in (None, "BU01509999"):
        cache.clear()
        server.docs = [doc(buurtcode=code, centroide_ll="POINT(6.2005 52.2005)")]
        assert search(client, TYPED) == "/gebied/BU01501402/"


@pytest.mark.parametrize(
    "row",
    [
        doc(buurtcode="BU99990101", gemeentecode="9999"),
        doc(buurtcode=None, gemeentecode=None),
        doc(buurtcode=None, centroide_ll="POINT(x y)"),
        doc(buurtcode=7, gemeentecode=150, centroide_ll=None),
        doc(type="gemeente"),
        doc(postcode="1234AB"),
    ],
)
def test_a_place_that_is_not_here_is_not_known(
    server: Locatieserver, client: Client, row: dict[str, Any]
) -> None:
    server.docs = [row]
    page = search(client, TYPED)
    assert "Die plek kennen we niet" in page
    assert "Klopt de postcode of de straat?" in page


def test_a_wijk_is_found_by_name_and_a_street_of_that_name_when_asked(
    server: Locatieserver, client: Client
) -> None:
    server.docs = [doc(type="weg", straatnaam="Lettelerstraat")]
    page = search(client, "lettele")
    assert 'href="/gebied/WK015014/"' in page
    assert 'href="?q=lettele&straat=1"' in page.replace("&amp;", "&")
    assert server.asked == []
    assert "Lettelerstraat, Lettele" in search(client, "lettele", straat="1")


def test_an_answer_is_asked_once_and_kept_without_what_was_typed(
    server: Locatieserver, client: Client, settings: Any
) -> None:
    server.docs = [doc()]
    for _ in range(3):
        search(client, TYPED)
    assert len(server.asked) == 1
    kept = str(getattr(cache, "_cache", {}))
    assert "7434" not in kept.replace("BU", "")


def test_two_failures_are_tried_again(server: Locatieserver, client: Client) -> None:
    server.docs, server.fails = [doc()], 2
    assert search(client, TYPED) == "/gebied/BU01501401/"
    assert len(server.asked) == 3


BROKEN = [
    (503, b"weg"),
    (429, b"te vaak"),
    (400, json.dumps({"error": {"msg": "SyntaxError", "code": 400}}).encode()),
    (200, b"<html>onderhoud</html>"),
    (200, b"[]"),
    (200, b'{"response": {"docs": null}}'),
    (200, b'{"response": {"docs": ["adres"]}}'),
    (200, b"\xff"),
    (200, b"1" * 300_000),
    (302, b""),
]


@pytest.mark.parametrize(("status", "body"), BROKEN)
def test_an_answer_of_no_use_gives_the_list(
    server: Locatieserver, client: Client, status: int, body: bytes
) -> None:
    server.status, server.body = status, body
    if status == 302:
        server.location = f"{server.url}elders"
    page = search(client, TYPED)
    assert SORRY in page
    assert "Opzoeken lukt niet" in page
    assert 'href="/gebied/WK015014/"' in page
    assert len(server.asked) == (1 if status in (302, 400, 429) or body[:1] in (b"[", b"{") else 3)


def test_who_does_not_answer_is_left_alone_for_a_while(server: Locatieserver, client: Client) -> None:
    server.status = 503
    for number in range(5):
        assert SORRY in search(client, f"{TYPED}{number}")
    assert len(server.asked) == 3
    server.status, server.docs = 200, [doc()]
    assert SORRY in search(client, TYPED)
    cache.delete("geocoder-rests")
    assert search(client, TYPED) == "/gebied/BU01501401/"


def test_nobody_waits_for_an_answer_in_drops(
    server: Locatieserver, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geocoder, "PATIENCE", 0.2)
    server.docs, server.drops = [doc()] * 20, True
    assert SORRY in search(client, TYPED)


def test_nobody_there_is_said_too_and_without_a_home_the_gemeenten_are_the_list(
    server: Locatieserver, client: Client, settings: Any
) -> None:
    settings.GEOCODER, settings.HOME_AREA = "http://127.0.0.1:9/", ""
    page = search(client, TYPED)
    assert SORRY in page
    assert "Hier doen we mee" in page


def test_the_platform_asks_no_more_than_so_often(
    server: Locatieserver, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geocoder, "MOST_A_MINUTE", 2)
    server.docs = [doc()]
    for number in range(4):
        search(client, f"{TYPED}{number}")
    assert len(server.asked) == 2


def test_no_log_line_says_what_was_typed(
    server: Locatieserver, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for body in (b"<html>", b"[]"):
        cache.clear()
        server.body = body
        search(client, "Vossenpad 12, 7434XX")
    assert "geocoder" in caplog.text
    assert not any(word in caplog.text.lower() for word in ("7434", "vossenpad", "127.0.0.1"))


def test_without_the_setting_the_search_is_by_name_only(
    server: Locatieserver, client: Client, settings: Any
) -> None:
    settings.GEOCODER = ""
    page = search(client, TYPED)
    assert "Die plek kennen we niet" in page
    assert "zonder straat of huisnummer" in page
    assert "PDOK" not in page
    assert "straat=1" not in search(client, "lettele")
    assert server.asked == []
    assert "Wat een ander ziet" not in client.get("/privacy/").text


def test_the_visitor_reads_who_is_asked(server: Locatieserver, client: Client) -> None:
    assert "Postcode, straat, wijk of dorp" in client.get("/").text
    assert "We bewaren niet wat" in search(client, "lettele")
    assert "127.0.0.1" in client.get("/privacy/").text


def test_a_search_costs_the_same_for_twenty_answers(server: Locatieserver, client: Client) -> None:
    server.docs = [doc(type="weg", buurtcode="BU01509999", straatnaam=f"Straat {n}") for n in range(20)]
    search(client, "straat")
    cache.delete("geocoder-rests")
    with at_most(14):
        search(client, "straat")


@pytest.mark.parametrize("name", RECORDED)
def test_what_pdok_once_answered_can_be_read(server: Locatieserver, client: Client, name: str) -> None:
    """Answers without a buurt, of places that are not on this platform."""
    with open(real(name), "rb") as file:
        server.body = file.read()
    assert "Die plek kennen we niet" in search(client, "Bolstraat 1")


def test_where_pdok_once_said_that_a_street_in_utrecht_is(server: Locatieserver, client: Client) -> None:
    with open(real("pdok/locatieserver_free.json"), "rb") as file:
        server.body = file.read()
    city = Area(code="GM0344", kind="gemeente", name="Utrecht", year=2024)
    city.save()
    assert search(client, "Bolstraat 1, Utrecht") == "/gebied/GM0344/"


def test_what_pdok_once_refused_gives_the_list(server: Locatieserver, client: Client) -> None:
    with open(real("pdok/locatieserver_error.json"), "rb") as file:
        server.status, server.body = 400, file.read()
    assert SORRY in search(client, TYPED)
