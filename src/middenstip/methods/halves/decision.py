"""The decision: three halves, at most three rounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .ballots import HALVES, Vote, check_roll, check_votes, tally
from .conditions import Condition, gather
from .half import Half, count_half
from .rules import Mode, Rules
from .sentences import mean_sentence, outcome_sentence

Outcome = Literal["aangenomen", "niet aangenomen", "patstelling"]


@dataclass(frozen=True)
class Round:
    """One counted round: the three halves, the mean of their yes shares, and whether it passes."""

    number: int
    halves: tuple[Half, ...]
    mean: Fraction
    passes: bool
    why: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """The outcome with everything that led to it; ``rules`` are the thresholds it was counted by.

    ``conditions`` are those of the last counted round; ``must_answer`` those the proposers owe an
    answer: adopted, tested, or declined with a reason.
    """

    outcome: Outcome
    mode: Mode
    rounds: tuple[Round, ...]
    conditions: tuple[Condition, ...]
    why: tuple[str, ...]
    rules: Rules

    @property
    def last(self) -> Round:
        """The round that decided."""
        return self.rounds[-1]

    @property
    def must_answer(self) -> tuple[Condition, ...]:
        """Conditions that must be answered, most shared first."""
        return tuple(each for each in self.conditions if each.must_answer)


def combine(number: int, halves: tuple[Half, ...], rules: Rules, mode: Mode = "vote") -> Round:
    """Put the three halves beside each other, each weighing one third.

    A vote passes iff all halves say JA and the mean of their yes shares reaches
    ``rules.mean_share``; consent is given iff all halves consent. The order of the halves does not
    matter. O(1).
    """
    mean = sum((half.share for half in halves), Fraction(0)) / len(halves)
    agreed = all(half.says_yes for half in halves)
    why = tuple(half.why for half in halves)
    if mode == "consent":
        return Round(number, halves, mean, agreed, why)
    return Round(
        number,
        halves,
        mean,
        agreed and mean >= rules.mean_share,
        (*why, mean_sentence(mean, rules.mean_share)),
    )


def decide(
    votes: Iterable[Vote],
    roll: Mapping[str, int],
    rules: Rules | None = None,
    mode: Mode = "vote",
    new_text: bool = True,
) -> Decision:
    """Count all rounds and say what was decided, and why.

    Rounds are fresh votes: nothing is carried over. Counting stops at the first round that passes.

    Parameters
    ----------
    votes:
        Every vote of every round, in any order.
    roll:
        People per half, frozen at opening: exactly ``bewoners``, ``overheid``, ``ondernemers``.
    rules:
        The thresholds; the defaults are the rule.
    mode:
        ``vote``, or ``consent`` for what is cheap and can be undone.
    new_text:
        False when the proposers brought no changed text after the last round: without a decision
        and with rounds left that is a *patstelling*.

    Raises
    ------
    InputError
        An unknown half or vote, a roll that is missing or too small, more votes than the roll, a
        round outside the rule or skipped. Nothing is counted then.

    Notes
    -----
    Passing quorum and majority per chamber beside a common threshold follows the Forest Stewardship
    Council's three chambers; the yes-quorum replaces its turnout quorum so that a vote cast never
    works against its caster. Consent follows sociocracy. O(votes).
    """
    rules = rules or Rules()
    cast = list(votes)
    check_roll(roll, rules)
    check_votes(cast, roll, rules)
    held = max((vote.round for vote in cast), default=1)
    rounds: list[Round] = []
    for number in range(1, held + 1):
        rounds.append(_count_round(number, cast, roll, rules, mode))
        if rounds[-1].passes:
            break
    last = rounds[-1]
    outcome = _outcome(last, rules, new_text)
    why = [*last.why, outcome_sentence(outcome, last.number, rules.max_rounds - last.number)]
    if last.number < held:
        why.append(f"De stemmen na ronde {last.number} tellen niet mee: het besluit was er al.")
    conditions = gather((vote for vote in cast if vote.round == last.number), rules, mode)
    why.extend(each.why for each in conditions if each.must_answer)
    return Decision(outcome, mode, tuple(rounds), conditions, tuple(why), rules)


def _count_round(
    number: int, cast: Sequence[Vote], roll: Mapping[str, int], rules: Rules, mode: Mode
) -> Round:
    halves = tuple(
        count_half(
            half, tally(v for v in cast if v.round == number and v.half == half), roll[half], rules, mode
        )
        for half in HALVES
    )
    return combine(number, halves, rules, mode)


def _outcome(last: Round, rules: Rules, new_text: bool) -> Outcome:
    if last.passes:
        return "aangenomen"
    return "niet aangenomen" if new_text or last.number == rules.max_rounds else "patstelling"
