"""A small server that answers as CBS (OData v4) and PDOK (WFS) do, about an invented gemeente."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.domain.areas.small import square

NAMES = {"GM0999": "Zonnedal", "WK099901": "Wijk 01 Kerkdorp", "BU09990101": "Dorpshart"}
TITLES = {
    "T001036": "Aantal inwoners",
    "10680": "0 tot 15 jaar",
    "53050": "15 tot 25 jaar",
    "M001642": "Gemiddelde WOZ-waarde van woningen",
    "M000297": "Afstand tot school",
    "9999": "Iets anders",
}
VALUES: dict[str, float | None] = {
    "T001036": 1200,
    "10680": 240,
    "53050": 130,
    "M001642": 312.0,
    "M000297": 0.875,
    "9999": 1,
}


class Service:
    """What it answers, and what it was asked. `turns` are answers that come before the usual ones."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.turns: list[Callable[[BaseHTTPRequestHandler], None]] = []
        self.inhabitants = 1200.0
        self.page = 100  # observations in one answer
        self.etag = ""

    def answer(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        if "/wfs/" in path:
            return self._borders(query)
        start = query.get("$filter", "''").split("'")[1]
        codes = [code for code in NAMES if code.startswith(start)]
        if path.endswith("/WijkenEnBuurtenCodes"):
            return {"value": [{"Identifier": f"{code:<10}", "Title": NAMES[code]} for code in codes]}
        if path.endswith("/MeasureCodes"):
            return {"value": [{"Identifier": code, "Title": title} for code, title in TITLES.items()]}
        found = [self._observation(code, measure) for code in codes for measure in TITLES]
        skip = int(query.get("$skip", 0))
        body: dict[str, Any] = {"value": found[skip : skip + self.page]}
        if skip + self.page < len(found):
            more = f"{path}?$filter=startswith(WijkenEnBuurten,'{start}')&$skip={skip + self.page}"
            body["@odata.nextLink"] = self.address + more
        return body

    def _observation(self, code: str, measure: str) -> dict[str, Any]:
        value = self.inhabitants if measure == "T001036" else VALUES[measure]
        is_known = (code, measure) != ("BU09990101", "M001642")
        about = {"ValueAttribute": "None" if is_known else "Missing", "Value": value if is_known else None}
        return {"Id": 1, "Measure": measure, "WijkenEnBuurten": f"{code:<10}", **about}

    def _borders(self, query: dict[str, str]) -> dict[str, Any]:
        layer = query["typeNames"].removeprefix("wijkenbuurten:")
        code = {"gemeenten": "GM0999", "wijken": "WK099901", "buurten": "BU09990101"}[layer]
        key = {"gemeenten": "gemeentecode", "wijken": "wijkcode", "buurten": "buurtcode"}[layer]
        about = {key: code, "jrstatcode": f"2024{code}", "water": "NEE"}
        return {"features": [{"type": "Feature", "properties": about, "geometry": square(6, 52)}]}


@contextmanager
def serving() -> Iterator[Service]:
    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            service.asked.append((self.path, dict(self.headers)))
            if service.turns:
                service.turns.pop(0)(self)
                return
            if service.etag and self.headers.get("If-None-Match") == service.etag:
                send(self, 304)
                return
            address = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(address.query).items()}
            more = {"ETag": service.etag} if service.etag else {}
            send(self, 200, json.dumps(service.answer(address.path, query)).encode(), more)

        def log_message(self, *_args: Any) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    service = Service(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


def send(
    door: BaseHTTPRequestHandler, code: int, body: bytes = b"", headers: dict[str, str] | None = None
) -> None:
    door.send_response(code)
    for name, value in ({"Content-Length": f"{len(body)}"} | (headers or {})).items():
        door.send_header(name, value)
    door.end_headers()
    door.wfile.write(body)
