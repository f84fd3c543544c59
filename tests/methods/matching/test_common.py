"""Words that stand in very many texts are looked up in the newest alone; rare ones everywhere."""

from middenstip.methods.matching.plan import READ, _since


def test_rare_words_are_looked_up_everywhere() -> None:
    assert _since({"molen": 12, "park": 900}, 1, 100_000) == {}
    assert _since({}, 0, 0) == {}


def test_common_words_share_one_beginning_and_cost_what_may_be_read() -> None:
    since = _since({"molen": 12, "boom": 30_000, "school": 20_000}, 1, 100_000)
    assert set(since) == {"boom", "school"}
    assert since["boom"] == since["school"] == 92_001
    assert (100_000 - since["boom"] + 1) * 50_000 // 100_000 == READ


def test_with_few_texts_common_words_are_looked_up_everywhere_too() -> None:
    assert _since({"een": 9_000, "man": 4_000}, 1, 10_000) == {}
    assert set(_since({"een": 9_000, "man": 4_000}, 1, 100_000)) == {"een", "man"}
