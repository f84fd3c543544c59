"""A client like a browser without JavaScript: keeps cookies, sends forms, and sends again until answered."""

from __future__ import annotations

import http.client
import re
import time
import uuid
from urllib.parse import urlencode

FORM = "/initiatieven/nieuw/"
PAGE = re.compile(r"/initiatief/([2-9a-hjkmnp-z]{10})/verteld/")
HIDDEN = re.compile(r'<input\s+type="hidden"\s+name="(csrfmiddlewaretoken|key)"\s+value="([^"]+)"')
ANSWER = 60  # seconds to wait for one answer; then the request is sent again
AGAIN = 0.3  # seconds before another try


class TooLate(Exception):
    """The server does not answer any more."""


class Patience:
    """The time since any client got an answer. A machine may be slow: only silence for all is a failure."""

    def __init__(self, silence: float) -> None:
        self.silence = silence
        self._heard = time.monotonic()

    def heard(self) -> None:
        """Record that a client got an answer."""
        self._heard = time.monotonic()

    @property
    def is_over(self) -> bool:
        return time.monotonic() - self._heard > self.silence


class Client:
    """One person at one browser, logged in by a session. `repeats` counts requests that were sent again."""

    def __init__(self, port: int, patience: Patience, session: str = "") -> None:
        self.port, self.patience = port, patience
        self.cookies = {"sessie": session} if session else {}
        self.tries = self.repeats = 0
        self.statuses: list[int] = []  # of answers that made us try again
        self._hidden: dict[str, str] = {}
        self._line: http.client.HTTPConnection | None = None

    def tell(self, title: str) -> str:
        """Send the form of an idea until it is answered; returns the public id of the new initiative."""
        told = {
            "title": title,
            "what": f"{title}: we planten samen een boom.",
            "where": "geen",
            "act": "send",
            "why": "Dan kennen we elkaar.",
            "themes": "natuur-en-milieu",
        }
        status, place, text = self.post(FORM, told)
        page = PAGE.fullmatch(place)
        if status != 302 or page is None:
            raise SystemExit(f"{title}: HTTP {status} {place} {text[-300:]}")
        return page[1]

    def follow(self, public_id: str) -> None:
        """Follow an initiative."""
        status, place, _ = self.post(f"/initiatief/{public_id}/volgen/", {})
        if status != 302 or public_id not in place:
            raise SystemExit(f"volgen van {public_id}: HTTP {status} {place}")

    def post(self, path: str, told: dict[str, str]) -> tuple[int, str, str]:
        """Send a form with a new key, again and again with that key, until it is answered."""
        if not self._hidden:
            self._hidden = self._read_form(*self.insist("GET", FORM, {}))
        return self.insist("POST", path, told | self._hidden | {"key": uuid.uuid4().hex})

    def hidden(self) -> dict[str, str]:
        """What a form of ours hides, asked once."""
        return self._read_form(*self.send("GET", FORM))

    @staticmethod
    def _read_form(status: int, _: str, text: str) -> dict[str, str]:
        hidden = dict(HIDDEN.findall(text))
        if status != 200 or "key" not in hidden:
            raise SystemExit(f"Geen formulier: HTTP {status} {text[:300]}")
        return hidden

    def insist(self, method: str, path: str, told: dict[str, str]) -> tuple[int, str, str]:
        """Send the request until the server answers: failed connections and 5xx are tried again."""
        while not self.patience.is_over:
            self.tries += 1
            try:
                answer = self.send(method, path, told)
                self.patience.heard()
                if answer[0] < 500:
                    return answer
                self.statuses.append(answer[0])
            except (OSError, http.client.HTTPException):
                self._line = None
            self.repeats += 1
            time.sleep(AGAIN)
        raise TooLate

    def send(
        self, method: str, path: str, told: dict[str, str] | None = None, timeout: float = ANSWER
    ) -> tuple[int, str, str]:
        """One request: its status, Location and text."""
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._line.request(method, path, urlencode(told or {}) if method == "POST" else None, headers)
            answer = self._line.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self._line.close()
            self._line = None
            raise
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";", 1)[0].partition("=")
            if name != "messages":  # what is told at the next page, which this client never opens
                self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), text
