"""The bridge to the method `measuring`: lines of a scan become a file, points and differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from middenstip.domain.baseline.models import Scan, ScanLine
from middenstip.methods.measuring import (
    FEWEST,
    Point,
    difference,
    hidden_in,
    in_bytes,
    in_file,
    is_small,
    reason_not,
    sealed,
    weighed,
)

HEADERS = (
    "sleutel",
    "cijfer",
    "waarde",
    "eenheid",
    "mensen",
    "jaar",
    "niveau",
    "gebied",
    "bron",
    "tabel",
    "licentie",
)
FEW = "minder dan 10"
FEWEST_ANSWERS = FEWEST


@dataclass(frozen=True)
class Change:
    """One indicator before and after; `why_not` is why there is no difference, "" when there is one."""

    before: ScanLine
    after: ScanLine
    difference: Decimal | None
    why_not: str


def is_hidden(line: ScanLine) -> bool:
    """Whether the value is about one to nine people."""
    people = int(line.value) if line.style == "count" and line.value is not None else line.people
    return is_small(line.value, people) or is_small(line.value, line.people)


def file_of(lines: Iterable[ScanLine]) -> str:
    """The figures as the text of a CSV. A value about fewer than ten people is not in it."""
    return in_file(HEADERS, [_row(one) for one in sorted(lines, key=lambda one: one.key)])


def checksum_of(text: str) -> str:
    """The SHA-256 of the file, as `sha256sum` prints it."""
    return sealed(text)


def bytes_of(text: str) -> bytes:
    return in_bytes(text)


def is_untouched(scan: Scan, lines: Iterable[ScanLine]) -> bool:
    """Whether the frozen copy, its checksum and the figures on the page still say the same."""
    return sealed(scan.frozen) == scan.checksum and scan.frozen == file_of(lines)


def answers_shown(
    told: Iterable[tuple[str, str, int]],
) -> tuple[dict[str, int | None], dict[str, int | None], int]:
    """Of answers (what, half, number): how many said what, how many of each half, and together.

    None where it is not shown, so that nobody finds who they are by subtraction. What each half said is not
    given: beside both sums it would tell too much.
    """
    by_need, by_half = Counter[str](), Counter[str]()
    for need, half, number in told:
        by_need[need] += number
        by_half[half] += number
    total = by_need.total()
    return _shown(by_need), _shown(by_half), total


@dataclass(frozen=True)
class AgeRow:
    """One age: how many of a hundred people that live here, and of the answers; None: too few to show."""

    age: str
    lives: int
    answered: int | None


def ages_shown(
    told: Iterable[tuple[str, str, int]], people: Mapping[str, int]
) -> tuple[list[AgeRow], dict[str, int] | None]:
    """Of answers (what, age, number): who answered beside who lives here, and the answers weighted by age.

    No rows when fewer than ten people told their age.
    """
    counts, by_age = Counter[tuple[str, str]](), Counter[str]()
    for need, age, number in told:
        counts[need, age] += number
        by_age[age] += number
    total, whole = by_age.total(), sum(people.values())
    if total < FEWEST or not whole:
        return [], None
    shown = _shown(by_age)
    rows = []
    for age, lives in people.items():
        here = shown.get(age, 0)
        answered = None if here is None else round(100 * here / total)
        rows.append(AgeRow(age, round(100 * lives / whole), answered))
    return rows, weighed(counts, people)


def reached(before: Decimal | None, now: Decimal | None, target: Decimal) -> int | None:
    """The percentage of the way from `before` to `target`; None when it cannot be said."""
    if before is None or now is None or before == target:
        return None
    return round(100 * (now - before) / (target - before))


def _shown(counts: Counter[str]) -> dict[str, int | None]:
    hidden = set(counts) if counts.total() < FEWEST else hidden_in(counts)
    return {key: None if key in hidden else number for key, number in counts.items()}


def changes(before: Sequence[ScanLine], after: Sequence[ScanLine]) -> list[Change]:
    """The same indicators before and after, in the order of the repeat."""
    first = {one.key: one for one in before}
    return [_change(first[one.key], one) for one in after if one.key in first]


def _change(before: ScanLine, after: ScanLine) -> Change:
    points = _point(before), _point(after)
    return Change(before, after, difference(*points), reason_not(*points))


def _point(line: ScanLine) -> Point:
    people = line.people
    if line.style == "count" and line.value is not None:
        people = int(line.value)
    return Point(line.value, line.year, line.about, people)


def _row(line: ScanLine) -> list[str]:
    hidden = is_hidden(line)
    value = "" if hidden or line.value is None else f"{line.value.normalize():f}".replace(".", ",")
    people = FEW if hidden else "" if line.people is None else f"{line.people}"
    told = (line.unit or line.style, people, f"{line.year}", line.level, line.about)
    return [line.key, line.word, value, *told, line.source, line.table, line.licence]
