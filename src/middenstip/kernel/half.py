"""The three equal halves of the playing field."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Half(StrEnum):
    """One half of the field. The value is the Dutch word: it is what URLs, the API and paper show."""

    RESIDENTS = "bewoners"
    GOVERNMENT = "overheid"
    BUSINESS = "ondernemers"

    @property
    def bit(self) -> int:
        """This half as one bit, so that a set of halves is one small integer column."""
        return 1 << list(Half).index(self)

    @property
    def word(self) -> str:
        """The half as a heading: *Bewoners*."""
        return self.value.capitalize()

    @property
    def person(self) -> str:
        """What one person of this half is called."""
        return {"bewoners": "bewoner", "overheid": "iemand van de overheid", "ondernemers": "ondernemer"}[
            self
        ]


def halves_of(bits: int) -> tuple[Half, ...]:
    """The halves in a bit set, in the fixed order bewoners, overheid, ondernemers."""
    return tuple(half for half in Half if bits & half.bit)


def bits_of(halves: Iterable[Half | str]) -> int:
    """The bit set of some halves; the inverse of `halves_of`."""
    bits = 0
    for half in halves:
        bits |= Half(half).bit
    return bits


HALF_CHOICES = [(half.value, half.word) for half in Half]
