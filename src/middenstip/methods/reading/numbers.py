"""Numbers as people write them, in Dutch (1.234,50) and in English (1,234.50).

Three digits after one point or comma can mean two things: 60.000 is sixty thousand in a Dutch spreadsheet
and sixty in an English one. A method must not choose, so such a number is refused with what to write.
"""

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from .text import same_name

T = TypeVar("T")

_MONEY = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_NO_CENTS = re.compile(r"([,.])(?:-{1,2}|=)$")  # 12.500,-
_SPACED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d*(?:[.,]\d+)?", re.ASCII)
_UNCLEAR = re.compile(r"[+-]?(\d+)[.,](\d\d)\d", re.ASCII)
_DUTCH = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_ENGLISH = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


class NoNumber(ValueError):
    """Text that is not a number; the message goes on after the text itself."""


class Unclear(NoNumber):
    """A number that could be two; the message says what to write."""


def number_of(text: str) -> Decimal:
    """Read a number, with or without a euro sign; raise :class:`NoNumber` for anything else.

    >>> [str(number_of(text)) for text in ("1.234,50", "1,234.50", "€ 12.500,-", "0,5")]
    ['1234.50', '1234.50', '12500.00', '0.5']
    >>> number_of("60.000")
    Traceback (most recent call last):
    middenstip.methods.reading.numbers.Unclear: is niet duidelijk; schrijf 60000 of 60,00
    """
    plain = _NO_CENTS.sub(r"\g<1>00", _MONEY.sub("", same_name(text)))
    if _SPACED.fullmatch(plain):
        plain = plain.replace(" ", "")
    unclear = _UNCLEAR.fullmatch(plain)
    if unclear and unclear[1].strip("0"):
        digits = re.sub(r"\D", "", plain)
        raise Unclear(f"is niet duidelijk; schrijf {digits} of {unclear[1]},{unclear[2]}")
    return Decimal(_with_point(plain))


def _with_point(text: str) -> str:
    """The same number without marks between thousands and with a point before the decimals."""
    if _PLAIN.fullmatch(text) and text[-1:].isdigit():
        return text.replace(",", ".")
    if _DUTCH.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _ENGLISH.fullmatch(text):
        return text.replace(",", "")
    raise NoNumber("is geen getal")


def whole(text: str) -> int:
    """Read a whole number; raise :class:`NoNumber` for any other.

    >>> whole("12 500")
    12500
    """
    number = number_of(text)
    if number != number.to_integral_value():
        raise NoNumber("is geen heel getal")
    return int(number)


def argument(read: Callable[[str], T]) -> Callable[[str], T]:
    """Return ``read`` as the type of an option for argparse, which then says what is wrong."""

    def read_argument(text: str) -> T:
        try:
            return read(text)
        except NoNumber as wrong:
            raise ArgumentTypeError(f"'{text}' {wrong}.") from wrong

    return read_argument
