"""Vectors are kept in blocks of whole numbers, and follow the texts."""

import numpy as np

from middenstip.methods.matching import EncoderUnavailable, Index, Key
from middenstip.methods.matching.base import Base, Connection
from middenstip.methods.matching.vectors import FINE, SCALE, Scores, scores, whole
from middenstip.methods.matching.visible import Visible

from .letters import Letters

EVERYONE = Visible(None, None)


def many(index: Index, count: int) -> None:
    for number in range(count):
        index.put(
            f"k{number:04}", f"kind{number % 2}", f"tekst {number} {chr(97 + number % 26) * (number % 7)}"
        )


def test_whole_numbers_keep_the_cosine_within_a_thousandth(db: Connection) -> None:
    chance = np.random.default_rng(1)
    vectors = chance.normal(size=(300, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)

    class Fixed(Letters):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            return vectors[[int(text) for text in texts]]

    index = Index(db, Fixed())
    for number in range(300):
        index.put(str(number), "vraag", str(number))
    assert index.encode() == 300
    found = scores(Base(db), "letters", vectors[0], EVERYONE)
    cosines = found.cosines / (SCALE * FINE)
    assert np.abs(cosines - vectors @ vectors[0]).max() < 0.003
    assert found.cosines[7] == whole(vectors[7]).astype(np.int64) @ np.rint(vectors[0] * FINE).astype(
        np.int64
    )


def test_the_best_are_ordered_and_ties_come_by_id() -> None:
    found = Scores(np.array([4, 3, 2, 1]), np.array([5, 9, 5, 5], np.float32))
    assert found.best(2) == [3, 1]
    assert found.best(9) == [3, 1, 2, 4]
    assert found.of({4, 3, 8}) == {4: 5.0, 3: 9.0}


def test_each_text_has_one_vector_through_all_changes(db: Connection) -> None:
    index = Index(db, Letters())
    many(index, 600)
    assert index.encode(limit=100) == 100
    assert index.encode() == 500
    many(index, 30)
    index.put("k0000", "kind1", "anders")
    index.drop("k0002")
    assert index.encode() == 1
    found = scores(Base(db), "letters", Letters().queries(["x"])[0], EVERYONE)
    assert sorted(found.ids.tolist()) == sorted(i for (i,) in Base(db).all("SELECT id FROM matching_text"))
    assert len(scores(Base(db), "letters", Letters().queries(["x"])[0], Visible(("kind1",), None)).ids) == 301


def test_a_block_that_lost_its_last_text_gives_nothing(db: Connection) -> None:
    index = Index(db, Letters())
    index.put("a", "vraag", "aap")
    index.encode()
    index.drop("a")
    assert index.near("aap") == []
    index.put("b", "vraag", "beer")
    assert [near.key for near in index.near("qq")] == ["b"]


def test_the_cosine_is_the_same_in_every_answer(db: Connection) -> None:
    index = Index(db, Letters())
    index.put("a", "vraag", "boom")
    index.put("b", "vraag", "zee")
    first = index.near("moob", limit=1)[0]
    tree, sea = index.near("moob", {"vraag"})
    assert (first.key, first.cosine) == (tree.key, tree.cosine)
    assert (tree.cosine or 0) > (sea.cosine or 0) > 0
    assert Index(db).near("boom")[0].cosine is None


def test_another_encoder_reads_every_text_again(db: Connection) -> None:
    old = Index(db, Letters())
    many(old, 5)
    old.encode()
    encoder = Letters("newer letters")
    assert Index(db, encoder).encode() == 5
    assert len(encoder.read[1:]) == 5  # after one word to see whether it works
    assert len(scores(Base(db), "letters", encoder.queries(["x"])[0], EVERYONE).ids) == 0


class Broken(Letters):
    def passages(self, texts):  # type: ignore[no-untyped-def]
        raise EncoderUnavailable("broken: no power")


def test_a_broken_encoder_never_costs_the_vectors_of_another(db: Connection) -> None:
    index = Index(db, Letters())
    many(index, 3)
    index.encode()
    broken = Index(db, Broken("broken"))
    assert broken.encode() == 0
    assert broken.note == "Going on with words alone: broken: no power"
    Index(db).rebuild()
    assert len(scores(Base(db), "letters", Letters().queries(["x"])[0], EVERYONE).ids) == 3


def test_a_search_that_may_not_write_goes_on_with_the_vectors_there_are(db: Connection) -> None:
    index = Index(db, encoder := Letters(), catch_up=False)
    index.put("a", "vraag", "boom")
    assert index.near("moob") == []
    assert encoder.read == []
    index.encode()
    assert [near.key for near in index.near("moob")] == ["a"]


def test_a_text_that_changes_while_it_is_read_waits_for_its_next_turn(db: Connection) -> None:
    index = Index(db)

    class Slow(Letters):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            if "oud" in texts:
                index.put("a", "vraag", "nieuw")
            return super().passages(texts)

    index.put("a", "vraag", "oud")
    index.put("b", "vraag", "blijft")
    helped = Index(db, Slow())
    assert helped.encode() == 1
    assert helped.encode() == 1
    assert helped.encode() == 0


def test_rebuild_makes_the_vectors_anew(db: Connection) -> None:
    index = Index(db, encoder := Letters())
    many(index, 3)
    before = index.near(Key("k0001"))
    assert index.rebuild() == 3
    assert len(encoder.read) == 6
    assert index.near(Key("k0001")) == before
