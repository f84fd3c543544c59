"""Guessing what an idea is about from its own words. No query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from middenstip.domain.initiatives.models import PLAIN_THEMES, PlainTheme
from middenstip.kernel import typed

MOST_GUESSED = 2  # a guess of everything helps nobody
INSIDE = 5  # a stem of this length also counts inside a longer word: *moestuinvereniging*


def guessed_themes(text: str) -> list[str]:
    """The slugs of the themes that this text seems to be about, the likeliest first; none is a good answer.

    Each different word counts once per theme, so that a word that is repeated does not outweigh the rest.
    """
    words = set(typed.searchable(text).split())
    points = Counter({theme.slug: _hits(words, theme) for theme in PLAIN_THEMES})
    return [slug for slug, hits in points.most_common(MOST_GUESSED) if hits]


def _hits(words: Iterable[str], theme: PlainTheme) -> int:
    return sum(any(_fits(word, stem) for stem in theme.stems) for word in words)


def _fits(word: str, stem: str) -> bool:
    return word.startswith(stem) if len(stem) < INSIDE else stem in word
