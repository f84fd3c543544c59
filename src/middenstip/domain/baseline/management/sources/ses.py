"""CBS *SES-WOA*: how prosperity, education and work of households come together in one score."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.baseline.management.sources.kwb import CBS_LICENCE
from middenstip.domain.baseline.management.sources.rows import PERIOD, check_period, is_wanted, rows_of
from middenstip.domain.baseline.services import EditionData, MeasureData

TABLE = "SES-WOA-scores"
# The table of each year: CBS closed the first, and goes on in another from its first year.
TABLES = {2014: "85163NED", 2020: "85900NED"}
SCORES = {
    "status_score": ("totaalscoregemiddeldescore",),
    "education_low": ("opleidingsniveaulaagwaarde",),
    "education_middle": ("opleidingsniveaumiddelbaarwaarde",),
    "education_high": ("opleidingsniveauhoogwaarde",),
}
STEMS = {"code": ("regiocode", "codering", "code"), "year": PERIOD, **SCORES}
LOWEST, HIGHEST = -5, 5  # the scores of the country are from -1 to 1


def edition(path: Path, year: int) -> EditionData:
    """The edition that this file is, by its year."""
    number = next((TABLES[first] for first in sorted(TABLES, reverse=True) if year >= first), "")
    if not number:
        raise Broken(f"{path.name}: van {year} geeft het CBS geen SES-WOA. Het eerste jaar is {min(TABLES)}.")
    return EditionData("CBS", number, year, CBS_LICENCE, path.name)


def measures(path: Path, year: int, only: str = "") -> Iterator[MeasureData]:
    """The scores, row by row. Raises `Broken` with file, line and column."""
    for row in rows_of(path, STEMS, ("code", "status_score"), TABLE):
        check_period(row, year)
        code = row.text("code")
        if not is_wanted(code, only, row.where):
            continue
        for key in SCORES:
            if key not in row.columns:
                continue
            value = row.value(key, is_score=True)
            low, high = (LOWEST, HIGHEST) if key == "status_score" else (0, 100)
            if value is not None and not low <= value <= high:
                raise row.broken(key, f"{value} ligt niet tussen {low} en {high}.")
            yield MeasureData(code, key, value)
