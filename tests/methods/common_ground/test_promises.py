"""What must hold for every conversation, tried on generated ones."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.common_ground import Rules, analyse, collect
from middenstip.methods.common_ground.bridge import bridge
from middenstip.methods.common_ground.counts import Counts

TRIALS = 300
thorough = settings(max_examples=TRIALS, deadline=None, derandomize=True)
agreeing = st.sampled_from([0, 3, 8, 15, 20, 25, 30])  # most say yes, else three halves hardly ever agree
half = st.tuples(agreeing, st.integers(0, 8), st.integers(0, 10), st.integers(0, 20))
field = st.tuples(half, half, half)
samples = Rules(census_below=0, exact_below=10**6)
censuses = Rules(census_below=10**6, exact_below=10**6)
rules = st.sampled_from([Rules(), samples, censuses])


def measure(three, rules: Rules):
    agree, disagree, passed, unasked = (np.array(column)[:, None] for column in zip(*three, strict=True))
    return bridge(Counts(agree, disagree, passed), (agree + disagree + passed + unasked)[:, 0], rules)


def changed(three, place: int, agree: int = 0, disagree: int = 0):
    a, d, p, unasked = three[place]
    more = (a + agree, d + disagree, p, unasked - agree - disagree)
    return (*three[:place], more, *three[place + 1 :])


def test_conversations_are_not_one_sided():
    """A promise about what is certified says little when hardly anything is."""
    certified = Counter()

    @thorough
    @given(field, st.sampled_from([samples, censuses]))
    def measured(three, rules):
        certified[bool(measure(three, rules).certified[0])] += 1

    measured()
    assert certified[True] >= TRIALS / 10
    assert certified[False] >= TRIALS / 10


@thorough
@given(field, st.permutations(range(3)), rules)
def test_order_of_halves_changes_nothing(three, order, rules):
    one, other = measure(three, rules), measure([three[place] for place in order], rules)
    assert (one.score, one.certified, one.near) == (other.score, other.certified, other.near)


@thorough
@given(field, st.integers(0, 2), st.integers(2, 6), st.sampled_from([samples, censuses]))
def test_cloning_a_half_never_lowers_certification(three, place, times, rules):
    cloned = (*three[:place], tuple(times * number for number in three[place]), *three[place + 1 :])
    assert measure(cloned, rules).certified >= measure(three, rules).certified


@thorough
@given(field, st.integers(0, 2), rules)
def test_yes_never_lowers_and_no_never_raises_the_score(three, place, rules):
    before = measure(three, rules)
    if three[place][3]:  # someone in this half was not asked yet
        assert measure(changed(three, place, agree=1), rules).score >= before.score
        assert measure(changed(three, place, disagree=1), rules).score <= before.score


@thorough
@given(field, st.integers(0, 2), rules)
def test_half_without_votes_is_never_certified(three, place, rules):
    silent = (*three[:place], (0, 0, 0, three[place][3]), *three[place + 1 :])
    assert not measure(silent, rules).certified


opinion = st.sampled_from([1, 0, -1])
conversation = st.dictionaries(st.tuples(st.integers(0, 11), st.sampled_from("abc")), opinion, min_size=1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(conversation, st.randoms())
def test_order_of_votes_changes_nothing(votes, random):
    rows = [(f"p{person}", statement, vote) for (person, statement), vote in votes.items()]
    halves = {f"p{number}": "bog"[number % 3] for number in range(12)}
    one = analyse(collect(rows), halves)
    other = analyse(collect(random.sample(rows, len(rows))), halves)
    assert one.statements == other.statements
    assert (one.groups, one.stability, one.why) == (other.groups, other.stability, other.why)
    assert np.array_equal(one.space.people, other.space.people)
    assert np.array_equal(one.label, other.label)


def test_other_names_for_people_change_no_figure():
    rng = np.random.default_rng(5)
    opinions = rng.integers(-1, 2, (30, 8))
    new = rng.permutation(30)

    def named(name: Callable[[int], int]):
        votes = collect((f"p{name(p)}", f"s{s}", int(vote)) for (p, s), vote in np.ndenumerate(opinions))
        return analyse(votes, {f"p{name(p)}": "bog"[p % 3] for p in range(30)})

    one, other = named(int), named(lambda p: int(new[p]))
    assert one.statements == other.statements
    places = dict(zip(other.votes.people, other.space.people, strict=True))
    moved = [places[f"p{new[int(name[1:])]}"] for name in one.votes.people]
    assert np.allclose(one.space.people, moved)


def test_rules_travel_with_the_result():
    rules = replace(Rules(), least_votes=3)
    assert analyse(collect([("ann", "s", 1)]), rules=rules).rules == rules
