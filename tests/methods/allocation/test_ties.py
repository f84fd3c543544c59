"""Who goes first when plans are exactly equal, and how often that happened."""

from __future__ import annotations

from hashlib import sha256

from middenstip.methods.allocation import Rules, count

from .elections import small


def test_the_lower_price_goes_first() -> None:
    result = count(small({"a": 6, "b": 5}, 10, ["ab"]), Rules("greedy"))
    assert result.winners == ("b",)
    assert result.ties == {"cost": 1, "votes": 0, "lot": 0}


def test_then_more_votes() -> None:
    election = small({"a": 5, "b": 5, "c": 5}, 10, ["a b1", "b1 a"], "ordinal")
    assert count(election, Rules("greedy", by="votes")).ties["lot"] == 1
    shares = small({"a": 10, "b": 10}, 10, ["a1 b1", "b1 a1", "b0"], "cumulative")
    assert count(shares, Rules("mes", completion="add1", satisfaction="cardinality")).ties["lot"] == 1


def test_then_the_published_lot_which_anyone_can_redraw() -> None:
    election = small({"a": 10, "b": 10}, 10, ["ab"])
    for sentence in ("Dorpsfeest 2026", "Buurtfeest 2026", "Wijkfeest"):
        draws = [sha256(f"{sentence}\n{place}".encode()).hexdigest() for place in (1, 2)]
        expected = "a" if draws[0] < draws[1] else "b"
        for rule in ("greedy", "mes", "phragmen"):
            result = count(election, Rules(rule, lot=sentence))
            assert result.winners == (expected,)
            assert result.ties == {"cost": 0, "votes": 0, "lot": 1}


def test_without_a_published_sentence_the_outcome_says_so() -> None:
    result = count(small({"a": 10, "b": 10}, 10, ["ab"]), Rules("greedy"))
    assert "Let op: er was geen zin voor de loting bekendgemaakt." in result.sentences


def test_lexico_reads_numbers_as_text_like_other_software() -> None:
    election = small({"9": 10, "8": 10}, 10, ["98"])
    result = count(election, Rules("greedy", ties="lexico"))
    assert (result.winners, result.ties) == (("8",), {"lexico": 1})
