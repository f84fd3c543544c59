"""Dutch at B1 has short sentences: at most fifteen words each, on average over all texts of the site."""

from __future__ import annotations

import re

from tools.wording import wording

MOST = 15
LONGEST = 34  # words in one sentence; nobody reads a longer one to its end
_PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
_END = re.compile(r"(?<=[.?!:])\s+")


def sentences() -> list[list[str]]:
    """Every sentence of the catalogue as words; a label without a verb or an end is no sentence."""
    texts = {_PLACE.sub("woord", " ".join(text.split())) for pair in wording() for text in pair}
    found = [one.split() for text in texts for one in _END.split(text) if one.endswith((".", "?", "!"))]
    return [words for words in found if len(words) > 1]


def test_sentences_have_at_most_fifteen_words_on_average() -> None:
    lengths = [len(words) for words in sentences()]
    assert len(lengths) > 1000
    assert sum(lengths) / len(lengths) <= MOST


def test_no_sentence_is_endless() -> None:
    assert [" ".join(words) for words in sentences() if len(words) > LONGEST] == []
