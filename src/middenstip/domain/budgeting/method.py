"""The bridge to the count in `methods/allocation`: rows to an election, a result to plain values."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from middenstip.domain.budgeting.lifecycle import (
    APPROVAL,
    CHOOSE,
    COMPLETIONS,
    INTERNET,
    MOST_MONEY,
    MOST_PLANS,
    POINTS,
    RULE_NAMES,
    euro,
)
from middenstip.domain.budgeting.models import SHORT, Budget, Plan
from middenstip.kernel import typed
from middenstip.kernel.verdict import Invalid
from middenstip.methods.allocation import (
    BadElection,
    Ballots,
    Ceiling,
    Election,
    Project,
    Result,
    Rules,
    Vote,
    ceilings_of,
    count,
    longest,
    parse,
    threshold_of,
    write,
)

NOBODY = "Niemand stemde. Er is niets te verdelen, en geen enkel plan wint."
NO_PLANS = "Er stond geen plan op het stembiljet. Er is niets te tellen."
NO_VOTES = "Niemand stemde. Daarom wint dit plan niet."
FILE = "stemmen.pb"
COUNTS = {  # the rules of the room, as the count takes them
    "mes": Rules("mes"),
    "bos": Rules("bos"),
    "greedy": Rules("greedy"),
    "no-skip": Rules("greedy", stop_at_first=True),
}


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What a count gives: `plans` maps a number to (votes, place among the winners or None, why)."""

    ballots: str
    overview: list[str]
    compared: list[dict[str, Any]]
    command: str
    cost: int
    number: int
    plans: Mapping[int, tuple[int, int | None, str]]


def count_budget(
    budget: Budget, plans: Sequence[Plan], ballots: Sequence[tuple[str, Mapping[str, int], str]]
) -> Counted:
    """Count the ballots (receipt, choices, channel) by the rules of the budget."""
    if not plans or not ballots:
        return Counted(
            ballots="",
            overview=[NOBODY if plans else NO_PLANS],
            compared=[],
            command="",
            cost=0,
            number=len(ballots),
            plans={plan.number: (0, None, NO_VOTES) for plan in plans},
        )
    projects = tuple(Project(f"{plan.number}", plan.cost or 0, plan.title) for plan in plans)
    kind = "cumulative" if budget.kind == POINTS else "approval"
    votes = [_vote(receipt, choices, channel, kind) for receipt, choices, channel in ballots]
    meta = (
        ("description", budget.title),
        ("rule", budget.rule),
        ("max_length", f"{budget.most or len(plans)}"),
    )
    election = Election(projects, budget.amount, Ballots.cast(votes, projects, kind), meta)
    return _counted(election, rules_of(budget), [plan.number for plan in plans])


def rules_of(budget: Budget) -> Rules:
    """The rules as the count takes them."""
    completion: Any = budget.completion if budget.rule == "mes" else "none"
    return replace(COUNTS[budget.rule], completion=completion, lot=budget.lot, min_votes=budget.min_votes)


def command_of(rules: Rules) -> str:
    """The command with which anyone counts the published file again."""
    words = ["python", "-m", "middenstip.methods.allocation", "count", FILE, "--rule", rules.rule]
    if rules.completion != "none":
        words += ["--completion", rules.completion]
    if rules.stop_at_first:
        words += ["--stop-at-first"]
    if rules.min_votes:
        words += ["--min-votes", f"{rules.min_votes}"]
    if rules.ceilings:
        words += ["--file-ceilings"]
    if rules.joint_leftovers:
        words += ["--joint-leftovers"]
    return shlex.join([*words, "--lot", rules.lot] if rules.lot else words)


@dataclass(frozen=True, kw_only=True)
class Read:
    """A finished election from a file: its plans, and what the rules say."""

    title: str
    amount: int
    kind: str
    plans: list[tuple[str, str, int]]  # name, place, cost
    election: Election
    ceilings: tuple[Ceiling, ...] = ()
    min_votes: int = 0


