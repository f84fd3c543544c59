"""A draw that anybody can do again: an example by hand, and promises that hold for every list."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from middenstip.methods.lots import HALVES, InputError, Ticket, called, check, draw, mark, seal, spoken

LISTS = some.dictionaries(
    some.text("abcdefghjkmnpqrstvwxyz23456789", min_size=1, max_size=6), some.sampled_from(HALVES)
).map(lambda found: [Ticket(number, half) for number, half in found.items()])
PLACES = some.dictionaries(some.sampled_from(HALVES), some.integers(0, 9))
WORDS = some.text(max_size=20)


def test_an_example_by_hand() -> None:
    tickets = [Ticket(number, "bewoners") for number in ("k7", "m2", "p9")]
    by_hand = sorted(
        ("k7", "m2", "p9"), key=lambda number: hashlib.sha256(f"geheim:zeven:{number}".encode()).digest()
    )
    assert draw("geheim", " Zeven ", tickets)["bewoners"] == by_hand
    assert seal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-4
    assert mark(tickets) == hashlib.sha256(b"k7;bewoners\nm2;bewoners\np9;bewoners").hexdigest()


def test_who_is_out_makes_room_for_the_next_of_the_same_half() -> None:
    order = {"bewoners": ["a", "b", "c"], "overheid": ["d"]}
    places = {"bewoners": 2, "overheid": 2, "ondernemers": 1}
    assert called(order, places) == ["a", "b", "d"]
    assert called(order, places, {"a"}) == ["b", "c", "d"]
    assert called(order, places, {"a", "b", "d"}) == ["c"]


def test_a_list_with_a_number_twice_or_another_half_is_refused() -> None:
    with pytest.raises(InputError, match="twee keer"):
        check([Ticket("a", "bewoners"), Ticket("a", "overheid")])
    with pytest.raises(InputError, match="geen helft"):
        draw("g", "w", [Ticket("a", "derden")])


@given(LISTS, WORDS, WORDS, some.randoms(use_true_random=False))
def test_the_order_of_the_list_makes_no_difference(tickets, secret, word, random) -> None:
    mixed = list(tickets)
    random.shuffle(mixed)
    assert draw(secret, word, mixed) == draw(secret, word, tickets)
    assert mark(mixed) == mark(tickets)


@given(LISTS, WORDS, WORDS)
def test_everybody_stands_once_in_the_order_of_their_half(tickets, secret, word) -> None:
    order = draw(secret, word, tickets)
    assert list(order) == list(HALVES)
    for half, numbers in order.items():
        assert sorted(numbers) == sorted(one.number for one in tickets if one.half == half)


@given(LISTS, WORDS, PLACES, some.data())
def test_no_half_gets_more_than_its_places_and_nobody_who_is_out(tickets, secret, places, data) -> None:
    order = draw(secret, "zeven", tickets)
    numbers = [one.number for one in tickets]
    out = data.draw(some.sets(some.sampled_from(numbers))) if numbers else set()
    asked = called(order, places, out)
    assert len(set(asked)) == len(asked)
    assert not set(asked) & out
    for half in HALVES:
        left = [number for number in order[half] if number not in out]
        assert len(set(asked) & set(order[half])) == min(places.get(half, 0), len(left))


@given(LISTS, PLACES, some.data())
def test_one_who_drops_out_changes_only_their_own_place(tickets, places, data) -> None:
    order = draw("geheim", "zeven", tickets)
    asked = called(order, places)
    if asked:
        gone = data.draw(some.sampled_from(asked))
        after = called(order, places, {gone})
        assert set(asked) - {gone} <= set(after)
        assert len(set(after) - set(asked)) <= 1


@given(WORDS)
def test_spelling_of_the_word_makes_no_difference(word) -> None:
    assert spoken(f"  {word} ") == spoken(spoken(word))
