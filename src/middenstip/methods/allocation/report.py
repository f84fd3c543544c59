"""A result as plain data for JSON, with money in euros."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from .fate import Fate
from .money import number
from .official import Official
from .result import Result
from .rounds import Round

Data = dict[str, Any]


def result_data(result: Result) -> Data:
    """The outcome and every round."""
    return {
        "winners": list(result.winners),
        "cost": number(result.cost),
        "budget": number(result.election.budget),
        "ties": result.ties,
        "rounds": [round_data(paid) for paid in result.rounds],
        "rules": rules_data(result),
        "share": None if result.share is None else euros(result.share),
        "step": number(result.step),
        "steps": result.steps,
        "voters": result.voters.people,
        "voters_with_nothing": result.voters.with_nothing,
        "comparison": None if result.comparison is None else plain(asdict(result.comparison)),
        "neighbourhoods": [{**asdict(part), "cost": number(part.cost)} for part in result.spread],
    }


def rules_data(result: Result) -> Data:
    """The rules that were used, in full, so that the count can be done again."""
    rules = asdict(result.rules)
    rules["ceilings"] = [{**limit, "amount": number(limit["amount"])} for limit in rules["ceilings"]]
    rules["incompatible"] = [sorted(group) for group in rules["incompatible"]]
    rules["step"] = number(rules["step"]) if rules["step"] else None
    return plain(rules)


def round_data(paid: Round) -> Data:
    """One purchase."""
    return {
        "project": paid.project,
        "stage": paid.stage,
        "cost": number(paid.cost),
        "left": number(paid.left),
        "votes": simple(paid.votes),
        "price": None if paid.price is None else euros(paid.price),
        "payers": None if paid.payers is None else simple(paid.payers),
        "gave_all": None if paid.gave_all is None else simple(paid.gave_all),
        "paid": None if paid.paid is None else number(paid.paid),
    }


def fate_data(fate: Fate) -> Data:
    """What happened to one plan."""
    data = plain(asdict(fate))
    data["cost"] = number(fate.cost)
    data["money"] = None if fate.money is None else number(fate.money)
    data["spent_on"] = {name: number(money) for name, money in fate.spent_on}
    return data


def official_data(stated: Official) -> Data:
    """What the file says about its winners, beside ours."""
    return {
        "winners": list(stated.winners),
        "same": stated.same,
        "only_official": list(stated.only_official),
        "only_ours": list(stated.only_ours),
    }


def plain(data: Data) -> Data:
    """The same, with fractions as numbers."""
    return {key: simple(value) if isinstance(value, Fraction) else value for key, value in data.items()}


def simple(value: Fraction) -> int | float:
    """A whole number when it is one, else a float."""
    return value.numerator if value.denominator == 1 else float(value)


def euros(amount: Fraction) -> float:
    """Cents as euros, to a hundredth of a cent."""
    return round(float(amount) / 100, 4)
