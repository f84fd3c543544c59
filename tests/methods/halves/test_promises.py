"""The promises of the rule, each tried on 2,000 elections."""

from dataclasses import replace
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.halves import HALVES, Rules, Tally, Vote, count_half, decide
from middenstip.methods.halves.decision import combine

RULES = Rules()
MODES = st.sampled_from(["vote", "consent"])
thorough = settings(max_examples=2000, deadline=None, derandomize=True)


def electorate(drawn: bytes) -> tuple[Tally, int]:
    """A half of up to 48 votes; every *tenzij* has its condition."""
    ja, tenzij, nee, neutraal = (byte % 13 for byte in drawn[:4])
    tally = Tally(ja, tenzij, nee, neutraal, objections=tenzij)
    return tally, max(3, tally.votes + 1 + drawn[4] % 40)


# Three halves as one string of bytes: hypothesis takes its time for every separate draw.
half = st.binary(min_size=5, max_size=5).map(electorate)
field = st.binary(min_size=15, max_size=15).map(
    lambda drawn: tuple(electorate(drawn[start : start + 5]) for start in (0, 5, 10))
)


def passes(three, mode="vote", rules=RULES) -> bool:
    halves = tuple(
        count_half(name, tally, roll, rules, mode) for name, (tally, roll) in zip(HALVES, three, strict=True)
    )
    return combine(1, halves, rules, mode).passes


def changed(three, place: int, **votes: int):
    tally, roll = three[place]
    return (*three[:place], (replace(tally, **votes), roll), *three[place + 1 :])


places = st.integers(0, 2)


@thorough
@given(field, MODES)
def test_halves_are_equal_whoever_they_are(three, mode):
    assert len({passes(order, mode) for order in permutations(three)}) == 1


@thorough
@given(field, places, st.sampled_from(["tenzij", "nee", "neutraal"]), MODES)
def test_vote_changed_to_yes_never_hurts(three, place, old, mode):
    tally = three[place][0]
    if getattr(tally, old):
        less = {old: getattr(tally, old) - 1, "objections": tally.objections - (old == "tenzij")}
        assert passes(changed(three, place, ja=tally.ja + 1, **less), mode) >= passes(three, mode)


@thorough
@given(field, places, MODES)
def test_one_more_yes_never_hurts(three, place, mode):
    more = changed(three, place, ja=three[place][0].ja + 1)
    assert passes(more, mode) >= passes(three, mode)


@thorough
@given(field, places, st.sampled_from(["tenzij", "nee"]), st.integers(0, 1), MODES)
def test_one_more_no_never_helps(three, place, kind, reasoned, mode):
    tally = three[place][0]
    more = {kind: getattr(tally, kind) + 1, "objections": tally.objections + reasoned}
    assert passes(changed(three, place, **more), mode) <= passes(three, mode)


@thorough
@given(field, places, st.integers(2, 5))
def test_size_of_a_half_does_not_matter(three, place, times):
    """Everyone in one half doubled decides the same; only a lone yes is lifted over the minimum of two."""
    tally, roll = three[place]
    copies = Tally(*(times * number for number in vars(tally).values()))
    cloned = (*three[:place], (copies, times * roll), *three[place + 1 :])
    assert passes(cloned) >= passes(three)
    if tally.ja >= RULES.quorum_minimum:
        assert passes(cloned) == passes(three)


@thorough
@given(half, st.integers(0, 10**9), st.integers(0, 10**9), MODES)
def test_no_of_one_half_is_never_overruled(small, one, other, mode):
    if not count_half("overheid", *small, RULES, mode).says_yes:
        crowds = [(Tally(ja=number), number + 3) for number in (one, other)]
        assert not passes((small, *crowds), mode)


kinds = product((1, 2, 3), HALVES, ("ja", "ja", "ja", "tenzij", "nee", "neutraal"), ("", "later"))
VOTES = {chr(ord("A") + number): Vote(*kind) for number, kind in enumerate(kinds)}


def vote_lists(longest: int):
    """Lists of votes, drawn as one text with a letter for every vote."""
    return st.text("".join(VOTES), max_size=longest).map(lambda drawn: [VOTES[letter] for letter in drawn])


@thorough
@given(vote_lists(9), MODES, st.booleans())
def test_every_matter_ends_within_three_rounds_with_one_outcome(cast, mode, new_text):
    held = sorted({vote.round for vote in cast})
    renumbered = [replace(vote, round=held.index(vote.round) + 1) for vote in cast]
    decision = decide(renumbered, dict.fromkeys(HALVES, 12), mode=mode, new_text=new_text)
    assert 1 <= len(decision.rounds) <= 3
    assert [each.passes for each in decision.rounds[:-1]] == [False] * (len(decision.rounds) - 1)
    if decision.last.passes:
        assert decision.outcome == "aangenomen"
    elif new_text or decision.last.number == 3:
        assert decision.outcome == "niet aangenomen"
    else:
        assert decision.outcome == "patstelling"


@given(vote_lists(12), st.randoms(use_true_random=False))
def test_order_of_the_list_does_not_matter(cast, random):
    first = [replace(vote, round=1) for vote in cast]
    shuffled = random.sample(first, len(first))
    roll = dict.fromkeys(HALVES, 12)
    assert decide(shuffled, roll).rounds == decide(first, roll).rounds
