"""The services of CBS and PDOK, replaced by a small local server with recorded answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management.base import CommandError

from middenstip.domain.areas.management.sources import online
from middenstip.domain.areas.models import Area, Figure
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import square

TITLES = {"GM0999": "Zonnedal", "WK099901": "Wijk 01 Kerkdorp", "BU09990101": "Dorpshart"}
HASTE = {"pause": 0, "per_second": 1e9}
COUNTS = {"GM0999": 1200, "WK099901": 1200, "BU09990101": None}


class Answers(BaseHTTPRequestHandler):
    """The answers of CBS OData v3 and the WFS of PDOK, for an invented gemeente."""

    asked: ClassVar[list[str]] = []
    broken: ClassVar[bytes | None] = None

    def do_GET(self) -> None:
        self.asked.append(self.path)
        address = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        body = (
            self.broken if self.broken is not None else json.dumps(self.answer(address.path, query)).encode()
        )
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def answer(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        start = query.get("$filter", "''").split("'")[1]
        codes = [code for code in TITLES if code.startswith(start)]
        if path.endswith("/WijkenEnBuurten"):
            return {"value": [{"Key": f"{code:<10}", "Title": TITLES[code]} for code in codes]}
        if path.endswith("/TypedDataSet"):
            return {"value": [self.row(code) for code in codes]}
        return self.page(path, query)

    def row(self, code: str) -> dict[str, Any]:
        return {
            "ID": 1,
            "WijkenEnBuurten": f"{code:<10}",
            "Gemeentenaam_1": "Zonnedal",
            "SoortRegio_2": "Wijk      ",
            "AantalInwoners_5": COUNTS[code],
            "k_0Tot15Jaar_8": 240,
            "k_65JaarOfOuder_12": 300,
        }

    def page(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        """One area per page, as a WFS gives them."""
        layer = query["typeNames"].removeprefix("wijkenbuurten:")
        assert "<Literal>GM0999</Literal>" in query["filter"]
        codes = {"gemeenten": ["GM0999", "GM0998"], "wijken": ["WK099901"], "buurten": ["BU09990101"]}[layer]
        key = layer.removesuffix("en") + "code" if layer != "gemeenten" else "gemeentecode"
        features = [
            {
                "type": "Feature",
                "properties": {key: code, "jrstatcode": f"2024{code}", "water": "NEE"},
                "geometry": square(6, 52),
            }
            for code in codes[int(query["startIndex"]) :][: int(query["count"])]
        ]
        return {"type": "FeatureCollection", "features": features}

    def log_message(self, *_args: Any) -> None:
        """Log nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[type[Answers]]:
    door = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=door.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{door.server_port}"
    monkeypatch.setattr(online, "CBS", address)
    monkeypatch.setattr(online, "PAGE", 1)
    settings.PDOK_URL = address
    settings.OPEN_DATA_FOLDER = tmp_path / "open_data"
    settings.OPEN_DATA_PATIENCE = HASTE
    monkeypatch.setattr(Answers, "asked", [])
    yield Answers
    door.shutdown()
    door.server_close()


@pytest.mark.django_db
def test_a_gemeente_comes_from_cbs_and_pdok(run: Run, server: type[Answers]) -> None:
    said = run(online=["kwb", "outlines"], year=2024, only="GM0999")

    assert said == "Klaar: 3 gebieden, 3 grenzen, 9 cijfers.\n"
    assert list(Area.objects.order_by("pk").values_list("code", "name", "inhabitants")) == [
        ("GM0999", "Zonnedal", 1200),
        ("WK099901", "Kerkdorp", 1200),
        ("BU09990101", "Dorpshart", None),
    ]
    assert Figure.objects.get(area__code="GM0999", key="share_65_plus").value == 25
    assert Figure.objects.get(area__code="BU09990101", key="inhabitants").value is None
    assert any(path.startswith("/85984NED/TypedDataSet?") for path in server.asked)
    assert sum(path.startswith("/cbs/wijkenbuurten/2024/wfs/v1_0?") for path in server.asked) == 7


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"<html>onderhoud</html>", "dit is een webpagina of XML"),
        (b"{", "geeft een antwoord dat geen JSON is"),
        (b"[]", "geeft een antwoord dat geen JSON-object is"),
        (b'{"value": null}', r"CBS geeft een antwoord zonder lijst \(value\)"),
        (b'{"error": {"code": 500}}', r"CBS geeft een antwoord zonder lijst \(value\)"),
        (b'{"value": ["GM0999"]}', r"CBS geeft een antwoord zonder lijst \(value\)"),
        (b'{"value": [{}]}', 'de kolom "Aantal inwoners" ontbreekt'),
        (b'{"value": []}', "CBS geeft geen gebieden voor GM0999 in 2024"),
    ],
)
def test_an_unexpected_answer_writes_nothing(
    run: Run, server: type[Answers], monkeypatch: pytest.MonkeyPatch, body: bytes, sentence: str
) -> None:
    monkeypatch.setattr(server, "broken", body)

    with pytest.raises(CommandError, match=sentence):
        run(online=["kwb"], year=2024, only="GM0999")

    assert not Area.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b'{"type": "Exception"}', r"PDOK geeft een antwoord zonder lijst \(features\)"),
        (b'{"features": []}', "Er staat niets in over GM0999"),
    ],
)
def test_invalid_borders_write_nothing(
    run: Run, server: type[Answers], monkeypatch: pytest.MonkeyPatch, body: bytes, sentence: str
) -> None:
    monkeypatch.setattr(server, "broken", body)

    with pytest.raises(CommandError, match=sentence):
        run(online=["outlines"], year=2024, only="GM0999")


@pytest.mark.django_db
def test_a_failure_halfway_writes_nothing(
    run: Run, server: type[Answers], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures and the borders of gemeenten arrive; then the service stops speaking HTTP."""

    def page(self: Answers, path: str, query: dict[str, str]) -> dict[str, Any]:
        if query["typeNames"].endswith("wijken"):
            self.wfile.write(b"onderhoud\r\n")
            self.wfile.flush()
            self.connection.close()
        return whole(self, path, query)

    whole = server.page
    monkeypatch.setattr(server, "page", page)

    with pytest.raises(CommandError, match="geeft geen antwoord"):
        run(online=["kwb", "outlines"], year=2024, only="GM0999")

    assert not Area.objects.exists()


@pytest.mark.django_db
def test_an_unavailable_service_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.OPEN_DATA_PATIENCE = HASTE
    monkeypatch.setattr(online, "CBS", "http://127.0.0.1:9")

    with pytest.raises(CommandError, match="geeft geen antwoord"):
        run(online=["kwb"], year=2024)


@pytest.mark.django_db
def test_a_slow_service_is_named_and_writes_nothing(
    run: Run, server: type[Answers], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    monkeypatch.setattr(server, "do_GET", lambda _self: sleep(1))
    settings.OPEN_DATA_PATIENCE = HASTE | {"seconds": 0.1}

    with pytest.raises(CommandError, match="geeft geen antwoord"):
        run(online=["kwb"], year=2024, only="GM0999")

    assert not Area.objects.exists()
