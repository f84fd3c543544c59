"""The index by its promises: what is put in can be found, what is dropped is gone."""

import math
import sqlite3

import pytest

from middenstip.methods.matching import Index, Key, Near, create, drop_tables
from middenstip.methods.matching.base import Base, Connection
from middenstip.methods.matching.plan import plan
from middenstip.methods.matching.score import idf

from .letters import Letters


def keys(near: list[Near]) -> list[str]:
    return [text.key for text in near]


@pytest.fixture
def street(index: Index) -> Index:
    """A street with an initiative, an offer and a question."""
    index.put("i1", "initiatief", "Een nieuwe speeltuin voor kleuters in het Kerkepark.")
    index.put("a1", "aanbod", "Timmerman bouwt mee aan je speeltuin of schuur.")
    index.put("v1", "vraag", "Wie helpt met een fietsenstalling bij het station?")
    index.put("v2", "vraag", "Hoe vraag ik een vergunning aan voor een straatfeest?")
    return index


def test_the_nearest_comes_first_with_the_words_as_written(street: Index) -> None:
    near = street.near("SPEELTUINEN voor een kleuter")
    assert (near[0].key, near[0].shared) == ("i1", ("speeltuin", "kleuters"))
    assert near[0].score > near[1].score


def test_the_keys_of_a_kind_come_in_order(street: Index) -> None:
    assert street.keys("vraag") == ["v1", "v2"]
    street.drop("v1")
    assert (street.keys("vraag"), street.keys("goal")) == (["v2"], [])


def test_only_the_kinds_that_are_asked(street: Index) -> None:
    assert keys(street.near("speeltuin", {"aanbod"})) == ["a1"]
    assert keys(street.near("speeltuin", "aanbod")) == ["a1"]
    assert street.near("speeltuin", {"goal"}) == []
    assert street.near("speeltuin", ()) == []


def test_a_key_asks_what_resembles_that_text_and_leaves_it_out(street: Index) -> None:
    assert keys(street.near(Key("i1"), {"initiatief", "aanbod"})) == ["a1"]


def test_an_unknown_key_is_an_error_a_person_can_read(street: Index) -> None:
    with pytest.raises(LookupError, match="no text with key 'x9'"):
        street.near(Key("x9"))


def test_limit(street: Index) -> None:
    assert len(street.near("een speeltuin", limit=1)) == 1
    assert street.near("een speeltuin", limit=0) == []


def test_a_typo_still_finds_it(street: Index) -> None:
    assert keys(street.near("fietsenstaling"))[0] == "v1"
    assert keys(street.near("vergunnig"))[0] == "v2"


def test_a_part_of_a_compound_finds_the_whole_and_the_whole_its_part(street: Index) -> None:
    assert keys(street.near("fietsen"))[0] == "v1"
    assert keys(street.near("feestvergunning"))[0] == "v2"


