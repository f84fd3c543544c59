"""CBS *Kerncijfers wijken en buurten*: areas and figures from the table of any year and channel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from middenstip.domain.areas.management.sources.columns import Ambiguous, find_columns, number
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.models import CODE_PATTERNS
from middenstip.domain.areas.services import AreaData, FigureData
from middenstip.kernel.typed import line

SOURCE = "CBS"
ABROAD = "0998"  # "Buitenland" (abroad) has a gemeente code but no territory
FEWEST = 100  # inhabitants; counts are rounded to fives, so a share of fewer people is not meaningful

STEMS: dict[str, tuple[str, ...]] = {
    "code": ("codering", "gwbcode10", "regiocode"),
    "name": ("wijkenenbuurten", "regio"),
    "inhabitants": ("aantalinwoners", "ainw"),
}
COUNTS: dict[str, tuple[str, ...]] = {
    "young": ("0tot15jaar", "a0014"),
    "old": ("65jaarofouder", "a65oo"),
    "households": ("huishoudenstotaal", "aantalhuishoudens", "ahh"),
    "one_person": ("eenpersoonshuishoudens", "a1phh"),
    "men": ("mannen", "aman"),
    "women": ("vrouwen", "avrouw"),
}
ROUNDING = 15  # people or households: parts that are each rounded to fives may differ this much from a whole
ORIGIN_FROM = 2023  # from this year CBS tells where people come from in other columns
SHARES = {
    "share_0_14": ("young", "inhabitants"),
    "share_65_plus": ("old", "inhabitants"),
    "share_one_person": ("one_person", "households"),
}
DIRECT: dict[str, tuple[str, ...]] = {
    "share_owner_occupied": ("koopwoningen", "pkoopw"),
    "home_value": ("gemiddeldewozwaardevanwoningen", "gwozbag"),
    "distance_gp": ("afstandtothuisartsenpraktijk", "gafshp"),
}
_CODE = re.compile("|".join(CODE_PATTERNS[kind] for kind in list(CODE_PATTERNS)[:3]))


@dataclass
class Table:
    """The areas and figures in one table."""

    areas: list[AreaData] = field(default_factory=list)
    figures: list[FigureData] = field(default_factory=list)


def read_kwb(text: str, name: str, year: int, only: str = "") -> Table:
    """The areas and figures in a StatLine CSV. Raises `Broken` with line and column."""
    header = next((line for line in text.splitlines() if not _is_blank(line)), "")
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headers = next((row for row in reader if not _is_blank(delimiter.join(row))), [])
        if len(headers) < 3:
            raise Broken(f"{name}, regel 1: dit is geen CSV van StatLine. Er staan geen kolomnamen.")
        rows = [(f"{name}, regel {reader.line_num}", _row(headers, row, name, reader.line_num))
                for row in reader if any(cell.strip() for cell in row)]  # fmt: skip
    except csv.Error as error:
        raise Broken(f"{name}, regel {reader.line_num}: deze regel is geen geldige CSV.") from error
    return read_rows(headers, rows, name, year, only)


def _is_blank(line: str) -> bool:
    """Whether a line above the header has no content: only separators, or Excel's `sep=;`."""
    return not line.strip(" \t;,") or line.lower().startswith("sep=")


def _row(headers: list[str], row: list[str], name: str, line: int) -> dict[str, str]:
    if len(row) != len(headers):
        raise Broken(
            f"{name}, regel {line}: hier staan {len(row)} kolommen, dat moeten er {len(headers)} zijn."
        )
    return dict(zip(headers, row, strict=True))


