"""Contact data in public text is masked; dates, postcodes and amounts are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel.contact import ACCOUNT, MAIL, PHONE, has_contact, masked, phone_number

PHONES = (
    "0612345678",
    "06-12345678",
    "06 12 34 56 78",
    "06 11 2026 12",
    "0570-123456",
    "(0570) 12 34 56",
    "085 123 45 67",
    "+31 6 12345678",
    "+31 (0)6 12345678",
    "0031612345678",
    "+32 470 12 34 56",
)
MAILS = ("mij@voorbeeld.example", "jan.de-wit+x@mail.voorbeeld.example", "jan (at) voorbeeld.example")
ACCOUNTS = ("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91 abna 0417 1643 00", "BE68 5390 0754 7034")
KEPT = (
    "06-11-2026",
    "Op 06-11-2026 om 10.30 uur",
    "Van 06/11/2026 12.00 tot 13.00 uur",
    "Zaterdag 7 november 2026, 10.00-12.00 uur",
    "2026-11-02 10:30",
    "7431 PH Diepenveen",
    "€ 1.250.000,00 in 2027",
    "0800-1234 is gratis",
    "Bel 14 0570",
    "Afspraak 12345678, dossier 2026-000123",
    "6.2716, 52.2925",
    "NL92ABNA0417164300",  # wrong check digits
    "Wij zijn met 3 tot 5 mensen @ de tafel.",
)


@pytest.mark.parametrize("number", PHONES)
def test_a_phone_number_is_masked_and_can_be_given(number: str) -> None:
    assert masked(f"Bel {number}, graag.") == f"Bel {PHONE}, graag."
    assert phone_number(f" {number} ") == number


@pytest.mark.parametrize("address", MAILS)
def test_an_address_is_masked(address: str) -> None:
    assert masked(f"Mail {address}. Dank!") == f"Mail {MAIL}. Dank!"


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_bank_account_is_masked(account: str) -> None:
    assert masked(f"Stort op {account} voor 1 mei.") == f"Stort op {ACCOUNT} voor 1 mei."


@pytest.mark.parametrize("text", KEPT)
def test_other_numbers_stay(text: str) -> None:
    assert (masked(text), has_contact(text), phone_number(text)) == (text, False, "")


def test_two_numbers_beside_each_other_are_both_masked() -> None:
    assert masked("0612345678 0687654321") == f"{PHONE} {PHONE}"


@given(st.text(alphabet="0+(). -/12@ab\n", max_size=200))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = masked(text)
    assert masked(once) == once


@pytest.mark.parametrize("text", ["0" * 4000, "a." * 2000, "+3" * 2000, "NL91 " * 800, "0 (" * 1300])
def test_a_hostile_text_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    masked(text)
    assert time.perf_counter() - start < 0.5
