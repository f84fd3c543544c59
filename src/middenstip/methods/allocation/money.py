"""Money in whole cents: reading, writing and saying it in Dutch."""

from __future__ import annotations

from fractions import Fraction

from middenstip.methods.reading import NoNumber, Unclear, number_of

NO_AMOUNT = "is geen bedrag in euro's en hele centen"
DIGITS = 15  # before the point: more money than there is, and beyond it floats no longer tell cents apart


def cents(text: str) -> int:
    """Read an amount of euros as whole cents, written the Dutch or the English way.

    Raises ``NoNumber`` for text that is not an amount or not a clear one (three digits after one point),
    holds a part of a cent, or is absurdly large.

    >>> cents("748772,64"), cents("1000"), cents("€ 1.234,50")
    (74877264, 100000, 123450)
    """
    try:
        amount = number_of(text)
    except Unclear:
        raise
    except NoNumber as broken:
        raise NoNumber(NO_AMOUNT) from broken
    if amount.adjusted() >= DIGITS or (whole := Fraction(amount) * 100).denominator > 1:
        raise NoNumber(NO_AMOUNT)
    return int(whole)


def plain(amount: int) -> str:
    """Cents as a ``.pb`` file writes them.

    >>> plain(74877264), plain(100000)
    ('748772.64', '1000')
    """
    euros, rest = divmod(amount, 100)
    return f"{euros}.{rest:02d}" if rest else str(euros)


def number(amount: int) -> int | float:
    """Cents as a JSON number of euros."""
    return amount // 100 if amount % 100 == 0 else amount / 100


def euro(amount: int | Fraction) -> str:
    """Cents as a Dutch reader expects them, rounded to the nearest cent.

    >>> euro(74877264), euro(100000)
    ('€ 748.772,64', '€ 1.000')
    """
    whole = round(amount)
    euros, rest = divmod(whole, 100)
    thousands = f"{euros:,}".replace(",", ".")
    return f"€ {thousands},{rest:02d}" if rest else f"€ {thousands}"


def count_of(amount: int | Fraction) -> str:
    """A number of votes as a Dutch reader expects it, at most one decimal.

    >>> count_of(1502), count_of(Fraction(5, 2))
    ('1.502', '2,5')
    """
    tenths = round(Fraction(amount) * 10)
    whole, rest = divmod(tenths, 10)
    thousands = f"{whole:,}".replace(",", ".")
    return f"{thousands},{rest}" if rest else thousands
