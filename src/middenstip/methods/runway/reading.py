"""Reading the flows and the balance from what a person typed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from middenstip.methods.reading import InputError, NoNumber, blocks, number_of, same_words, tidy, whole

from .flow import CERTAIN, FREE, Flow
from .month import month_of
from .sentences import EUROS

COLUMNS = ("name", "direction", "kind", "certainty", "amount", "first", "last")
OPTIONAL = ("every", "pot", "covers", "booked")
SAID = {"uit": "out"}


def read_flows(path: Path, unit: str = EUROS) -> list[Flow]:
    """Read a CSV with the columns ``name,direction,kind,certainty,amount,first,last``.

    ``every``, ``pot``, ``covers`` and ``booked`` may be left out. Raises :class:`InputError` with file and
    line. O(rows).
    """
    return [
        _flow(path, line, fields, unit)
        for block in blocks(path, COLUMNS, OPTIONAL)
        for line, fields in block.filled().lines()
    ]


def read_balance(texts: Iterable[str], unit: str = EUROS) -> dict[str, int]:
    """Read ``4400`` (the free pot) and ``keuken=1200`` (an earmark).

    >>> read_balance(["4400", "keuken=12,50"])
    {'': 440000, 'keuken': 1250}
    """
    found: dict[str, int] = {}
    for text in texts:
        told, mark, number = text.rpartition("=")
        pot = same_words(told) if mark else FREE
        if pot in found:
            raise InputError(f"--balance: de pot '{pot}' staat er twee keer.")
        try:
            found[pot] = in_cents(number) if unit == EUROS else whole(number)
        except NoNumber as wrong:
            raise InputError(f"--balance: '{tidy(number)}' {wrong}.") from wrong
    return found


def in_cents(text: str) -> int:
    """Read euros as whole cents; raise :class:`NoNumber` for anything else.

    >>> in_cents("€ 1.234,50")
    123450
    """
    cents = number_of(text) * 100
    if cents != cents.to_integral_value():
        raise NoNumber("heeft meer dan twee cijfers achter de komma")
    return int(cents)


def _flow(path: Path, line: int, fields: list[str], unit: str) -> Flow:
    name, direction, kind, certainty, amount, first, last, every, pot, covers, booked = fields
    way = same_words(direction)
    try:
        return Flow(
            tidy(name),
            SAID.get(way, way),
            same_words(kind),
            in_cents(amount) if unit == EUROS else whole(amount),
            month_of(first),
            month_of(last),
            _whole(every, 1),
            same_words(certainty) or CERTAIN,
            same_words(pot),
            month_of(covers) if tidy(covers) else None,
            _whole(booked, 0),
            line,
        )
    except NoNumber as wrong:
        raise InputError(f"{path}, regel {line}: een getal {wrong}.") from wrong
    except InputError as wrong:
        raise InputError(f"{path}, regel {line}: {wrong}") from wrong


def _whole(text: str, empty: int) -> int:
    return whole(text) if tidy(text) else empty
