"""CBS *Regionale kerncijfers*: figures of gemeenten, which this table tells by name and not by code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.management.sources.kwb import share
from middenstip.domain.areas.models import folded
from middenstip.domain.baseline.management.sources.kwb import CBS_LICENCE
from middenstip.domain.baseline.management.sources.rows import PERIOD, TableRow, check_period, rows_of
from middenstip.domain.baseline.services import EditionData, MeasureData

TABLE = "Regionale kerncijfers Nederland"
NUMBER = "70072NED"
COUNTRY = "Nederland"
DIRECT = {
    "inhabitants": ("totalebevolking",),
    "households": ("totaalparticulierehuishoudens",),
    "household_size": ("gemiddeldehuishoudensgrootte",),
}
AGES = {
    "0-4": ("leeftijdsgroepenjongerdan5jaar",),
    "5-9": ("leeftijdsgroepen5tot10jaar",),
    "10-14": ("leeftijdsgroepen10tot15jaar",),
    "65-79": ("leeftijdsgroepen65tot80jaar",),
    "80+": ("leeftijdsgroepen80jaarofouder",),
}
MORE = {"one_person": ("particulierehuishoudenseenpersoonshuishoudens",)}
SUMS = {"young": ("0-4", "5-9", "10-14"), "old": ("65-79", "80+")}
SHARES = {
    "share_0_14": ("young", "inhabitants"),
    "share_65_plus": ("old", "inhabitants"),
    "share_one_person": ("one_person", "households"),
}
STEMS = {"code": ("regios",), "year": PERIOD, **DIRECT, **AGES, **MORE}


def edition(path: Path, year: int) -> EditionData:
    return EditionData("CBS", NUMBER, year, CBS_LICENCE, path.name)


def measures(
    path: Path, year: int, only: str = "", *, names: Mapping[str, str] | None = None
) -> Iterator[MeasureData]:
    """The measures, row by row; `names` are the gemeenten by name. Raises `Broken` with line and column.

    An abolished gemeente stands in the table without figures: it is skipped.
    """
    known = {folded(name): code for name, code in (names or {}).items()}
    short: dict[str, set[str]] = {}
    for name, code in (names or {}).items():
        short.setdefault(folded(_short(name)), set()).add(code)
    for row in rows_of(path, STEMS, ("code", "inhabitants"), TABLE):
        check_period(row, year)
        name, values = row.text("code"), _values(row)
        if name == COUNTRY or all(value is None for value in values.values()):
            continue
        like = short.get(folded(_short(name)), set())
        code = known.get(folded(name)) or (next(iter(like)) if len(like) == 1 else name)
        if only in ("", code):
            for key in DIRECT:
                if key in values:
                    yield MeasureData(code, key, values[key])
            for key, (part, whole) in SHARES.items():
                if part in values and whole in values:
                    yield MeasureData(code, key, share(values, part, whole))


def _values(row: TableRow) -> dict[str, Decimal | None]:
    values = {key: row.value(key) for key in (*DIRECT, *AGES, *MORE) if key in row.columns}
    for key, parts in SUMS.items():
        some = [values.get(part) for part in parts]
        known = [one for one in some if one is not None]
        values[key] = sum(known, Decimal(0)) if len(known) == len(parts) else None
    return values


def _short(name: str) -> str:
    """The name without what tells it from another: "Utrecht (gemeente)" is Utrecht."""
    return re.sub(r" \([^)]*\)$", "", name)
