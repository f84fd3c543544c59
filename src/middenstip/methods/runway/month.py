"""Months as whole numbers, so that a year later is twelve more."""

from __future__ import annotations

import re

from middenstip.methods.reading import InputError, tidy

_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
NAMES = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def month_of(text: str) -> int:
    """Read ``2027-01``; raise :class:`InputError` for anything else.

    >>> month_of("2028-01") - month_of("2027-01")
    12
    """
    found = _WRITTEN.fullmatch(tidy(text))
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        raise InputError(f"'{tidy(text)}' is geen maand; schrijf bijvoorbeeld 2027-01.")
    return int(found[1]) * 12 + int(found[2]) - 1


def written(month: int) -> str:
    """The month as it is read.

    >>> written(month_of("2027-12") + 1)
    '2028-01'
    """
    return f"{month // 12:04}-{month % 12 + 1:02}"


def spoken(month: int) -> str:
    """The month in words.

    >>> spoken(month_of("2028-03"))
    'maart 2028'
    """
    return f"{NAMES[month % 12]} {month // 12}"