def read_file(text: str) -> Read:
    """Read a `.pb` file. Raises `Invalid` with the line and the reason."""
    try:
        election = parse(text)
        ceilings, least = ceilings_of(election), threshold_of(election)
        longest(election)
    except BadElection as wrong:
        raise Invalid({"file": f"{wrong}"}) from wrong
    if len(election.projects) > MOST_PLANS or not 0 < election.budget <= MOST_MONEY:
        raise Invalid({"file": "Deze stemming is te groot om hier te bewaren."})
    plans = [
        (typed.line(one.label)[:SHORT] or one.id, typed.line(one.neighbourhood)[:SHORT], one.cost)
        for one in election.projects
    ]
    kind = POINTS if election.ballots.kind in ("cumulative", "scoring", "ordinal") else APPROVAL
    kind = CHOOSE if election.ballots.kind == "choose-1" else kind
    title = typed.line(election.info("description", "instance", "unit") or "")[:SHORT]
    return Read(
        title=title,
        amount=election.budget,
        kind=kind,
        plans=plans,
        election=election,
        ceilings=ceilings,
        min_votes=least,
    )


def count_file(read: Read, budget: Budget) -> Counted:
    """Count a finished election by the rules of the budget; plans are numbered as in the file, from 1.

    Where the file names ceilings (per category, say), those count too, and what they leave is spent together
    when the file says so.
    """
    ceilings = read.ceilings
    joint = bool(ceilings) and read.election.info("leftover_budget") is not None
    rules = replace(rules_of(budget), ceilings=ceilings, joint_leftovers=joint)
    return _counted(read.election, rules, range(1, len(read.plans) + 1))


def try_rules(text: str, lot: str, min_votes: int) -> list[dict[str, Any]]:
    """What each rule would have chosen of the ballots in a published file: a row for each, with its plans."""
    election = parse(text)
    least = max(min_votes, threshold_of(election))
    asked = [(name, "none") for name in COUNTS if name != "mes"] + [("mes", name) for name in COMPLETIONS]
    rows = []
    for name, key in asked:
        completion: Any = key
        result = count(election, replace(COUNTS[name], completion=completion, lot=lot, min_votes=least))
        rows.append(
            {
                "rule": name,
                "completion": completion,
                "words": COMPLETIONS[completion] if name == "mes" else "",
                "winners": len(result.won),
                "plans": [election.projects[plan].label for plan in result.won],
                "cost": euro(result.cost),
                "left": euro(election.budget - result.cost),
                "served": _served(result),
            }
        )
    return rows


def _served(result: Result) -> int:
    """The percentage of voters with at least one plan that won."""
    return round(100 * (result.voters.people - result.voters.with_nothing) / result.voters.people)


def _counted(election: Election, rules: Rules, numbers: Sequence[int]) -> Counted:
    result = count(election, rules)
    places = {plan: place for place, plan in enumerate(result.won, 1)}
    whole, each = result.sentences[: -len(election.projects)], result.sentences[-len(election.projects) :]
    votes = [int(Fraction(number)) for number in result.table.votes]
    return Counted(
        ballots=write(election, pseudonyms=not all(election.ballots.voters)),
        overview=list(whole),
        compared=[_compared(name, result, rules, numbers) for name in RULE_NAMES],
        command=command_of(rules),
        cost=result.cost,
        number=election.voters,
        plans={
            number: (votes[place], places.get(place), each[place]) for place, number in enumerate(numbers)
        },
    )


def _compared(name: str, result: Result, rules: Rules, numbers: Sequence[int]) -> dict[str, Any]:
    """A row that says what one rule gives; our own count is not done twice."""
    rule, stops = COUNTS[name].rule, COUNTS[name].stop_at_first
    is_ours = (rule, stops) == (rules.rule, rules.stop_at_first)
    other = result
    if not is_ours:
        other = count(result.election, replace(rules, rule=rule, stop_at_first=stops, completion="none"))
    return {
        "name": RULE_NAMES[name],
        "is_ours": is_ours,
        "winners": len(other.won),
        "cost": euro(other.cost),
        "served": _served(other),
        "plans": sorted(numbers[plan] for plan in other.won),
    }


def _vote(receipt: str, choices: Mapping[str, int], channel: str, kind: str) -> Vote:
    numbers = tuple(sorted(choices, key=int))
    points = tuple(choices[number] for number in numbers) if kind == "cumulative" else ()
    return Vote(receipt, numbers, points, channel or INTERNET)
