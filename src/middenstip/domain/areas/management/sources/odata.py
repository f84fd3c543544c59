"""A table of CBS through OData v4: a line for each value, collected into one row for each area."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from middenstip.domain.areas.management.sources.columns import find_columns
from middenstip.domain.areas.management.sources.opening import Broken

Ask = Callable[[str], dict[str, Any]]
Row = tuple[str, dict[str, str]]  # its place, and its cells by column
KNOWN = {"", "None", "Provisional", "Revised"}  # any other attribute says why there is no value
PAGES = 1000  # stops the loop when a service never reports its last page
LEVELS = ("GM", "WK", "BU")
PATH = "/odata/v1/CBS/"


def address_of(table: str) -> str:
    return f"{settings.CBS_URL}{PATH}{table}"


def fetch_rows(
    table: str, only: str, stems: Mapping[str, tuple[str, ...]], codes: Mapping[str, str], ask: Ask
) -> list[Row]:
    """A row for each area of a gemeente. Raises `Broken`.

    A column is called after the first stem of its key. `codes` are the codes of measures whose key is sure;
    the others are found by their title, for CBS gives some another code each year.
    """
    base = address_of(table)
    names = {
        one["Identifier"].strip(): one.get("Title", "")
        for level in LEVELS
        for one in _all(f"{base}/WijkenEnBuurtenCodes?{_starts('Identifier', level, only)}", ask)
        if isinstance(one.get("Identifier"), str)
    }
    if not names:
        raise Broken(f"CBS geeft geen gebieden voor {only} in tabel {table}.")
    measures = _measures(list(_all(f"{base}/MeasureCodes", ask)), stems, codes)
    if "inhabitants" not in measures.values():
        raise Broken(f"CBS {table}: het aantal inwoners ontbreekt. Is dit een tabel over wijken en buurten?")
    headers = {key: stems[key][0] for key in ("code", "name", *measures.values())}
    empty = dict.fromkeys(headers.values(), "")
    rows = {
        code: empty | {headers["code"]: code, headers["name"]: name}
        for code, name in names.items()
        if isinstance(name, str)
    }
    for level in LEVELS:
        for one in _all(f"{base}/Observations?{_starts('WijkenEnBuurten', level, only)}", ask):
            code, measure = (
                f"{one.get('WijkenEnBuurten') or ''}".strip(),
                f"{one.get('Measure') or ''}".strip(),
            )
            if measure in measures and code in rows:
                rows[code][headers[measures[measure]]] = _value(one)
    return [(f"CBS {table}, {code}", cells) for code, cells in sorted(rows.items(), key=_by_level)]


def _by_level(row: tuple[str, object]) -> tuple[int, str]:
    return LEVELS.index(row[0][:2]) if row[0][:2] in LEVELS else len(LEVELS), row[0]


def _measures(
    told: list[dict[str, Any]], stems: Mapping[str, tuple[str, ...]], codes: Mapping[str, str]
) -> dict[str, str]:
    """The key of each measure that we use."""
    titles = {f"{one.get('Identifier', '')}".strip(): f"{one.get('Title', '')}" for one in told}
    found = {code: key for code, key in codes.items() if code in titles}
    by_title = {title: code for code, title in reversed(titles.items())}  # of two alike the first
    rest = {key: some for key, some in stems.items() if key not in {"code", "name", *found.values()}}
    for key, title in find_columns(by_title, rest).items():
        found.setdefault(by_title[title], key)
    return found


def _value(one: Mapping[str, Any]) -> str:
    value = one.get("Value")
    if value is None or isinstance(value, bool) or f"{one.get('ValueAttribute') or ''}".strip() not in KNOWN:
        return ""
    return f"{value}".replace(".", ",")  # a decimal comma: a point could be read as thousands


def _starts(column: str, level: str, only: str) -> str:
    return urlencode({"$filter": f"startswith({column},'{level}{only[2:]}')"})


def _all(address: str, ask: Ask) -> Iterator[dict[str, Any]]:
    """All items, page after page."""
    host = urlsplit(address).netloc
    for _ in range(PAGES):
        page = ask(address)
        yield from items(page, "value", "CBS")
        following = page.get("@odata.nextLink") or ""
        if not following:
            return
        address = f"{following}"
        if urlsplit(address).netloc != host:
            raise Broken("CBS verwijst naar een ander adres; daar gaan we niet heen.")
    raise Broken("CBS komt niet tot een laatste bladzijde.")


def items(answer: Mapping[str, Any], name: str, who: str) -> list[dict[str, Any]]:
    """The list in an answer. Raises `Broken` when there is none."""
    found = answer.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Broken(f"{who} geeft een antwoord zonder lijst ({name}). Probeer het later.")
    return found
