"""Measuring before and after, so that anybody can check it (nulmeting en herhaalmeting).

Five rules, each on plain values:

- `is_small`: a count of fewer than ten people is not shown, because a neighbour could recognise them.
- `hidden_in`: which other counts are not shown either, so that nobody finds a small one by subtraction.
- `sealed`: the frozen copy of a measurement is one text. Its SHA-256 shows that it did not change.
- `weighed`: what people answered, as if every age had answered as much as it lives there.
- `difference`: after minus before, only when both are known and describe the same area in another year.

Example: 1,240 inhabitants in 2023 and 1,262 in 2025 is a difference of 22.
Source: the rule of ten is that of CBS for small areas; SHA-256 is FIPS 180-4.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

FEWEST = 10  # people behind a figure
MARKS = ("=", "+", "-", "@", "\t")  # a spreadsheet would read such a text as a formula
SAME_YEAR, OTHER_AREA, UNKNOWN, SMALL = "same_year", "other_area", "unknown", "small"


@dataclass(frozen=True)
class Point:
    """A value, the year and the code of its area; `people` is how many it is about, if counted."""

    value: Decimal | None
    year: int
    area: str
    people: int | None = None


def is_small(value: Decimal | None, people: int | None) -> bool:
    """Whether a figure is about one to nine people: `people` of them, or `value` when that counts people.

    >>> is_small(Decimal(40), 4), is_small(Decimal(0), 0), is_small(Decimal(12), None)
    (True, False, False)
    """
    return people is not None and 0 < people < FEWEST and value is not None


def hidden_in(counts: Mapping[str, int], *, is_total_shown: bool = True) -> set[str]:
    """The counts that are not shown, of a group that adds up to a total.

    Those of one to nine people; and beside a total that is shown the next smallest ones too, until what is
    hidden is at least two counts, together at least ten people, and not all of one person. When the total
    itself is hidden, one hidden count is enough: without it the total could be added up.

    >>> sorted(hidden_in({"a": 4, "b": 0, "c": 25, "d": 60}))
    ['a', 'c']
    >>> sorted(hidden_in({"a": 12, "b": 30})), sorted(hidden_in({"a": 12, "b": 30}, is_total_shown=False))
    ([], ['a'])
    """
    hidden = {key for key, number in counts.items() if 0 < number < FEWEST}
    others = sorted((number, key) for key, number in counts.items() if number >= FEWEST)
    for _number, key in others:
        if is_total_shown and (not hidden or _is_safe([counts[one] for one in hidden])):
            break
        if not is_total_shown and hidden:
            break
        hidden.add(key)
    return hidden


def _is_safe(hidden: Sequence[int]) -> bool:
    """Whether these counts cannot be told apart by who knows their sum."""
    return len(hidden) > 1 and FEWEST <= sum(hidden) != len(hidden)


def weighed(told: Mapping[tuple[str, str], int], people: Mapping[str, int]) -> dict[str, int] | None:
    """The percentage of each answer, weighted by age; None when it would be about too few people.

    `told` counts by (answer, age), `people` who live there by age. An age with fewer than ten answers is left
    out. Of the ages that are left no single answer may be of one to nine people: with the other sums on the
    page somebody could find it.

    >>> weighed({("yes", "old"): 30, ("no", "old"): 10, ("no", "young"): 20}, {"old": 100, "young": 300})
    {'yes': 19, 'no': 81}
    """
    by_age = Counter[str]()
    for (_answer, age), number in told.items():
        by_age[age] += number
    ages = [age for age, number in by_age.items() if number >= FEWEST and people.get(age)]
    used = {(answer, age): number for (answer, age), number in told.items() if age in ages}
    if len(ages) < 2 or any(0 < number < FEWEST for number in used.values()):
        return None
    whole, shares = sum(people[age] for age in ages), defaultdict[str, Fraction](Fraction)
    for (answer, age), number in used.items():
        shares[answer] += Fraction(people[age] * number, whole * by_age[age])
    return {answer: round(100 * share) for answer, share in shares.items()}


def reason_not(before: Point, after: Point) -> str:
    """Why two points cannot be compared; "" when they can."""
    if is_small(before.value, before.people) or is_small(after.value, after.people):
        return SMALL
    if before.value is None or after.value is None:
        return UNKNOWN
    if before.area != after.area:
        return OTHER_AREA
    return SAME_YEAR if before.year == after.year else ""


def difference(before: Point, after: Point) -> Decimal | None:
    """After minus before; None when they cannot be compared.

    >>> difference(Point(Decimal("7.5"), 2023, "GM0150"), Point(Decimal("8"), 2025, "GM0150"))
    Decimal('0.5')
    """
    if reason_not(before, after) or before.value is None or after.value is None:
        return None
    return after.value - before.value


def in_file(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a CSV with `;`, in which a spreadsheet reads text and numbers, never a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return out.getvalue()


def in_bytes(text: str) -> bytes:
    """The bytes of the file: UTF-8 with a byte order mark, for spreadsheets."""
    return text.encode("utf-8-sig")


def sealed(text: str) -> str:
    """The SHA-256 of those bytes, as `sha256sum` prints it.

    >>> sealed("cijfer;waarde")[:12]
    '5eef1b2acb44'
    """
    return hashlib.sha256(in_bytes(text)).hexdigest()


def _plain(cell: str) -> str:
    is_number = cell.removeprefix("-").replace(",", "", 1).isdecimal()
    return f"'{cell}" if cell.startswith(MARKS) and not is_number else cell