def read_rows(
    headers: Iterable[str], rows: Iterable[tuple[str, Mapping[str, object]]], name: str, year: int, only: str
) -> Table:
    """The areas and figures in these rows, each with its position. `only`: the code of one gemeente."""
    headers = list(headers)
    columns = find_columns(headers, {**STEMS, **COUNTS, **DIRECT})
    for key, word in (
        ("code", "Codering"),
        ("name", "Wijken en buurten"),
        ("inhabitants", "Aantal inwoners"),
    ):
        if key not in columns:
            raise Broken(
                f'{name}: de kolom "{word}" ontbreekt. Is dit een CSV van Kerncijfers wijken en buurten?'
            )
    check_year(headers, name, year)
    table, seen = Table(), set()
    for where, row in rows:
        code = str(row[columns["code"]] or "").strip()
        if code.startswith(("NL", "PV", "LD")) or code[2:6] == ABROAD:
            continue
        if not _CODE.match(code):
            raise Broken(f'{where}, kolom "{columns["code"]}": "{code[:20]}" is geen code van CBS.')
        if code in seen:
            raise Broken(f'{where}, kolom "{columns["code"]}": {code} staat er twee keer in.')
        seen.add(code)
        if only in ("", f"GM{code[2:6]}"):
            _add(table, code, row, columns, where, year)
    return table


def _add(
    table: Table, code: str, row: Mapping[str, object], columns: Mapping[str, str], where: str, year: int
) -> None:
    label = plain_name(str(row[columns["name"]] or ""))
    if not label or len(label) > 120:
        raise Broken(f'{where}, kolom "{columns["name"]}": de naam is leeg of langer dan 120 tekens.')
    values = {key: _value(row, columns[key], where) for key in columns if key not in ("code", "name")}
    count = values["inhabitants"]
    if count is not None and (count < 0 or count != int(count)):
        raise Broken(f'{where}, kolom "{columns["inhabitants"]}": {count} is geen aantal mensen.')
    check_parts(values, columns, where)
    table.areas.append(AreaData(code, label, year, None if count is None else int(count), SOURCE))
    known = {"inhabitants": count, **{key: values[key] for key in DIRECT if key in values}}
    known |= {key: share(values, *pair) for key, pair in SHARES.items() if set(pair) <= set(values)}
    table.figures += [FigureData(code, key, value, year, SOURCE) for key, value in known.items()]


def plain_name(name: str) -> str:
    """The name without the number CBS puts before a wijk: "Wijk 12 Bathmen" is Bathmen."""
    return re.sub(r"^Wijk [0-9A-Z]{2}[ -]+(?=\S)", "", line(name))


def _value(row: Mapping[str, object], column: str, where: str) -> Decimal | None:
    try:
        return number(row[column])
    except Ambiguous as error:
        raise Broken(f'{where}, kolom "{column}": {error}') from error
    except ValueError as error:
        raise Broken(f'{where}, kolom "{column}": "{str(error)[:30]}" is geen getal.') from error


def share(values: Mapping[str, Decimal | None], part: str, whole: str) -> Decimal | None:
    """The percentage; None where it is not known, or of too few people to mean something."""
    some, total = values[part], values[whole]
    if some is None or total is None or total < FEWEST:
        return None
    return min(Decimal(100), round(100 * some / total, 1))


def check_year(headers: Iterable[str], name: str, year: int) -> None:
    """Refuse a table whose columns are those of other years. Most years look alike: this finds no others."""
    labels = " ".join(header.lower() for header in headers)
    if "migratieachtergrond" in labels and year >= ORIGIN_FROM:
        raise Broken(f"{name}, regel 1: deze kolommen zijn van {ORIGIN_FROM - 1} of eerder, niet van {year}.")
    if "herkomst" in labels and year < ORIGIN_FROM:
        raise Broken(f"{name}, regel 1: deze kolommen zijn van {ORIGIN_FROM} of later, niet van {year}.")


def check_parts(values: Mapping[str, Decimal | None], columns: Mapping[str, str], where: str) -> None:
    """Refuse a row whose parts do not fit in their whole: then two columns changed places."""
    for part, whole in (*SHARES.values(), ("men", "inhabitants"), ("women", "inhabitants")):
        some, total = values.get(part), values.get(whole)
        if some is not None and total is not None and some > total + ROUNDING:
            raise Broken(
                f'{where}, kolom "{columns[part]}": {some} is meer dan {total} in "{columns[whole]}".'
                " Zijn er kolommen verwisseld?"
            )
    men, women, total = (values.get(key) for key in ("men", "women", "inhabitants"))
    if men is not None and women is not None and total is not None and abs(men + women - total) > ROUNDING:
        raise Broken(
            f'{where}, kolom "{columns["inhabitants"]}": {total} is niet de som van {men} en {women}.'
            " Zijn er kolommen verwisseld?"
        )
