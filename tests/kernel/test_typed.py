"""Typed text is cleaned and made comparable in one place."""

from __future__ import annotations

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel import typed
from middenstip.kernel.verdict import Invalid

INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2064"
INVISIBLE += (
    "\u2066\u2069\u2800\u3164\ufe0f\ufeff\uffa0\ufff9\ufffc\U000e0041\x00\x08\x7f\x9f\ud800\ufdd0\uffff"
)
ANY = st.text(st.characters() | st.sampled_from(INVISIBLE + "\r\n\t’'–-. \u0301\u0308\u212a\ufb01é"))


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(typed).failed == 0


@pytest.mark.parametrize("sign", INVISIBLE, ids=lambda sign: f"{ord(sign):04x}")
def test_invisible_characters_are_removed_everywhere(sign: str) -> None:
    assert (typed.text(sign * 3), typed.line(f" {sign} "), typed.address(sign)) == ("", "", "")
    assert typed.line(f"{sign}Pluk{sign}").replace(" ", "") == "Pluk"


@pytest.mark.parametrize("space", "\u00a0\u1680\u2003\u2007\u202f\u3000\t\n\r\x0b\x0c\x85\u2028")
def test_every_kind_of_space_becomes_a_space(space: str) -> None:
    assert typed.line(f"{space}Samen{space}{space}eten{space}") == "Samen eten"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_becomes_lf(end: str) -> None:
    assert typed.text(f"een{end}twee{end}{end}drie") == "een\ntwee\n\ndrie"
    assert typed.points(f" een {end}{end}\u200b{end}twee ") == "een\ntwee"


@pytest.mark.parametrize(
    "kept",
    ["👨‍👩‍👧", "❤️", "1️⃣", "🏳️‍🌈", "👩🏽‍🌾", "🇳🇱", "🫨", "نمی‌خواهم", "क्‍ष", "ﬁets", "½ €", "x² – y", "日本"],
)
def test_visible_characters_are_kept(kept: str) -> None:
    assert (typed.text(kept), typed.line(kept)) == (kept, kept)


def test_a_combining_mark_without_a_letter_counts_as_empty() -> None:
    assert typed.line("\u0301\u0308") == ""


def test_composed_and_decomposed_letters_are_equal() -> None:
    assert typed.text("cafe\u0301 \u212aelvin") == "café Kelvin"
    assert typed.address("Mi\u212ae＠Voorbeeld.EXAMPLE ") == "mike@voorbeeld.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente Deventer", " Gemeente\u00a0 DEVENTER. "),
        ("foto's", "foto’s"),
        ("Noord-Zuid", "noord–zuid"),
        ("het café", "het cafe\u0301"),
        ("laden kan", "laden\u200b kan"),
        ("Groß", "GROSS"),
        ("ﬁetsenmaker", "Fietsenmaker"),
        ("'t Zand", "`t zand"),
    ],
)
def test_texts_that_look_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert typed.folded(one) == typed.folded(other)


@pytest.mark.parametrize(("one", "other"), [("Zoë", "Zoe"), ("1.5", "15"), ("ja", "ja?"), ("a b", "ab")])
def test_different_texts_fold_differently(one: str, other: str) -> None:
    assert typed.folded(one) != typed.folded(other)


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_name_with_a_direction_character_is_refused(sign: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed.name("title", f"Jan {sign}eodnaL")
    assert refused.value.errors == {"title": typed.TURNED}


@given(ANY)
def test_cleaning_a_clean_text_changes_nothing(said: str) -> None:
    for clean in (typed.text, typed.line, typed.points, typed.address):
        assert clean(clean(said)) == clean(said)
    assert typed.folded(typed.text(said)) == typed.folded(said)


@given(ANY)
def test_a_cleaned_text_can_be_stored_and_read_back(said: str) -> None:
    kept = typed.text(said)
    assert unicodedata.is_normalized("NFC", kept)
    assert {unicodedata.category(sign) for sign in kept if sign not in "\n\t"} & {"Cc", "Cs"} == set()
    assert kept == kept.strip()
    kept.encode()
