"""The three halves: residents, government and business. They count equally."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Half(StrEnum):
    """One half of the field. The value is the Dutch word that URLs, the API and printed pages show."""

    RESIDENTS = "bewoners"
    GOVERNMENT = "overheid"
    BUSINESS = "ondernemers"

    @property
    def place(self) -> int:
        """The position of this half in the fixed order: bewoners, overheid, ondernemers."""
        return list(Half).index(self)

    @property
    def bit(self) -> int:
        """This half as one bit, so that a set of halves is one small integer column."""
        return 1 << self.place

    @property
    def word(self) -> str:
        """The half as a heading: *Bewoners*."""
        return self.value.capitalize()

    @property
    def person(self) -> str:
        """The word for one person of this half."""
        return {"bewoners": "bewoner", "overheid": "iemand van de overheid", "ondernemers": "ondernemer"}[
            self
        ]


def place_of(half: str) -> int:
    """A sort key: the position of a half in the fixed order of `Half`."""
    return Half(half).place


def halves_of(bits: int) -> tuple[Half, ...]:
    """The halves in a bit set, in the fixed order."""
    return tuple(half for half in Half if bits & half.bit)


def halves_missing(bits: int) -> tuple[Half, ...]:
    """The halves that are not in a bit set, in the fixed order."""
    return halves_of(ALL_HALVES & ~bits)


def bits_of(halves: Iterable[Half | str]) -> int:
    """The bit set of some halves; the inverse of `halves_of`."""
    bits = 0
    for half in halves:
        bits |= Half(half).bit
    return bits


ALL_HALVES = bits_of(Half)
HALF_CHOICES = [(half.value, half.word) for half in Half]
