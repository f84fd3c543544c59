"""Nobody ever sees a text outside `among`, by words or by vectors."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.matching import Along, Among, Index, Key

from .conftest import POSTGRES, opened
from .letters import Letters

WORDS = st.sampled_from(["speeltuin", "fiets", "boom", "feest", "de", "straat", "buren", "zon"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12)


@pytest.mark.parametrize("database", ["sqlite", *(["postgres"] if POSTGRES else [])])
@pytest.mark.parametrize("encoder", [None, Letters()], ids=["words", "vectors"])
def test_no_text_outside_among_ever_appears(database: str, encoder: Letters | None) -> None:
    db = opened(database)
    index = Index(db, encoder)
    mark = index._base.mark

    @settings(max_examples=40, deadline=None)
    @given(TEXTS, st.data())
    def holds(texts: list[str], data: st.DataObject) -> None:
        for number, text in enumerate(texts):
            index.put(f"k{number}", f"kind{number % 3}", text)
        names = [f"k{number}" for number in range(len(texts))]
        allowed = set(data.draw(st.lists(st.sampled_from(names), max_size=len(names))))
        kinds = data.draw(st.none() | st.sets(st.sampled_from(["kind0", "kind1", "kind2"]), min_size=1))
        marks = ", ".join([f"CAST({mark} AS TEXT)"] * len(allowed)) or "''"
        among = Among(f"SELECT key FROM matching_text WHERE key IN ({marks})", sorted(allowed))
        may = {k for n, k in enumerate(names) if k in allowed and (kinds is None or f"kind{n % 3}" in kinds)}
        for asked in (data.draw(WORDS), Key(data.draw(st.sampled_from(names)))):
            found = {near.key for near in index.near(asked, kinds, 20, among)}
            assert found <= may
            if encoder:  # every text that may be seen has a vector, so all of them come
                assert found == may - ({asked} if isinstance(asked, Key) else set())
        for name in names:
            index.drop(name)

    holds()
    db.close()  # type: ignore[attr-defined]


def test_among_can_be_plain_sql() -> None:
    index = Index(opened("sqlite"))
    index.put("a", "vraag", "bankje")
    index.put("b", "vraag", "bankje")
    assert [near.key for near in index.near("bankje", None, 10, "SELECT 'b'")] == ["b"]
    assert [near.key for near in index.near("bankje", None, 10, ("SELECT ?", ["a"]))] == ["a"]


@pytest.mark.parametrize("database", ["sqlite", *(["postgres"] if POSTGRES else [])])
@pytest.mark.parametrize("encoder", [None, Letters()], ids=["words", "vectors"])
def test_among_can_be_asked_of_each_text(database: str, encoder: Letters | None) -> None:
    index = Index(opened(database), encoder)
    for key in ("a1", "b1", "a2"):
        index.put(key, "vraag", f"bankje {key}")
    mine = "SELECT t.key WHERE SUBSTR(t.key, 1, 1) = 'a'"
    assert sorted(near.key for near in index.near("bankje", None, 10, mine)) == ["a1", "a2"]


@pytest.mark.parametrize("database", ["sqlite", *(["postgres"] if POSTGRES else [])])
@pytest.mark.parametrize("encoder", [None, Letters()], ids=["words", "vectors"])
def test_a_value_of_yours_comes_along_with_each_text(database: str, encoder: Letters | None) -> None:
    """Also with a text that only the vectors bring; without a question for it there is none."""
    index = Index(opened(database), encoder)
    index.put("a1", "vraag", "bankje in de zon")
    index.put("b1", "vraag", "knabje")
    along = Along(f"SELECT CAST({index._base.mark} AS TEXT) || t.key", ["van "])
    among = Among(f"SELECT CAST({index._base.mark} AS TEXT) UNION SELECT 'a1'", ["b1"])
    found = {near.key: near.along for near in index.near("bankje", {"vraag"}, 10, among, along=along)}
    assert found == {"a1": "van a1"} | ({"b1": "van b1"} if encoder else {})
    assert {near.along for near in index.near("bankje")} == {None}


def test_an_index_that_was_made_before_is_not_made_again() -> None:
    db = opened("sqlite")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        Index(db, is_made=True).near("bankje")
    Index(db).put("a", "vraag", "bankje")
    assert [near.key for near in Index(db, is_made=True).near("bankje")] == ["a"]
