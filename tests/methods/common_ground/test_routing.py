"""Who is asked what next."""

import numpy as np
import pytest

from middenstip.methods.common_ground import collect, next_statement
from middenstip.methods.common_ground.counts import Counts
from middenstip.methods.common_ground.routing import draw, weights

HALVES = {f"{half[0]}{n}": half for half in ("bewoners", "overheid", "zaken") for n in range(20)}


def rows(statement: str, half: str, agree: int, disagree: int):
    opinions = [1] * agree + [-1] * disagree
    return [(f"{half}{number}", statement, vote) for number, vote in enumerate(opinions)]


def test_what_a_half_surely_refuses_is_hardly_asked():
    nobody = np.zeros((3, 2), dtype=np.int64)
    refusing = Counts(np.array([[9, 0], [0, 9], [0, 0]]), np.array([[0, 9], [9, 0], [0, 0]]), nobody)
    refused = weights(refusing, 2)
    fresh = weights(Counts(nobody, nobody, nobody), 2)
    assert (refused < fresh / 100).all()


def test_what_two_halves_share_is_asked_before_what_one_half_shares():
    agree = np.array([[9, 9, 9], [9, 5, 1], [0, 0, 0]])
    shared, doubted, refused = weights(Counts(agree, agree[0] - agree, 0 * agree), 2)
    assert shared > 2 * doubted > 20 * refused


def test_what_thousands_refuse_is_still_asked_when_nothing_else_is_left():
    no = np.full((3, 1), 10**6)
    assert weights(Counts(0 * no, no, 0 * no), 0).all()


def test_own_half_is_asked_first_what_it_has_seen_least():
    votes = collect([*rows("oud", "b", 15, 0), *rows("nieuw", "o", 15, 0)])
    asked = [next_statement(votes, HALVES, "b19", lot) for lot in np.linspace(0, 0.99, 50)]
    assert asked.count("nieuw") > 3 * asked.count("oud")


def test_nobody_is_asked_twice():
    votes = collect([("b1", "s1", 1), ("b2", "s2", 1)])
    assert {next_statement(votes, HALVES, "b1", lot) for lot in (0, 0.5, 0.99)} == {"s2"}
    assert next_statement(collect([("b1", "s1", 1)]), HALVES, "b1", 0.5) is None


def test_equal_lots_ask_the_same():
    votes = collect([("b1", f"s{n}", 1) for n in range(9)])
    assert len({next_statement(votes, HALVES, "o3", 0.7) for _ in range(5)}) == 1


def test_person_without_a_half_cannot_be_routed():
    with pytest.raises(KeyError):
        next_statement(collect([("b1", "s1", 1)]), HALVES, "vreemd", 0.1)


def test_draw_follows_the_weights():
    weight = np.array([1.0, 0.0, 3.0])
    assert np.bincount([draw(weight, lot) for lot in np.arange(0, 1, 0.01)]).tolist() == [25, 0, 75]
