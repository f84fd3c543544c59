"""Ask an online service for an answer: patiently, politely, and with what it answered before at hand.

An answer is kept with its ETag and its day, so that the service only has to say that nothing changed.
"""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from middenstip.domain.areas.management.sources.opening import LIMIT, Broken, to_text

PASSING = {408, 425, 429, 500, 502, 503, 504}  # answers that another try may mend
NOT_CHANGED = 304
CHUNK = 1 << 18
NO_ANSWER = "{host} geeft geen antwoord. Probeer het later, of gebruik een bestand."
CUT = "{host} stopt midden in zijn antwoord. Probeer het later, of gebruik een bestand."
TOO_LONG = "{host} vraagt om {seconds} seconden te wachten. Probeer het daarna opnieuw."
ELSEWHERE = "{host} verwijst naar een ander adres; daar gaan we niet heen."


class Passing(Exception):
    """No answer this time; `wait` is how many seconds the service asks for, None when it does not say."""

    def __init__(self, told: str, wait: float | None = None) -> None:
        super().__init__(told)
        self.wait = wait


class SameHost(HTTPRedirectHandler):
    """Follow a redirect on the same host only."""

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        host = urlsplit(req.full_url).netloc
        if urlsplit(newurl).netloc != host:
            raise Broken(ELSEWHERE.format(host=host))
        return super().redirect_request(req, fp, code, msg, cast(Any, headers), newurl)


@dataclass
class Asking:
    """One visit to the services. `told` hears each answer, for the progress bar."""

    folder: Path | None = None
    seconds: float = 30  # without a byte
    longest: float = 300  # for one answer
    tries: int = 4  # the first, and three more
    pause: float = 1  # seconds before the second try; each next one doubles it
    most_pause: float = 120  # longer is for another day
    per_second: float = 4
    wait: Callable[[float], None] = time.sleep
    told: Callable[[], None] = lambda: None
    _last: dict[str, float] = field(default_factory=dict)

    def __call__(self, address: str) -> dict[str, Any]:
        """The JSON object at this address. Raises `Broken` when there is none after all tries."""
        host = urlsplit(address).netloc
        for turn in range(self.tries):
            try:
                found = self._once(address, host)
            except Passing as passing:
                pause = self._pause(passing, turn)
                if pause > self.most_pause:
                    raise Broken(TOO_LONG.format(host=host, seconds=round(pause))) from passing
                if turn == self.tries - 1:
                    raise Broken(str(passing)) from passing
                self.wait(pause)
            else:
                self.told()
                return found
        raise AssertionError("unreachable")  # pragma: no cover

    def _pause(self, passing: Passing, turn: int) -> float:
        own = self.pause * float(2**turn) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret
        return max(own, passing.wait or 0)

    def _once(self, address: str, host: str) -> dict[str, Any]:
        self._slow_down(host)
        kept = _Kept(self.folder, address)
        headers = {"Accept": "application/json", "User-Agent": user_agent(), **kept.conditions}
        request = Request(address, headers=headers)  # noqa: S310 - our own addresses
        try:
            with build_opener(SameHost).open(request, timeout=self.seconds) as answer:
                raw = self._body(answer, host)
                found = _object(raw, host)
                kept.keep(raw, answer.headers)
                return found
        except HTTPError as error:
            with error:
                if error.code == NOT_CHANGED and kept.is_whole:
                    return _object(kept.raw, host)
                if error.code in PASSING:
                    raise Passing(NO_ANSWER.format(host=host), _retry_after(error.headers)) from error
            told = f"{host} weigert de vraag (code {error.code}). Bestaat deze tabel, en dit jaar?"
            raise Broken(told) from error
        except (URLError, OSError, HTTPException) as error:
            raise Passing(NO_ANSWER.format(host=host)) from error

    def _slow_down(self, host: str) -> None:
        gap = self._last.get(host, -1e9) + 1 / self.per_second - time.monotonic()
        if gap > 0:
            self.wait(gap)
        self._last[host] = time.monotonic()

    def _body(self, answer: HTTPResponse, host: str) -> bytes:
        began, parts, size = time.monotonic(), [], 0
        while part := answer.read1(CHUNK):
            parts.append(part)
            size += len(part)
            if size > LIMIT:
                raise Broken(f"{host} geeft een antwoord dat groter is dan 1 GB.")
            if time.monotonic() - began > self.longest:
                raise Passing(NO_ANSWER.format(host=host))
        told = answer.headers.get("Content-Length", "")
        if told.isdecimal() and size < int(told):
            raise Passing(CUT.format(host=host))
        return b"".join(parts)


