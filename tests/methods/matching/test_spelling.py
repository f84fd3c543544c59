"""Plain letters are counted by a shorter way, and give the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.matching.dutch import folded_line, grams, words
from middenstip.methods.matching.spelling import gram_scores

many = settings(max_examples=200, deadline=None, derandomize=True)
LETTERS = "abcdeABC019 _-.,'\n\t\x0b\x1f"
PLAIN = st.text(LETTERS, max_size=30)
OTHER = "Ω"  # no letter of ours: with it all texts go the long way


@many
@given(st.text(LETTERS + "éÉßœ“…Ω", max_size=30))
def test_a_folded_line_holds_the_words(text: str) -> None:
    assert folded_line(text).split() == words(text)
    assert folded_line(text).strip() == " ".join(words(text))


@many
@given(st.lists(PLAIN, min_size=1, max_size=6), PLAIN)
def test_a_text_in_other_letters_changes_nothing_for_the_rest(texts: list[str], asked: str) -> None:
    worth = [
        (gram, 100 + place) for place, gram in enumerate(g for word in words(asked) for g in grams(word))
    ]
    assert gram_scores(worth, texts) == gram_scores(worth, [*texts, OTHER])[:-1]


def test_both_ways_find_something() -> None:
    worth = [("fiet", 1000), ("iets", 10)]
    assert gram_scores(worth, ["Een FIETS.", "fiets fiets", "auto"]) == [1658, 1894, 0]
    assert gram_scores(worth, ["Een FIETS.", "fiets fiets", "auto", OTHER]) == [1658, 1894, 0, 0]
