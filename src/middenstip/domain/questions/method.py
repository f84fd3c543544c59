"""Finding questions by words: the only file of this room that uses `methods.matching`."""

from __future__ import annotations

from functools import cache

from django.db import connection

from middenstip.domain.questions.models import Question
from middenstip.domain.questions.selectors import texts_of
from middenstip.methods.matching import Index
from middenstip.methods.matching.dutch import clean, words
from middenstip.methods.matching.plan import SPELLED

KIND = "vraag"
FAR = 1 / 3  # of the best score: what is lower, and shares fewer words, shares only some letters
ENOUGH = 2


def find(text: str, limit: int) -> list[int]:
    """Keys of questions that are like `text`, the best first. At most two queries."""
    asked = list(dict.fromkeys(words(clean(text))))[:SPELLED]
    if not asked:
        return []
    found = _index().near(" ".join(asked), {KIND}, limit)
    best = found[0].score if found else 0
    like = [near for near in found if near.score >= FAR * best or len(near.shared) >= ENOUGH]
    return [int(near.key.partition(":")[2]) for near in like]


def keep(question: Question) -> None:
    """Add the words of a readable question and its answers; call it again when they change."""
    _index().put(f"{KIND}:{question.pk}", KIND, "\n".join(text for text in texts_of(question) if text))


def forget(pk: int) -> None:
    """Remove a question and all its words."""
    _index().drop(f"{KIND}:{pk}")


def known() -> set[int]:
    """Keys of all questions in the index."""
    return {int(key.partition(":")[2]) for key in _index().keys(KIND)}


@cache
def _index() -> Index:
    return Index(connection, is_made=True)
