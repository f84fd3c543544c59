"""The same data from the online services of CBS (OData v3) and PDOK (WFS)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from middenstip.domain.areas.management.sources.asking import asking
from middenstip.domain.areas.management.sources.kwb import Table, read_rows
from middenstip.domain.areas.management.sources.odata import Ask, items
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.management.sources.outlines import Outlines, read_outlines

CBS = "https://opendata.cbs.nl/ODataApi/odata"
WFS = "/cbs/wijkenbuurten/{year}/wfs/v1_0"
FILTER = (
    '<Filter xmlns="http://www.opengis.net/fes/2.0"><PropertyIsEqualTo><ValueReference>gemeentecode'
    "</ValueReference><Literal>{code}</Literal></PropertyIsEqualTo></Filter>"
)
PAGE = 1000  # areas in one answer of PDOK
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


def fetch_kwb(year: int, only: str = "", ask: Ask | None = None) -> Table:
    """The CBS table of a year, with `only` that of one gemeente. Raises `Broken`."""
    ask = ask or asking()
    if year not in TABLES:
        raise Broken(f"Voor {year} is geen CBS-tabel bekend. Kies {min(TABLES)} tot en met {max(TABLES)}.")
    address = f"{CBS}/{TABLES[year]}"
    titles = {
        str(row.get("Key")).strip(): str(row.get("Title", ""))
        for row in _odata(f"{address}/WijkenEnBuurten", "Key", only, ask)
    }
    rows = list(_odata(f"{address}/TypedDataSet", "WijkenEnBuurten", only, ask))
    if not rows:
        raise Broken(f"CBS geeft geen gebieden voor {only or 'Nederland'} in {year}.")
    named = []
    for position, row in enumerate(rows, start=1):
        code = str(row.get("WijkenEnBuurten", "")).strip()
        full = {**row, "Codering": code, "WijkenEnBuurten": titles.get(code, "")}
        named.append((f"CBS {TABLES[year]}, rij {position}", full))
    return read_rows(list(named[0][1]), named, f"CBS {TABLES[year]}", year, only)


def fetch_outlines(year: int, only: str = "", metres: float = 0, ask: Ask | None = None) -> Outlines:
    """The borders of gemeenten, wijken and buurten of a year. Raises `Broken`."""
    found, ask = Outlines(), ask or asking()
    for layer in ("gemeenten", "wijken", "buurten"):
        features = list(_features(year, layer, only, ask))
        text = json.dumps({"type": "FeatureCollection", "features": features})
        part = read_outlines(text, f"PDOK {layer}", year, only, metres)
        found.outlines += part.outlines
        found.figures += part.figures
    return found


def _features(year: int, layer: str, only: str, ask: Ask) -> Iterator[dict[str, Any]]:
    """The areas in a layer of the WFS, a page at a time."""
    query: dict[str, Any] = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": f"wijkenbuurten:{layer}",
        "outputFormat": "application/json",
        "srsName": "EPSG:4326",
        "count": PAGE,
    }
    if only:
        query["filter"] = FILTER.format(code=only)
    for number in range(PAGES):
        query["startIndex"] = number * PAGE
        page = ask(f"{settings.PDOK_URL}{WFS.format(year=year)}?{urlencode(query)}")
        features = items(page, "features", "PDOK")
        yield from features
        if len(features) < PAGE:
            return
    raise Broken("PDOK komt niet tot een laatste bladzijde.")


def _odata(address: str, key: str, only: str, ask: Ask) -> Iterator[dict[str, Any]]:
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
            rows = items(ask(f"{address}?{urlencode(query)}"), "value", "CBS")
            yield from rows
            skip += 5000
            if len(rows) < 5000:
                break
