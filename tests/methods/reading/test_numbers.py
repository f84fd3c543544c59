"""A number from a Dutch or an English spreadsheet, and one that could be both."""

from argparse import ArgumentTypeError
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.methods.reading import NoNumber, argument, number_of, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12500", "12500"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("€ 12500", "12500"),
        ("€12.500,00", "12500.00"),
        ("12.500,-", "12500.00"),
        ("12,500.-", "12500.00"),
        ("€ 12.500,—", "12500.00"),
        ("12500 euro", "12500"),
        ("EUR 12500,5", "12500.5"),
        ("12 500", "12500"),
        ("12\u00a0500,25", "12500.25"),
        ("12\u202f500", "12500"),
        ("−5", "-5"),
        ("+5", "5"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        (".5", "0.5"),
        ("60,00", "60.00"),
        ("60.0000", "60.0000"),
        ("\u200b7\ufeff", "7"),
    ],
)
def test_a_clear_number_is_read(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("60.000", "60000 of 60,00"),
        ("60,000", "60000 of 60,00"),
        ("€ 12.500", "12500 of 12,50"),
        ("1.234", "1234 of 1,23"),
        ("-1.234", "1234 of 1,23"),
        ("1234.500", "1234500 of 1234,50"),
    ],
)
def test_three_digits_after_one_mark_could_be_two_numbers(text: str, advice: str) -> None:
    with pytest.raises(NoNumber) as refused:
        number_of(text)
    assert str(refused.value) == f"is niet duidelijk; schrijf {advice}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ",",
        "€",
        "veel",
        "1e5",
        "NaN",
        "inf",
        "1.23.456",
        "1,23,456",
        "1.234,5.6",
        "12 50",
        "1_000",
        "٣",
        "5.",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NoNumber, match=r"^is geen getal$"):
        number_of(text)


def test_a_whole_number_has_nothing_behind_the_mark() -> None:
    assert (whole("12"), whole("1.234.567"), whole("3,0")) == (12, 1234567, 3)
    with pytest.raises(NoNumber, match=r"^is geen heel getal$"):
        whole("2,5")


def test_an_option_says_what_to_write() -> None:
    assert argument(whole)("7") == 7
    with pytest.raises(ArgumentTypeError, match=r"^'1\.000' is niet duidelijk; schrijf 1000 of 1,00\.$"):
        argument(whole)("1.000")


@given(st.decimals(0, 10**12, places=2))
def test_an_amount_is_read_as_it_is_written_in_dutch_and_in_english(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    dutch = english.translate(str.maketrans(".,", ",."))
    assert number_of(english) == number_of(dutch) == number_of(f"€ {dutch}") == amount
