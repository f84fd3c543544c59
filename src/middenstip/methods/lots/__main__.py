"""``python -m middenstip.methods.lots draw LIJST.csv --secret GEHEIM --word WOORD --places bewoners=4``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from middenstip.methods.reading import InputError

from .drawing import HALVES, Ticket, called, check, draw, mark, seal


def read(text: str) -> list[Ticket]:
    """The published list: a line ``number;half`` per person, with or without a heading."""
    rows = [line.strip().split(";") for line in text.splitlines() if line.strip()]
    rows = rows[1:] if rows and rows[0] == ["nummer", "helft"] else rows
    if any(len(row) != 2 for row in rows):
        raise InputError("Iedere regel is een nummer en een helft, met een puntkomma ertussen.")
    return check(Ticket(number, half) for number, half in rows)


def places_in(words: Sequence[str]) -> dict[str, int]:
    """``bewoners=4`` for every half that has places."""
    found = {}
    for one in words:
        half, _is, number = one.partition("=")
        if half not in HALVES or not number.isdecimal():
            raise InputError(f"Schrijf het zo: {HALVES[0]}=4. Dit is {one!r}.")
        found[half] = int(number)
    return found


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m middenstip.methods.lots", description="Doe de loting na")
    again = top.add_subparsers(dest="command", required=True).add_parser("draw", help="trek de loten")
    again.add_argument("file", type=Path, help="de gepubliceerde lijst: nummer;helft")
    again.add_argument("--secret", required=True, help="het geheim dat na de trekking is gepubliceerd")
    again.add_argument("--word", required=True, help="wat hardop is gezegd")
    again.add_argument("--places", nargs="*", default=[], help="plekken per helft: bewoners=4")
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Print the seal, the mark of the list, and the order per half. 0, or 2 for bad input."""
    told = parser().parse_args(words)
    try:
        tickets = read(told.file.read_text(encoding="utf-8"))
        order = draw(told.secret, told.word, tickets)
        first = set(called(order, places_in(told.places)))
    except (InputError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"zegel {seal(told.secret)}")
    print(f"lijst {mark(tickets)}")
    for half, numbers in order.items():
        for place, number in enumerate(numbers, start=1):
            print(f"{half} {place} {number}{' gevraagd' if number in first else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
