"""A small server on this machine that answers as PDOK Locatieserver does, with invented addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Locatieserver:
    """What it answers, and what it was asked.

    `docs` are the rows of an answer; `body` replaces it whole, `status` its number. `fails` first tries get a
    503, `drops` sends a byte at a time.
    """

    def __init__(self) -> None:
        self.docs: list[dict[str, Any]] = []
        self.body: bytes | None = None
        self.status, self.fails = 200, 0
        self.drops = False
        self.location = ""
        self.asked: list[dict[str, str]] = []
        self.url = ""

    def answer(self, path: str) -> tuple[int, bytes]:
        query = parse_qs(urlsplit(path).query)
        self.asked.append({key: values[0] for key, values in query.items()})
        if len(self.asked) <= self.fails:
            return 503, b"even niet"
        found = {"numFound": len(self.docs), "start": 0, "maxScore": 1.0, "docs": self.docs}
        body = self.body if self.body is not None else json.dumps({"response": found}).encode()
        return self.status, body


def doc(**more: Any) -> dict[str, Any]:
    """An address as the server tells it, in the shape of v3_1, in Lettele."""
    told = {
        "type": "adres",
        "straatnaam": "Vossenpad",
        "woonplaatsnaam": "Lettele",
        "postcode": "7434XX",
        "buurtcode": "BU01501401",
        "gemeentecode": "0150",
        "centroide_ll": "POINT(6.27 52.27)",
    }
    return {key: value for key, value in (told | more).items() if value is not None}


@contextmanager
def listening() -> Iterator[Locatieserver]:
    """The server, while it runs."""
    told = Locatieserver()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = told.answer(self.path)
            self.send_response(status)
            if told.location:
                self.send_header("Location", told.location)
            self.end_headers()
            for part in [body[at : at + 1] for at in range(len(body))] if told.drops else [body]:
                try:
                    self.wfile.write(part)
                except OSError:  # who asked is gone
                    return
                sleep(0.02 if told.drops else 0)

        def log_message(self, *_args: Any) -> None:
            """Log nothing."""

    door = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=door.serve_forever, daemon=True).start()
    told.url = f"http://127.0.0.1:{door.server_port}/"
    try:
        yield told
    finally:
        door.shutdown()
        door.server_close()
