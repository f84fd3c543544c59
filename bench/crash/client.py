"""A client as a browser without JavaScript is one: gets the form, sends it, keeps cookies, tries again."""

from __future__ import annotations

import http.client
import re
import time
from urllib.parse import urlencode

FORM = "/initiatieven/nieuw/"
PAGE = re.compile(r"/initiatief/([2-9a-hjkmnp-z]{10})/")
HIDDEN = re.compile(r'<input type="hidden" name="(csrfmiddlewaretoken|key)" value="([^"]+)"')
AGAIN = 0.3  # seconds before another try


class TooLate(Exception):
    """The server did not come back in time."""


class Client:
    """One person at one browser. `tries` counts requests, `repeats` those that had to be sent again."""

    def __init__(self, port: int, until: float) -> None:
        self.port, self.until = port, until
        self.cookies: dict[str, str] = {}
        self.tries = self.repeats = 0
        self._line: http.client.HTTPConnection | None = None

    def step_into(self, person: str) -> None:
        """Log in as one of the cast, by the bar of the demo."""
        hidden = self._form()
        status, _, _ = self._insist("POST", f"/demo/als/{person}/", hidden)
        if status != 302 or "sessie" not in self.cookies:
            raise SystemExit(f"Inloggen lukte niet: HTTP {status}.")

    def tell(self, title: str) -> str:
        """Fill in the form and send it until it is answered; returns the public id of the new page."""
        told = {"title": title, "what": f"{title}: we planten samen een boom.", "where": "geen"}
        told |= {
            "why": "Dan kennen we elkaar.",
            "fixed": "De boom blijft staan",
            "themes": "natuur-en-milieu",
        }
        hidden = self._form()
        status, place, text = self._insist("POST", FORM, told | hidden)
        page = PAGE.fullmatch(place)
        if status != 302 or page is None:
            raise SystemExit(f"{title}: HTTP {status} {place} {text[:300]}")
        return page[1]

    def _form(self) -> dict[str, str]:
        status, _, text = self._insist("GET", FORM, {})
        hidden = dict(HIDDEN.findall(text))
        if status != 200 or "key" not in hidden:
            raise SystemExit(f"Geen formulier: HTTP {status} {text[:300]}")
        return hidden

    def _insist(self, method: str, path: str, told: dict[str, str]) -> tuple[int, str, str]:
        """Send the same until the server answers: broken lines and 5xx are tried again, with the same key."""
        while time.monotonic() < self.until:
            self.tries += 1
            try:
                answer = self._send(method, path, told)
                if answer[0] < 500:
                    return answer
            except (OSError, http.client.HTTPException):
                self._line = None
            self.repeats += 1
            time.sleep(AGAIN)
        raise TooLate

    def _send(self, method: str, path: str, told: dict[str, str]) -> tuple[int, str, str]:
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._line.request(method, path, urlencode(told) if method == "POST" else None, headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), text
