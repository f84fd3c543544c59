"""The order of the lots, and who is called from it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from middenstip.methods.reading import InputError

HALVES = ("bewoners", "overheid", "ondernemers")
Order = dict[str, list[str]]  # per half the numbers, the first one first


@dataclass(frozen=True)
class Ticket:
    """A number in the list, and the half for which it counts."""

    number: str
    half: str


def seal(secret: str) -> str:
    """What is published before the draw: it fixes the secret without telling it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def mark(tickets: Iterable[Ticket]) -> str:
    """One hash of the whole list, so that anyone sees that nobody was added or left out afterwards."""
    lines = sorted(f"{one.number};{one.half}" for one in tickets)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def spoken(word: str) -> str:
    """The word said aloud, so that spelling makes no difference: small letters, one space between words."""
    return " ".join(word.lower().split())


def check(tickets: Iterable[Ticket]) -> list[Ticket]:
    """The list, when every number stands in it once and every half exists. Raises `InputError`."""
    found = list(tickets)
    seen: set[str] = set()
    for one in found:
        if one.half not in HALVES:
            raise InputError(f"{one.half!r} is geen helft. Kies uit: {', '.join(HALVES)}.")
        if one.number in seen:
            raise InputError(f"Nummer {one.number} staat twee keer in de lijst.")
        seen.add(one.number)
    return found


def draw(secret: str, word: str, tickets: Iterable[Ticket]) -> Order:
    """The order per half. The order of the list itself makes no difference."""
    seed = f"{secret}:{spoken(word)}"

    def place(one: Ticket) -> str:
        return hashlib.sha256(f"{seed}:{one.number}".encode()).hexdigest()

    drawn = sorted(check(tickets), key=place)
    return {half: [one.number for one in drawn if one.half == half] for half in HALVES}


def called(order: Order, places: Mapping[str, int], out: Collection[str] = ()) -> list[str]:
    """Who has a place or is asked for one: the first of every half, without those who are `out`.

    Places of one half are never given to another: with too few people left they stay empty.
    """
    return [
        number
        for half in HALVES
        for number in [one for one in order.get(half, []) if one not in out][: places.get(half, 0)]
    ]
