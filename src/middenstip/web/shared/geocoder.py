"""Where an address lies, according to the geocoder in the settings: PDOK Locatieserver. Off until it is set.

Only our server asks, never the browser of a visitor. What somebody typed is not logged and not kept: the
cache holds streets and buurten, under a keyed hash.
"""

from __future__ import annotations

import json
import logging
import re
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from middenstip.kernel.tally import count_in_cache
from middenstip.kernel.typed import searchable

log = logging.getLogger(__name__)

TRIES = 3
PAUSE = 0.2  # seconds before the second try, twice that before the third
PATIENCE = 4.0  # seconds for all tries together: somebody is waiting
REST = 30  # seconds in which nobody asks, after it did not answer
MOST_A_MINUTE = 120  # questions of this platform
KEPT, EMPTY = 24 * 3600, 600  # seconds
ROWS = 20
LONGEST = 200_000  # bytes of an answer
FIELDS = "type,straatnaam,woonplaatsnaam,postcode,buurtcode,gemeentecode,centroide_ll"
TOO_MANY = 429
KINDS = ("adres", "postcode", "weg")
POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b", re.IGNORECASE)
POINT = re.compile(r"POINT\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")


class Unreachable(Exception):
    """The geocoder gives no usable answer now."""


@dataclass(frozen=True)
class Spot:
    """A street in a buurt. `buurt` and `municipality` are codes, "" when the geocoder does not say."""

    street: str
    town: str
    buurt: str
    municipality: str
    point: tuple[float, float] | None


class _StayHere(HTTPRedirectHandler):
    """Follows no redirect: an address is told to the host in the settings, and to no other."""

    def redirect_request(self, *_args: Any) -> None:
        return None


_OPENER = build_opener(_StayHere)


def postcode_in(typed: str) -> str:
    """The postcode in a text, as `7411KT`; "" without one."""
    found = POSTCODE.search(typed)
    return f"{found[1]}{found[2]}".upper() if found else ""


def spots_of(typed: str, town: str = "") -> list[Spot]:
    """The streets that match, each buurt once; best first. Raises `Unreachable`.

    Args:
        typed: a postcode or a street, with or without a number.
        town: where to look for a street, unless the text says more.
    """
    postcode = postcode_in(typed)
    wanted = searchable(POSTCODE.sub(postcode, typed))
    if town and not postcode and searchable(town) not in wanted:
        wanted = f"{wanted} {searchable(town)}"
    key = f"geocoder-{salted_hmac('web.geocoder', wanted, algorithm='sha256').hexdigest()}"
    known: list[Spot] | None = cache.get(key)
    if known is None:
        known = _read(_answer(wanted), postcode)
        cache.set(key, known, KEPT if known else EMPTY)
    return known


def _answer(wanted: str) -> Any:
    """The JSON of the geocoder, tried a few times. Raises `Unreachable`."""
    if cache.get("geocoder-rests") or count_in_cache("geocoder-asked", 60) > MOST_A_MINUTE:
        raise Unreachable
    query = {"q": wanted, "fq": f"type:({' OR '.join(KINDS)})", "fl": FIELDS, "rows": ROWS}
    until = time.monotonic() + PATIENCE
    why = ""
    for number in range(TRIES):
        if number:
            time.sleep(min(PAUSE * number, max(until - time.monotonic(), 0)))
        try:
            return _fetched(f"{settings.GEOCODER}free?{urlencode(query)}", until)
        except HTTPError as error:
            why = f"HTTP {error.code}"
            if error.code < 500 and error.code != TOO_MANY:  # only this question is refused, again and again
                raise Unreachable from None
            if error.code == TOO_MANY:
                break
        except (URLError, OSError, HTTPException, ValueError) as error:
            why = type(error).__name__
        if time.monotonic() >= until:
            break
    log.warning("the geocoder gives no answer: %s", why)  # never the address that was asked
    cache.set("geocoder-rests", True, REST)
    raise Unreachable


def _fetched(url: str, until: float) -> Any:
    """One answer, complete before the end. Raises what the network raises, or `ValueError`."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    headers = {"Accept": "application/json", "User-Agent": f"Middenstip ({settings.SITE_URL})"}
    request = Request(url, headers=headers)  # noqa: S310 - the host is in the settings
    with _OPENER.open(request, timeout=left) as answer:
        return json.loads(_body(answer, until))


def _body(answer: HTTPResponse, until: float) -> bytes:
    """What it sends, also when that comes in drops."""
    body = b""
    while part := answer.read1(LONGEST):
        body += part
        if len(body) > LONGEST:
            raise ValueError
        if time.monotonic() > until:
            raise TimeoutError
    return body


def _read(told: Any, postcode: str) -> list[Spot]:
    """The streets in an answer. Raises `Unreachable` when it has another shape."""
    try:
        rows = [row for row in told["response"]["docs"] if row["type"] in KINDS]
    except (TypeError, KeyError):
        log.warning("the geocoder answers in another shape")
        raise Unreachable from None
    if postcode:
        rows = [row for row in rows if row.get("postcode") == postcode]
    found = [_spot(row, buurt) for row in rows for buurt in _texts(row.get("buurtcode")) or [""]]
    first: dict[tuple[str, ...], Spot] = {}
    for spot in found:
        first.setdefault((spot.street, spot.town, spot.buurt), spot)
    return list(first.values())


def _spot(row: dict[str, Any], buurt: str) -> Spot:
    names = ("straatnaam", "woonplaatsnaam", "gemeentecode", "centroide_ll")
    street, town, code, where = ("".join(_texts(row.get(name))[:1]) for name in names)
    at = POINT.fullmatch(where)
    point = (float(at[1]), float(at[2])) if at else None
    return Spot(street, town, buurt, f"GM{code}" if code else "", point)


def _texts(value: Any) -> list[str]:
    """A value that is a text, a list of texts, or missing."""
    some = value if isinstance(value, list) else [value]
    return [one for one in some if isinstance(one, str) and one]
