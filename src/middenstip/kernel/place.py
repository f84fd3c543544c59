"""The position of a row in a list ordered by moment, as text for a URL, from which the next page starts.

The next page starts after the last row shown, so page 1,000 costs what page 1 costs.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

PATTERN = r"^[0-9]{1,18}-[0-9]{1,15}$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOMENT = timedelta(microseconds=1)


def cursor(at: datetime, pk: int) -> str:
    """Microseconds since 1970, and the key of the row.

    >>> cursor(datetime(2026, 11, 2, 9, tzinfo=UTC), 7)
    '1793610000000000-7'
    """
    return f"{(at - _EPOCH) // _MOMENT}-{pk}"


def read_cursor(text: str) -> tuple[datetime, int]:
    """The inverse of `cursor`. Raises `ValueError` for a text that is none, or names no moment."""
    if not re.fullmatch(PATTERN, text):
        raise ValueError(text)
    moment, pk = text.split("-")
    try:
        return _EPOCH + int(moment) * _MOMENT, int(pk)
    except OverflowError:
        raise ValueError(text) from None
