"""Finding case studies by words: the only file of this room that uses `methods.matching`."""

from __future__ import annotations

from functools import cache

from django.db import connection

from middenstip.domain.learning.lifecycle import FOUND_BY
from middenstip.domain.learning.models import CaseStudy
from middenstip.methods.matching import Index
from middenstip.methods.matching.dutch import clean, words
from middenstip.methods.matching.plan import SPELLED

KIND = "casus"
FAR = 1 / 3  # of the best score: what is lower, and shares fewer words, shares only some letters
ENOUGH = 2


def find(text: str, limit: int) -> list[int]:
    """Keys of published case studies that are like `text`, the best first. At most two queries."""
    asked = list(dict.fromkeys(words(clean(text))))[:SPELLED]
    if not asked:
        return []
    found = _index().near(" ".join(asked), {KIND}, limit)
    best = found[0].score if found else 0
    like = [near for near in found if near.score >= FAR * best or len(near.shared) >= ENOUGH]
    return [int(near.key.partition(":")[2]) for near in like]


def keep(study: CaseStudy) -> None:
    """Add the words of a published case study; call it again when they change."""
    texts = (getattr(study, name) for name in FOUND_BY)
    _index().put(f"{KIND}:{study.pk}", KIND, "\n".join(text for text in texts if text))


def forget(pk: int) -> None:
    """Remove a case study and all its words."""
    _index().drop(f"{KIND}:{pk}")


def known() -> set[int]:
    """Keys of all case studies in the index."""
    return {int(key.partition(":")[2]) for key in _index().keys(KIND)}


@cache
def _index() -> Index:
    return Index(connection, is_made=True)
