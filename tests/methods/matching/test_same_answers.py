"""The same ten answers, whatever the database and whatever happened to it before."""

import random

import pytest

from middenstip.methods.matching import Index, Near

from .conftest import KINDS, POSTGRES, opened, rows
from .letters import Letters

TEXTS = {str(row["id"]): str(row["text"]) for row in rows("texts")}


def filled(database: str) -> Index:
    index = Index(opened(database), Letters())
    for key, text in TEXTS.items():
        index.put(key, key[:2], text)
    return index


def filled_with_detours() -> Index:
    """The same texts, but half of them were another text first, and others came and went."""
    index = Index(opened("sqlite"), Letters())
    for number, (key, text) in enumerate(TEXTS.items()):
        index.put(key, key[:2], text[::-1] if number % 2 else text)
        index.put("gone", "zz", text)
    index.encode()
    index.drop("gone")
    for key, text in TEXTS.items():
        index.put(key, key[:2], text)
    index.rebuild()
    return index


def queries() -> list[str]:
    """Return 500 queries: our own, parts of texts, and parts with a letter lost."""
    chance = random.Random(2026)
    found = [str(row["text"]) for kind in KINDS for row in rows(kind)]
    while len(found) < 500:
        words = chance.choice(list(TEXTS.values())).split()
        start = chance.randrange(len(words))
        part = " ".join(words[start : start + chance.randint(1, 12)])
        lost = chance.randrange(len(part))
        found.append(part if len(found) % 2 else part[:lost] + part[lost + 1 :])
    return found


def answers(index: Index, asked: list[str]) -> list[list[Near]]:
    return [index.near(query, purpose="question") for query in asked]


def test_a_rebuilt_index_does_not_remember_what_happened_to_it() -> None:
    asked = queries()[::5]
    assert answers(filled("sqlite"), asked) == answers(filled_with_detours(), asked)


@pytest.mark.skipif(not POSTGRES, reason="DATABASE_URL names no PostgreSQL to compare with")
def test_five_hundred_queries_have_the_same_ten_answers_on_postgresql() -> None:
    asked = queries()
    assert answers(filled("sqlite"), asked) == answers(filled("postgres"), asked)
