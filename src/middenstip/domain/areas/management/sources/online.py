"""The same data from the online services of CBS (OData v3) and PDOK (OGC API Features)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

from middenstip.domain.areas.management.sources.kwb import Table, read_rows
from middenstip.domain.areas.management.sources.opening import LIMIT, Broken, to_text
from middenstip.domain.areas.management.sources.outlines import Outlines, read_outlines

CBS = "https://opendata.cbs.nl/ODataApi/odata"
PDOK = "https://api.pdok.nl/cbs/wijken-en-buurten-{year}/ogc/v1/collections"
SECONDS = 30
PAGES = 1000  # stops the loop when a service never reports its last page

# The CBS table of each year.
TABLES = {
    2013: "82339NED",
    2014: "82931NED",
    2015: "83220NED",
    2016: "83487NED",
    2017: "83765NED",
    2018: "84286NED",
    2019: "84583NED",
    2020: "84799NED",
    2021: "85039NED",
    2022: "85318NED",
    2023: "85618NED",
    2024: "85984NED",
    2025: "86165NED",
}


def fetch_kwb(year: int, only: str = "") -> Table:
    """The CBS table of a year, with `only` that of one gemeente. Raises `Broken`."""
    if year not in TABLES:
        raise Broken(f"Voor {year} is geen CBS-tabel bekend. Kies {min(TABLES)} tot en met {max(TABLES)}.")
    address = f"{CBS}/{TABLES[year]}"
    titles = {
        str(row.get("Key")).strip(): str(row.get("Title", ""))
        for row in _odata(f"{address}/WijkenEnBuurten", "Key", only)
    }
    rows = list(_odata(f"{address}/TypedDataSet", "WijkenEnBuurten", only))
    if not rows:
        raise Broken(f"CBS geeft geen gebieden voor {only or 'Nederland'} in {year}.")
    named = []
    for position, row in enumerate(rows, start=1):
        code = str(row.get("WijkenEnBuurten", "")).strip()
        full = {**row, "Codering": code, "WijkenEnBuurten": titles.get(code, "")}
        named.append((f"CBS {TABLES[year]}, rij {position}", full))
    return read_rows(list(named[0][1]), named, f"CBS {TABLES[year]}", year, only)


def fetch_outlines(year: int, only: str = "", metres: float = 0) -> Outlines:
    """The borders of gemeenten, wijken and buurten of a year. Raises `Broken`."""
    found = Outlines()
    for layer in ("gemeenten", "wijken", "buurten"):
        query = {"f": "json", "limit": 1000, **({"gemeentecode": only} if only else {})}
        address = f"{PDOK.format(year=year)}/{layer}/items?{urlencode(query)}"
        features = [feature for page in _pages(address) for feature in _objects(page, "features", "PDOK")]
        text = json.dumps({"type": "FeatureCollection", "features": features})
        part = read_outlines(text, f"PDOK {layer}", year, only, metres)
        found.outlines += part.outlines
        found.figures += part.figures
    return found


def _odata(address: str, key: str, only: str) -> Iterator[dict[str, Any]]:
    """All rows, requested per kind of area because CBS returns at most 10,000 rows per query."""
    digits = only[2:]
    for start in (f"GM{digits}", f"WK{digits}", f"BU{digits}") if only else ("GM", "WK", "BU0", "BU1"):
        skip = 0
        while True:
            query = {
                "$filter": f"startswith({key},'{start}')",
                "$format": "json",
                "$top": 5000,
                "$skip": skip,
            }
            rows = _objects(fetch(f"{address}?{urlencode(query)}"), "value", "CBS")
            yield from rows
            skip += 5000
            if len(rows) < 5000:
                break


def _pages(address: str) -> Iterator[dict[str, Any]]:
    host = urlsplit(address).netloc
    for _ in range(PAGES):
        page = fetch(address)
        yield page
        links = _objects(page, "links", "PDOK") if page.get("links") else []
        following = next((str(link.get("href", "")) for link in links if link.get("rel") == "next"), "")
        if not following:
            return
        address = urljoin(address, following)
        if urlsplit(address).netloc != host:
            raise Broken("PDOK verwijst naar een ander adres; daar gaan we niet heen.")


def _objects(answer: dict[str, Any], name: str, who: str) -> list[dict[str, Any]]:
    found = answer.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Broken(f"{who} geeft een antwoord zonder lijst ({name}). Probeer het later.")
    return found


def fetch(address: str) -> dict[str, Any]:
    """The JSON answer of this address, within `SECONDS`. Raises `Broken` when there is none."""
    host = urlsplit(address).netloc
    try:
        request = Request(address, headers={"Accept": "application/json"})  # noqa: S310 - our own addresses
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            text = to_text(answer.read(LIMIT), host)
            data = json.loads(text)
    except (URLError, OSError, HTTPException) as error:
        raise Broken(f"{host} geeft geen antwoord. Probeer het later, of gebruik een bestand.") from error
    except ValueError as error:
        raise Broken(f"{host} geeft een antwoord dat geen JSON is.") from error
    if not isinstance(data, dict):
        raise Broken(f"{host} geeft een antwoord dat geen JSON-object is.")
    return data
