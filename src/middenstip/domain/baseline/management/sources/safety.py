"""The *Veiligheidsmonitor* of CBS: what people say about their neighbourhood, every two years, by gemeente.

A row for each area, year and margin: the value, and the lowest and highest it is with 95% certainty. Large
gemeenten and provincies are in it; wijken and buurten are not, and take the figure of the area around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.content import NAMES
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.models import folded
from middenstip.domain.baseline.management.sources.kwb import CBS_LICENCE
from middenstip.domain.baseline.management.sources.opening import table_of
from middenstip.domain.baseline.management.sources.rows import PERIOD, TableRow, columns_in
from middenstip.domain.baseline.services import EditionData, MeasureData

TABLE = "de Veiligheidsmonitor"
NUMBER = "85146NED"
FIRST = 2021  # another questionnaire before
SCORES: dict[str, tuple[str, ...]] = {
    "facilities_score": ("schaalscorefysiekevoorzieningen", "fysiekevoorzieningenschaalscore"),
    "cohesion_score": ("schaalscoresocialecohesie", "socialecohesieschaalscore"),
}
SHARES: dict[str, tuple[str, ...]] = {
    "share_strangers": ("kennenelkaarnauwelijks",),
    "share_pleasant": ("prettigmetelkaarom",),
    "share_helping": ("gezelligebuurt", "gezelligebuurtwaarmenelkaarhelpt"),
    "share_at_home": ("voelmijthuis", "voeltzichthuis", "thuisbijmensenindebuurt"),
    "share_nuisance": ("veeloverlast", "veeloverlastindebuurt"),
    "share_unsafe": ("weleensonveiligineigenbuurt", "weleensonveiligindebuurt"),
}
STEMS = {
    "code": ("regioscode", "regios", "codering"),
    "year": PERIOD,
    "margin": ("marges",),
    **SCORES,
    **SHARES,
}
NEEDED = "code", "year", "margin"
MARGINS = {"mw00000": "value", "mog0095": "low", "mbg0095": "high"}  # the codes of OData
WORDS = {"waarde": "value", "ondergrens": "low", "bovengrens": "high"}  # how StatLine begins them
OTHER = re.compile(r"^(NL|LD|PE|RE|RP|PD|PT)[0-9]{2}|\((LD|PE|RE|RP|PD|PT)\)$|^Nederland$")
_CODE = re.compile(r"^(GM[0-9]{4}|PV[0-9]{2})$")
_YEAR = re.compile(r"^((?:19|20)[0-9]{2})(JJ00)?$")
Found = dict[str, dict[str, Decimal | None]]


def edition(path: Path, year: int) -> EditionData:
    if year < FIRST:
        raise Broken(f"{path.name}: de vragen van {year} zijn anders gesteld. Vergelijken kan vanaf {FIRST}.")
    return EditionData("CBS", NUMBER, year, CBS_LICENCE, path.name)


def measures(
    path: Path, year: int, only: str = "", *, names: Mapping[str, str] | None = None
) -> Iterator[MeasureData]:
    """The figures of a year with their margins. Raises `Broken` with file, line and column.

    `names` are the gemeenten by name, for StatLine tells areas by name. A file may hold more years.
    """
    found, years = _found(path, year, names or {})
    if not found:
        there = ", ".join(sorted(years)) or "geen"
        raise Broken(f"{path.name}: er staat niets in over {year}, wel over: {there}.")
    for code, by_margin in found.items():
        if only in ("", code):
            yield from _measures(code, by_margin)


def _found(path: Path, year: int, names: Mapping[str, str]) -> tuple[dict[str, Found], set[str]]:
    """Per area and margin the values, and the years in the file. A table of regions is small."""
    rows = table_of(path)
    _line, headers = next(rows)
    columns = columns_in(headers, STEMS, NEEDED, f"{path.name}, regel 1", TABLE)
    keys = [key for key in (*SCORES, *SHARES) if key in columns]
    if not keys:
        raise Broken(f"{path.name}, regel 1: er staat geen cijfer in dat we kennen. Is dit {TABLE}?")
    known = {folded(name): code for name, code in names.items()}
    known |= {folded(f"{name} (PV)"): code for code, name in NAMES.items()}
    found: dict[str, Found] = {}
    years: set[str] = set()
    for line, cells in rows:
        row = TableRow(f"{path.name}, regel {line}", dict(zip(headers, cells, strict=True)), columns)
        told = _YEAR.match(row.text("year"))
        if told is None:
            raise row.broken("year", f'"{row.text("year")[:20]}" is geen jaar.')
        years.add(told[1])
        area = row.text("code")
        if int(told[1]) != year or OTHER.search(area):
            continue
        code = area if _CODE.match(area) else known.get(folded(area), area)
        margin = _margin(row)
        by_margin = found.setdefault(code, {})
        if margin in by_margin:
            raise row.broken("code", f"{area[:20]} staat er twee keer in.")
        by_margin[margin] = {key: _value(row, key) for key in keys}
    return found, years


def _margin(row: TableRow) -> str:
    told = row.text("margin").lower()
    found = MARGINS.get(told) or next((key for word, key in WORDS.items() if told.startswith(word)), "")
    if not found:
        raise row.broken("margin", f'"{told[:30]}" is geen waarde, ondergrens of bovengrens.')
    return found


def _value(row: TableRow, key: str) -> Decimal | None:
    value, most = row.value(key), 10 if key in SCORES else 100
    if value is not None and not 0 <= value <= most:
        raise row.broken(key, f"{value} ligt niet tussen 0 en {most}.")
    return value


def _measures(code: str, found: Found) -> Iterator[MeasureData]:
    for key, value in found.get("value", {}).items():
        low, high = (found.get(margin, {}).get(key) for margin in ("low", "high"))
        if value is None or low is None or high is None:
            low = high = None
        elif not low <= value <= high:
            raise Broken(f"{code}, {key}: {value} ligt niet tussen zijn grenzen {low} en {high}.")
        yield MeasureData(code, key, value, low, high)
