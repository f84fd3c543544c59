"""The promises of the rule, each tried on 2,000 elections: a hundred draws of twenty."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.halves import HALVES, Rules, Tally, Vote, count_half, decide
from middenstip.methods.halves.decision import combine

RULES = Rules()
ELECTIONS = 2000
TOGETHER = 20  # in one draw: hypothesis takes longer to draw than we to count
BYTES = 64  # as many dice as one election may throw


class Dice:
    """Everything a test wants to have drawn for one election, out of one string of bytes."""

    def __init__(self, drawn: bytes) -> None:
        self._left = iter(drawn)

    def below(self, limit: int) -> int:
        return next(self._left) % limit

    def one_of(self, *options):
        return options[self.below(len(options))]

    def mode(self) -> str:
        return self.one_of("vote", "consent")

    def half(self) -> tuple[Tally, int]:
        """A half of up to 34 votes, and its roll; every *tenzij* has its condition. Most say ja, barely."""
        ja, tenzij, nee, neutraal = 1 + self.below(14), self.below(5), self.below(6), self.below(10)
        tally = Tally(ja, tenzij, nee, neutraal, objections=tenzij)
        return tally, max(3, tally.votes + 1 + self.below(20))

    def field(self) -> tuple[tuple[Tally, int], ...]:
        return (self.half(), self.half(), self.half())

    def votes(self, most: int) -> list[Vote]:
        return [
            Vote(
                self.one_of(1, 2, 3),
                self.one_of(*HALVES),
                self.one_of("ja", "ja", "ja", "ja", "ja", "tenzij", "nee", "neutraal"),
                self.one_of("", "later"),
            )
            for _ in range(self.below(most + 1))
        ]


def tried(promise: Callable[[Dice], None]) -> Callable[[], None]:
    """Try a promise on all elections."""

    @settings(max_examples=ELECTIONS // TOGETHER, deadline=None, derandomize=True)
    @given(st.binary(min_size=TOGETHER * BYTES, max_size=TOGETHER * BYTES))
    def trial(drawn: bytes) -> None:
        for start in range(0, len(drawn), BYTES):
            promise(Dice(drawn[start : start + BYTES]))

    @wraps(promise, assigned=("__name__", "__doc__"), updated=())
    def test() -> None:
        trial()

    del test.__wrapped__  # pytest would look for a fixture called `dice`
    return test


def passes(three, mode="vote", rules=RULES) -> bool:
    halves = tuple(
        count_half(name, tally, roll, rules, mode) for name, (tally, roll) in zip(HALVES, three, strict=True)
    )
    return combine(1, halves, rules, mode).passes


def changed(three, place: int, **votes: int):
    tally, roll = three[place]
    return (*three[:place], (replace(tally, **votes), roll), *three[place + 1 :])


def test_trials_are_not_one_sided() -> None:
    """A promise about ja and nee says little on elections that nearly all end the same."""
    ended = Counter()

    @tried
    def count(dice):
        ended[passes(dice.field(), dice.mode())] += 1

    count()
    assert ended[True] >= ELECTIONS // 10
    assert ended[False] >= ELECTIONS // 10


@tried
def test_halves_are_equal_whoever_they_are(dice):
    three, mode = dice.field(), dice.mode()
    assert len({passes(order, mode) for order in permutations(three)}) == 1


@tried
def test_vote_changed_to_yes_never_hurts(dice):
    three, place, mode = dice.field(), dice.below(3), dice.mode()
    old = dice.one_of("tenzij", "nee", "neutraal")
    tally = three[place][0]
    if getattr(tally, old):
        less = {old: getattr(tally, old) - 1, "objections": tally.objections - (old == "tenzij")}
        assert passes(changed(three, place, ja=tally.ja + 1, **less), mode) >= passes(three, mode)


@tried
def test_one_more_yes_never_hurts(dice):
    three, place, mode = dice.field(), dice.below(3), dice.mode()
    more = changed(three, place, ja=three[place][0].ja + 1)
    assert passes(more, mode) >= passes(three, mode)


@tried
def test_one_more_no_never_helps(dice):
    three, place, mode = dice.field(), dice.below(3), dice.mode()
    kind, reasoned = dice.one_of("tenzij", "nee"), dice.below(2)
    tally = three[place][0]
    more = {kind: getattr(tally, kind) + 1, "objections": tally.objections + reasoned}
    assert passes(changed(three, place, **more), mode) <= passes(three, mode)


@tried
def test_size_of_a_half_does_not_matter(dice):
    """Everyone in one half doubled decides the same; only a lone yes is lifted over the minimum of two."""
    three, place, times = dice.field(), dice.below(3), 2 + dice.below(4)
    tally, roll = three[place]
    copies = Tally(*(times * number for number in vars(tally).values()))
    cloned = (*three[:place], (copies, times * roll), *three[place + 1 :])
    assert passes(cloned) >= passes(three)
    if tally.ja >= RULES.quorum_minimum:
        assert passes(cloned) == passes(three)


@tried
def test_no_of_one_half_is_never_overruled(dice):
    small, mode = dice.half(), dice.mode()
    if not count_half("overheid", *small, RULES, mode).says_yes:
        crowds = [(Tally(ja=number), number + 3) for number in (10 ** dice.below(10), 10 ** dice.below(10))]
        assert not passes((small, *crowds), mode)


@tried
def test_every_matter_ends_within_three_rounds_with_one_outcome(dice):
    cast, mode, new_text = dice.votes(12), dice.mode(), dice.one_of(False, True)
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


@tried
def test_order_of_the_list_does_not_matter(dice):
    first = [replace(vote, round=1) for vote in dice.votes(12)]
    shuffled = sorted(first, key=lambda _: dice.below(256))
    roll = dict.fromkeys(HALVES, 12)
    assert decide(shuffled, roll).rounds == decide(first, roll).rounds
