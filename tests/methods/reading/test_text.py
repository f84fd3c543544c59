"""Two people wrote the same, though not one letter of it looks alike to a computer."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel.typed import folded
from middenstip.methods.reading import same_name, same_words, tidy


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u200b\u200b",
        "\u00ad",
        "\u2060",
        "\ufeff",
        "\u2800",
        "\u3164",
        "\u115f",
        "\u180e",
        "\ufe0f",
        "\x07",
    ],
)
def test_what_cannot_be_seen_is_nothing(text: str) -> None:
    assert (tidy(text), same_name(text), same_words(f" {text} .")) == ("", "", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("het café", "het cafe\u0301"),
        ("foto's", "foto’s"),
        ("foto's", "foto‘s"),
        ("foto's", "foto`s"),
        ("laden kan", "laden\vkan"),
        ("laden kan", "laden\u2028kan"),
        ("laden kan", "laden\u200b kan"),
        ("laden kan", "laden\u00a0kan"),
        ("laden kan", "  Laden \t kan. "),
        ("Noord–Zuid", "noord-zuid"),
        ("Noord—Zuid", "noord\u2011zuid"),
        ("“ja”", '"ja"'),
        ("STRASSE", "straße"),
        ("ﬁets", "fiets"),
        ("regel één\r\nregel twee", "Regel één\nregel twee..."),
    ],
)
def test_the_same_words_are_the_same(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


def test_other_words_stay_apart() -> None:
    assert len({same_words(text) for text in ("een", "één", "eén", "geen", "een?", "1", "een een")}) == 7


def test_a_name_keeps_its_capitals_and_its_full_stop() -> None:
    assert same_name("Zoe\u0308\u200b  Jan.") == "Zoë Jan."
    assert same_name("aB3") != same_name("Ab3")


def test_what_is_shown_keeps_its_lines_and_its_kind_of_quotes() -> None:
    assert tidy(" foto’s\r\n–\tkaart\u202e\r ") == "foto’s\n–\tkaart"


@given(st.text())
def test_one_form_is_the_form_of_itself(text: str) -> None:
    for form in (tidy, same_name, same_words):
        once = form(text)
        assert form(once) == once
        assert form(unicodedata.normalize("NFD", text)) == once


@given(st.text())
def test_what_is_the_same_name_is_the_same_in_words(text: str) -> None:
    assert same_words(same_name(text)) == same_words(text)


@pytest.mark.parametrize("sign", range(0, 0x110000, 0x1000))
def test_the_platform_and_the_methods_call_the_same_words_the_same(sign: int) -> None:
    """A condition that a page takes for two is counted as two: the two floors know no other signs."""
    signs = [chr(number) for number in range(sign, sign + 0x1000) if not 0xD800 <= number < 0xE000]
    pairs = [(unicodedata.normalize("NFKC", folded(f"a{one}b")), same_words(f"a{one}b")) for one in signs]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