def test_words_that_only_bind_count_for_half(street: Index, db: Connection) -> None:
    asked = plan(Base(db), "wie schuur")
    assert asked.stems == {"wie": idf(1, 4) // 2, "schuur": idf(1, 4)}


def test_the_letters_of_a_long_word_do_not_drown_those_of_a_short_one(street: Index, db: Connection) -> None:
    weights = dict(plan(Base(db), "wie fietsenstalling feest").grams)
    assert weights[" wie"] == round(idf(1, 4) / math.sqrt(2) / 2)  # it has 2 of them, and only binds
    assert weights["fees"] == round(idf(1, 4) / math.sqrt(4))
    assert weights["stal"] == round(idf(1, 4) / math.sqrt(14))


def test_the_same_text_again_changes_nothing(street: Index, db: Connection) -> None:
    base = Base(db)
    before = base.all("SELECT id, term, w FROM matching_posting ORDER BY id, term")
    street.put("i1", "initiatief", "Een nieuwe speeltuin voor kleuters in het Kerkepark.")
    assert base.all("SELECT id, term, w FROM matching_posting ORDER BY id, term") == before


def test_a_changed_text_is_found_by_its_new_words_only(street: Index) -> None:
    street.put("i1", "vraag", "Zonnepanelen op de sporthal")
    assert keys(street.near("zonnepaneel", {"vraag"})) == ["i1"]
    assert keys(street.near("kleuters kerkepark")) == []


def test_a_dropped_text_leaves_no_trace(street: Index, db: Connection) -> None:
    street.drop("i1")
    street.drop("never there")
    base = Base(db)
    assert keys(street.near("kleuters kerkepark")) == []
    assert base.all("SELECT df FROM matching_term WHERE term = 'kerkepark'") == [(0,)]
    assert base.all("SELECT COUNT(*) FROM matching_posting WHERE term = 'kerkepark'") == [(0,)]


def test_equally_near_texts_come_by_key(index: Index) -> None:
    for key in ("b", "c", "a"):
        index.put(key, "vraag", "Een bankje in het park.")
    assert keys(index.near("bankje")) == ["a", "b", "c"]


ODD = {
    "emoji": "😀🌳🎉",
    "one letter": "a",
    "stop words": "de het een en van",
    "arabic": "حديقة جديدة للأطفال",
    "chinese": "公园里新的游乐场" * 20,
    "20 kB": "speeltuin " * 2_000,
    "one long word": "x" * 20_000,
    "null and half a character": "hek\x00je \ud800 tuin",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_stored_found_and_dropped(index: Index, name: str) -> None:
    index.put("plain", "vraag", "Een plein met bomen en een hekje")
    index.put("odd", "vraag", ODD[name])
    near = index.near(ODD[name])
    if name != "emoji":  # no words in there: only an encoder can find it
        assert keys(near)[0] == "odd"
    assert keys(index.near(Key("odd"))) in ([], ["plain"])
    index.drop("odd")
    assert "odd" not in keys(index.near(ODD[name]))


def test_nothing_asked_nothing_found(street: Index) -> None:
    assert street.near("") == []
    assert street.near("!?") == []


def test_rebuild_gives_the_same_answers_and_forgets_lost_words(street: Index, db: Connection) -> None:
    street.drop("v2")
    before = street.near("speeltuin bij het station")
    assert street.rebuild() == 3
    assert street.near("speeltuin bij het station") == before
    assert Base(db).all("SELECT COUNT(*) FROM matching_gram WHERE word = 'straatfeest'") == [(0,)]


def test_many_texts_sharing_a_word_stay_within_the_candidates(index: Index) -> None:
    for number in range(260):
        index.put(f"k{number:03}", "vraag", f"Bankje nummer {number} in het park")
    assert keys(index.near("bankje 259", limit=300))[0] == "k259"
    assert len(index.near("bankje", limit=300)) == 200


def test_tables_come_and_go(db: Connection) -> None:
    create(db)
    create(db)
    drop_tables(db)
    Index(db).put("a", "vraag", "bankje")
    assert keys(Index(db).near("bankje")) == ["a"]


def test_only_a_cache_that_nobody_chose_is_widened() -> None:
    plain, chosen, lexical = (sqlite3.connect(":memory:") for _ in range(3))
    chosen.execute("PRAGMA cache_size = -500")
    for db, encoder in ((plain, Letters()), (chosen, Letters()), (lexical, None)):
        Index(db, encoder)
    sizes = [Base(db).all("PRAGMA cache_size") for db in (plain, chosen, lexical)]
    assert sizes == [[(-48_000,)], [(-500,)], [(-2000,)]]


def test_no_more_texts_are_compared_than_is_asked(db: Connection) -> None:
    index = Index(db)
    for number in range(30):
        index.put(f"k{number:02}", "vraag", "bankje")
    assert keys(index.near("bankje", limit=30, candidates=12)) == [f"k{number:02}" for number in range(12)]
