"""The same word, typed in another way, is found."""

import sqlite3

import pytest

from middenstip.methods.matching import Index
from middenstip.methods.matching.dutch import as_written, fold, folded_line, words


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("een fietspad", "fiets\u00adpad"),
        ("een fiets\u00adpad", "fietspad"),
        ("een fiets\u200bpad", "fietspad"),
        ("Zo\u00eb", "Zoe\u0308"),
        ("Zoe\u0308", "zoe"),
        ("S\u00f8ren", "soren"),
        ("stra\u00dfe", "strasse"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("\u0153uvre", "oeuvre"),
    ],
)
def test_the_same_word_is_found(told: str, asked: str) -> None:
    index = Index(sqlite3.connect(":memory:"))
    index.put("a", "idee", told)
    index.put("b", "idee", "iets heel anders")
    assert [near.key for near in index.near(asked)][:1] == ["a"]


@pytest.mark.parametrize("text", ["fiets\u00adpad S\u00f8ren", "Zoe\u0308 \u200b x", "stra\u00dfe"])
def test_the_quick_way_and_the_slow_way_fold_alike(text: str) -> None:
    assert folded_line(text).split() == words(text) == [fold(word) for word, _ in as_written(text)]
