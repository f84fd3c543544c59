"""A word with one mistake is found; texts without a vector do not vanish."""

from __future__ import annotations

import random
import sqlite3

from middenstip.methods.matching import Index
from middenstip.methods.matching.edits import is_one_off, rests
from middenstip.methods.matching.index import totals
from middenstip.methods.matching.plan import Plan
from middenstip.methods.matching.postings import Found
from tests.methods.matching.letters import Letters

PARTS = (
    "boom",
    "tuin",
    "straat",
    "fiets",
    "water",
    "school",
    "zon",
    "wind",
    "dorp",
    "plein",
    "speel",
    "buurt",
)
ENDS = ("pad", "huis", "plek", "groep", "weg", "dak", "kast", "feest", "markt", "club", "brug", "veld")
NAMES = (
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Dekker",
)
SHORT = (
    "appels",
    "lamp",
    "ladder",
    "koffie",
    "tegel",
    "zaden",
    "kraan",
    "verf",
    "hout",
    "grond",
    "mest",
    "gras",
)


def mistakes(word: str, draw: random.Random) -> list[str]:
    """One of each kind: swapped, left out, doubled, another letter."""
    at = draw.randrange(len(word) - 1)
    other = draw.choice("abcdefghijklmnoprstuvwz".replace(word[at], ""))
    return [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + other + word[at + 1 :],
    ]


def test_a_word_with_one_mistake_is_among_the_first_ten() -> None:
    draw = random.Random(7)
    words = [a + b for a in PARTS for b in ENDS] + [name.lower() for name in NAMES] + list(SHORT)
    index = Index(sqlite3.connect(":memory:"))
    for number, word in enumerate(words):
        others = " ".join(draw.sample(words, 6))
        index.put(f"t{number:03}", "idee", f"Wij willen iets met {word} doen, naast {others}.")
    asked = found = 0
    for word in draw.sample([word for word in words if 5 <= len(word) <= 12], 60):
        holds = {key for key, body in _bodies(index) if word in body.split() or f"{word}," in body}
        for wrong in mistakes(word, draw):
            if wrong == word:
                continue
            near = {one.key for one in index.near(wrong, why=False)}
            asked += 1
            found += bool(near & holds)
    assert asked > 150
    assert found / asked >= 0.95


def _bodies(index: Index) -> list[tuple[str, str]]:
    sql = "SELECT t.key, b.body FROM matching_text t JOIN matching_body b ON b.id = t.id"
    return [(key, body.replace(".", "")) for key, body in index._base.all(sql)]


def test_a_mistake_in_a_short_word_or_a_name_finds_it_first() -> None:
    index = Index(sqlite3.connect(":memory:"))
    for key, text in {
        "a": "Een ladder te leen",
        "b": "Vraag het Jansen",
        "c": "Op de kaart",
        "d": "Samen",
    }.items():
        index.put(key, "idee", text)
    for wrong, right in {
        "laddre": "a",
        "lader": "a",
        "janssen": "b",
        "jnasen": "b",
        "kart": "c",
        "kaarr": "c",
    }.items():
        assert [one.key for one in index.near(wrong)][:1] == [right]
    assert index.near("xxxx") == []
    assert index.near("qwrtypsd") == []


def test_one_mistake_is_one_mistake() -> None:
    for wrong in ("tuni", "tun", "tuiin", "tuan", "utin", "tuinx", "xtuin", "uin"):
        assert is_one_off("tuin", wrong)
        assert is_one_off(wrong, "tuin")
        assert set(rests("tuin")) & set(rests(wrong)) or len(wrong) < 4
    for other in ("toon", "tuinen", "nuit", "tinu"):
        assert not is_one_off("tuin", other)


def test_a_text_without_a_vector_counts_by_its_words() -> None:
    found = {1: Found(900, "a", "fiets", None), 2: Found(0, "b", "auto", None)}
    how = Plan({"fiets": 1000}, {}, {}, (("fiet", 1000),))
    total = totals(how, found, {2: 80}, 6.0)
    assert total[1] > total[2]
    index = Index(sqlite3.connect(":memory:"), Letters(), catch_up=False)
    index.put("old", "idee", "Een boek over bijen.")
    index.encode()
    index.put("new", "idee", "Een aanhanger te leen.")
    assert [one.key for one in index.near("aanhanger")][:1] == ["new"]