def asking(told: Callable[[], None] = lambda: None) -> Asking:
    """As the settings say."""
    return Asking(settings.OPEN_DATA_FOLDER, told=told, **settings.OPEN_DATA_PATIENCE)


def user_agent() -> str:
    """Who asks, and where the service can write to when we ask too much."""
    return f"Middenstip ({settings.SITE_URL}; {settings.CONTACT_EMAIL})"


@dataclass(frozen=True)
class Cached:
    """What is kept of the services: how many answers, their bytes, and when the newest came."""

    answers: int = 0
    size: int = 0
    newest: datetime | None = None


def cached() -> Cached:
    """What the folder of the settings holds. A folder that is not there is empty."""
    files = [one for one in Path(settings.OPEN_DATA_FOLDER).glob("*.json") if one.is_file()]
    told = [one.stat() for one in files]
    newest = max((one.st_mtime for one in told), default=None)
    at = None if newest is None else datetime.fromtimestamp(newest, tz=UTC)
    return Cached(len(files), sum(one.st_size for one in told), at)


class _Kept:
    """The raw answer of an address on disk, with what it takes to ask whether it changed.

    The two files are put in place one after the other, the answer first and by its checksum: so a kill in
    between leaves an answer that is asked for again.
    """

    def __init__(self, folder: Path | None, address: str) -> None:
        self.folder = folder
        self.name = hashlib.sha256(address.encode()).hexdigest()[:32]
        self.address, self.raw, self.about = address, b"", dict[str, str]()
        if folder is None:
            return
        try:
            self.about = json.loads((folder / f"{self.name}.about").read_text(encoding="utf-8"))
            self.raw = (folder / f"{self.name}.json").read_bytes()
        except (OSError, ValueError):
            self.about = {}
        if not isinstance(self.about, dict) or self.about.get("sha256") != _sum(self.raw):
            self.about = {}

    @property
    def is_whole(self) -> bool:
        return bool(self.about)

    @property
    def conditions(self) -> dict[str, str]:
        told = {"If-None-Match": "etag", "If-Modified-Since": "modified"}
        return {header: self.about[key] for header, key in told.items() if self.about.get(key)}

    def keep(self, raw: bytes, headers: Message) -> None:
        about = {
            "address": self.address,
            "sha256": _sum(raw),
            "etag": headers.get("ETag") or "",
            "modified": headers.get("Last-Modified") or "",
        }
        if self.folder is None or not (about["etag"] or about["modified"]):
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._put("json", raw)
            self._put("about", json.dumps(about).encode())
        except OSError as error:
            raise Broken(f"In {self.folder} kan niet worden geschreven.") from error

    def _put(self, kind: str, raw: bytes) -> None:
        path = cast(Path, self.folder) / f"{self.name}.{kind}"
        beside = path.with_suffix(f".{kind}.part")
        beside.write_bytes(raw)
        beside.replace(path)


def _sum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _retry_after(headers: Message) -> float | None:
    """Seconds; a date is told as the seconds until then. None when it says nothing that we can read."""
    told = (headers.get("Retry-After") or "").strip()
    if told.isascii() and told.isdecimal():
        return float(told)
    try:
        until = parsedate_to_datetime(told)
        return max(0.0, (until - datetime.now(tz=UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _object(raw: bytes, host: str) -> dict[str, Any]:
    text = to_text(raw, host)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if raw.lstrip()[:1] in (b"{", b"["):  # it began as JSON: it was cut off on the way
            raise Passing(f"{host} geeft een antwoord dat geen JSON is.") from error
        raise Broken(f"{host} geeft een antwoord dat geen JSON is.") from error
    if not isinstance(found, dict):
        raise Broken(f"{host} geeft een antwoord dat geen JSON-object is.")
    return found
