"""Codes that changed on 1 January, so that the series of an area goes on in the years before.

A table with `oud;nieuw;jaar`: from that year on the area has the new code. Two old codes with one new code
were joined, one old code with two new codes was split.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.models import CODE_PATTERNS
from middenstip.domain.baseline.content import AGE_KEYS, INDICATORS
from middenstip.domain.baseline.management.sources.opening import table_of
from middenstip.domain.baseline.management.sources.rows import TableRow, columns_in
from middenstip.domain.baseline.services import MeasureData

STEMS: dict[str, tuple[str, ...]] = {"old": ("oud",), "new": ("nieuw",), "year": ("jaar",)}
_CODE = re.compile("|".join(CODE_PATTERNS[kind] for kind in list(CODE_PATTERNS)[:3]))
COUNTED = {key for key, one in INDICATORS.items() if one.style == "count"} | set(AGE_KEYS)
_YEAR = re.compile(r"^(19|20)[0-9]{2}$")


@dataclass
class Changes:
    """Which codes became which, by year. `split` are the codes that were met and have no single new code."""

    name: str = ""
    years: dict[int, dict[str, set[str]]] = field(default_factory=dict)
    split: set[str] = field(default_factory=set)

    def made(self, year: int) -> set[str]:
        """The codes that came after this year."""
        steps = (step for later, step in self.years.items() if later > year)
        return {code for step in steps for new in step.values() for code in new}

    def ends(self, year: int) -> dict[str, str | None]:
        """For each code of this year that changed later, its newest code; None when it was split."""
        found: dict[str, str | None] = {}
        for later in sorted(one for one in self.years if one > year):
            step = {old: next(iter(new)) if len(new) == 1 else None for old, new in self.years[later].items()}
            found = {code: step.get(end, end) if end else None for code, end in found.items()}
            found = step | found
        return found


def read_changes(path: Path) -> Changes:
    """The changes in a CSV. Raises `Broken` with line and column."""
    rows = table_of(path)
    _line, headers = next(rows)
    columns = columns_in(headers, STEMS, tuple(STEMS), f"{path.name}, regel 1", "codes")
    changes = Changes(path.name)
    for line, cells in rows:
        row = TableRow(f"{path.name}, regel {line}", dict(zip(headers, cells, strict=True)), columns)
        old, new, year = (row.text(key) for key in STEMS)
        for key, code in (("old", old), ("new", new)):
            if not _CODE.match(code):
                raise row.broken(key, f'"{code[:20]}" is geen code van CBS.')
        if old == new or old[:2] != new[:2]:
            raise row.broken("new", f"{old} kan niet {new} worden.")
        if not _YEAR.match(year):
            raise row.broken("year", f'"{year[:10]}" is geen jaar.')
        changes.years.setdefault(int(year), {}).setdefault(old, set()).add(new)
    return changes


def carried(rows: Iterable[MeasureData], changes: Changes, year: int) -> Iterator[MeasureData]:
    """The measures of a year under the codes of today.

    Of areas that were joined the counts are added up, when all of them are known; another figure of theirs is
    not known, because an average of averages says nothing.
    """
    ends = changes.ends(year)
    made = changes.made(year)
    parts: dict[str, set[str]] = defaultdict(set)
    for old, new in ends.items():
        if new:
            parts[new] |= {old} - made  # a code that was made later is not needed in this year
    waiting: dict[tuple[str, str], dict[str, Decimal | None]] = defaultdict(dict)
    for one in rows:
        if one.code in ends and ends[one.code] is None:
            changes.split.add(one.code)
        elif new := ends.get(one.code) or (one.code if one.code in parts else None):
            waiting[new, one.key][one.code] = one.value
        else:
            yield one
    for (code, key), found in waiting.items():
        yield MeasureData(code, key, _together(key, found, parts[code]))


def _together(key: str, found: dict[str, Decimal | None], parts: set[str]) -> Decimal | None:
    if len(parts) == 1 and len(found) == 1:
        return next(iter(found.values()))
    known = [value for value in found.values() if value is not None]
    is_whole = parts <= set(found) and len(known) == len(found)
    return sum(known, Decimal(0)) if is_whole and key in COUNTED else None
