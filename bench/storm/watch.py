"""People who read and write all the time, and a program that asks `/gezond`; what each was answered."""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from bench.machine.client import Client, Patience
from bench.machine.platform import alive
from bench.machine.stage import Stage

PAGES = ("/", "/initiatieven/", "/gebied/GM0150/", "/over/")
WORDS = ("storing", "te druk", "werken aan het platform", "viel onze database weg")
SLOW = 30.0  # seconds; longer is no answer
NOTHING = 0  # the status of a request without an answer


@dataclass
class Seen:
    """What was answered while the scenario lasted."""

    alive: list[float] = field(default_factory=list)  # seconds of each answer of `/gezond`
    silent: int = 0  # times that it gave none
    reads: Counter[int] = field(default_factory=Counter)
    writes: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Watch:
    """`with Watch(stage, idea)`: they begin, and stop at the end. `seen` holds what they saw."""

    def __init__(self, at: Stage, idea: str) -> None:
        self.at, self.idea, self.seen = at, idea, Seen()
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._repeat, args=[act, pause], daemon=True)
            for act, pause in ((self._ask, 0.2), (self._read(), 0.2), (self._write(), 0.3))
        ]

    def __enter__(self) -> Watch:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _repeat(self, act: object, pause: float) -> None:
        while not self._over.wait(pause):
            act()  # type: ignore[operator]

    def _ask(self) -> None:
        took = alive(self.at.platform.port, timeout=SLOW)
        if took is None:
            self.seen.silent += 1
        else:
            self.seen.alive.append(took)

    def _read(self) -> object:
        client, turn = Client(self.at.platform.port, Patience(SLOW), self.at.sessions[0]), [0]

        def read() -> None:
            turn[0] += 1
            path = PAGES[turn[0] % len(PAGES)]
            status, text = one(client, "GET", path)
            self.seen.reads[status] += 1
            self._judge(f"GET {path}", status, text)

        return read

    def _write(self) -> object:
        client, turn = Client(self.at.platform.port, Patience(SLOW), self.at.sessions[1]), [0]
        hidden = client.hidden()

        def write() -> None:
            turn[0] += 1
            way = "volgen" if turn[0] % 2 else "niet-volgen"
            path = f"/initiatief/{self.idea}/{way}/"
            status, text = one(client, "POST", path, hidden)
            self.seen.writes[status] += 1
            self._judge(f"POST {path}", status, text)

        return write

    def _judge(self, what: str, status: int, text: str) -> None:
        if status >= 500 and status != 503:
            self.seen.wrong.append(f"{what}: {status}")
        elif status == 503 and not any(word in text for word in WORDS):
            self.seen.wrong.append(f"{what}: 503 zonder woorden")


def one(client: Client, method: str, path: str, told: dict[str, str] | None = None) -> tuple[int, str]:
    """The status and text of one request, once."""
    try:
        status, _, text = client.send(method, path, told, timeout=SLOW)
        return status, text
    except (OSError, http.client.HTTPException):
        return NOTHING, ""


def recovers(at: Stage, idea: str, within: float) -> float | None:
    """Seconds until a page, a write and `/klaar` are all right again; None when that takes too long."""
    client = Client(at.platform.port, Patience(SLOW), at.sessions[2])
    began = time.monotonic()
    hidden: dict[str, str] = {}
    while (took := time.monotonic() - began) <= within:
        hidden = hidden or _form(client)
        is_written = hidden and one(client, "POST", f"/initiatief/{idea}/volgen/", hidden)[0] == 302
        if is_written and one(client, "GET", "/klaar")[0] == 200:
            return took
        time.sleep(0.2)
    return None


def _form(client: Client) -> dict[str, str]:
    try:
        return client.hidden()
    except (OSError, http.client.HTTPException, SystemExit):
        return {}
