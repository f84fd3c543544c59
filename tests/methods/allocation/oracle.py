"""The same election in pabutools, and its answer to every rule it knows."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from typing import Any

from gmpy2 import mpq
from pabutools import election as pb
from pabutools import rules as pr
from pabutools.rules.mes import mes_rule
from pabutools.tiebreaking import lexico_tie_breaking

from middenstip.methods.allocation import Election, Rules
from middenstip.methods.allocation.rules import Places

Outcome = list[str]
POINTS = {"cumulative": pb.CumulativeBallot, "scoring": pb.CardinalBallot}
PROFILES = {"cumulative": pb.CumulativeProfile, "scoring": pb.CardinalProfile}


def points(places: Places) -> Callable[..., Any]:
    """What one ballot gives to one plan: its points, or what its place is worth by these rules."""

    def given(profile: Any, ballot: Any, plan: Any) -> Any:
        if not isinstance(ballot, pb.OrdinalBallot):
            return ballot.get(plan, 0)
        if plan not in ballot:
            return 0
        longest = profile.legal_max_length or max(map(len, profile))
        first = longest if places == "max-length" else len(ballot)
        return first - ballot.position(plan) - (places == "2-1-0")

    return given


@cache
def place_sat(places: Places, *, times_cost: bool) -> Any:
    """The measure for these places. Greedy in pabutools sorts on satisfaction per euro, so to sort on points
    the satisfaction must be points x cost."""
    given = points(places)

    class Sat(pb.AdditiveSatisfaction):
        def __init__(self, instance: Any, profile: Any, ballot: Any) -> None:
            super().__init__(
                instance,
                profile,
                ballot,
                lambda i, p, b, plan, _: given(p, b, plan) * (plan.cost if times_cost else 1),
            )

    return Sat


@dataclass
class Translated:
    """Instance and profile, with every person's ballot; what each measures is laid out once for all rules."""

    instance: Any
    profile: Any
    laid_out: dict[Any, Any] = field(default_factory=dict)

    def by(self, measure: Any) -> dict[str, Any]:
        if measure not in self.laid_out:
            self.laid_out[measure] = self.profile.as_sat_profile(measure)
        return {"sat_class": measure, "sat_profile": self.laid_out[measure]}


def translate(election: Election) -> Translated:
    plans = [pb.Project(project.id, mpq(project.cost, 100)) for project in election.projects]
    instance = pb.Instance(plans, budget_limit=mpq(election.budget, 100))
    ballots = election.ballots
    cast = []
    for number in ballots.ballot_of.tolist():
        part = slice(int(ballots.start[number]), int(ballots.start[number + 1]))
        named = [plans[place] for place in ballots.project[part].tolist()]
        if ballots.kind in POINTS:
            given = [mpq(point, ballots.scale) for point in ballots.points[part].tolist()]
            cast.append(POINTS[ballots.kind](dict(zip(named, given, strict=True))))
        elif ballots.kind == "ordinal":
            cast.append(pb.OrdinalBallot(named))
        else:
            cast.append(pb.ApprovalBallot(named))
    if ballots.kind == "ordinal":
        longest = int(election.info("max_length") or max(map(len, cast)))
        return Translated(instance, pb.OrdinalProfile(cast, legal_max_length=longest))
    return Translated(instance, PROFILES.get(ballots.kind, pb.ApprovalProfile)(cast))


def satisfaction(kind: str, measure: str, places: Places = "max-length") -> Any:
    """The class of pabutools behind ``--satisfaction`` for this kind of ballot."""
    if measure == "cost":
        return pb.Cost_Sat
    return {
        "cumulative": pb.Additive_Cardinal_Sat,
        "scoring": pb.Additive_Cardinal_Sat,
        "ordinal": place_sat(places, times_cost=False),
    }.get(kind, pb.Cardinality_Sat)


def answer(election: Election, rules: Rules, translated: Translated | None = None) -> Outcome:
    """The winners according to pabutools; for Phragmén sorted on id, because pabutools does so."""
    outcome = ANSWERS[rules.rule](translated or translate(election), election, rules)
    return [plan.name for plan in outcome]


def greedy(asked: Translated, election: Election, rules: Rules) -> Any:
    kind = election.ballots.kind
    if rules.by == "votes-per-cost":
        measure = satisfaction(kind, "cardinality", rules.places)
    elif kind in ("approval", "choose-1"):
        measure = pb.Cost_Sat
    else:
        measure = place_sat(rules.places, times_cost=True)
    return pr.greedy_utilitarian_welfare(asked.instance, asked.profile, **asked.by(measure))


def shares(asked: Translated, election: Election, rules: Rules) -> Any:
    instance, profile = asked.instance, asked.profile
    measure = asked.by(satisfaction(election.ballots.kind, rules.satisfaction, rules.places))
    step = 1 if rules.step is None else mpq(rules.step, 100)
    if rules.completion == "none":
        return pr.method_of_equal_shares(instance, profile, **measure)
    if rules.completion == "add1e":
        return pr.method_of_equal_shares(instance, profile, **measure, voter_budget_increment=step)
    if rules.completion in ("add1", "add1u"):
        raised = pr.exhaustion_by_budget_increase(
            instance,
            profile,
            pr.method_of_equal_shares,
            measure,
            exhaustive_stop=False,
            budget_step=step * election.voters,
        )
        if rules.completion == "add1":
            return raised
        return pr.greedy_utilitarian_welfare(
            instance, profile, **{**measure, "initial_budget_allocation": raised}
        )
    return pr.completion_by_rule_combination(
        instance,
        profile,
        [pr.method_of_equal_shares, pr.greedy_utilitarian_welfare],
        [measure, measure],
    )


class AnyShare:
    """Equal Shares of pabutools on an approval election, at any share per voter.

    Its own loop over more and more money (``method_of_equal_shares_scheme``) cannot begin halfway, so
    this lays out voters and plans as that does, and asks ``mes_inner_algo``, which counts, directly.
    """

    def __init__(self, asked: Translated, measure: str) -> None:
        self.instance, self.profile = asked.instance, asked.profile
        sats = asked.by(satisfaction("approval", measure))["sat_profile"]
        self.voters = [mes_rule.MESVoter(n, sat.ballot, sat, 0, 1) for n, sat in enumerate(sats)]
        self.plans = set()
        for project in self.instance:
            plan = mes_rule.MESProject(project)
            plan.supporter_indices = [n for n, voter in enumerate(self.voters) if project in voter.ballot]
            if plan.supporter_indices:
                plan.unique_sat_supporter = self.voters[plan.supporter_indices[0]].sat.sat_project(project)
                plan.total_sat = plan.unique_sat_supporter * len(plan.supporter_indices)
                plan.initial_affordability = mpq(project.cost) / plan.total_sat
                self.plans.add(plan)

    def outcome(self, cents: Fraction) -> Any:
        """The plans bought when everyone has so many cents."""
        for voter in self.voters:
            voter.budget = mpq(cents.numerator, cents.denominator * 100)
        for plan in self.plans:
            plan.affordability = plan.initial_affordability
        found: list[Any] = []
        mes_rule.mes_inner_algo(
            self.instance,
            self.profile,
            self.voters,
            copy(self.plans),
            lexico_tie_breaking,
            pr.BudgetAllocation(),
            found,
            resoluteness=True,
        )
        return found[0]

    def exhaustive(self, outcome: Any) -> bool:
        """Whether no other plan with support fits in the budget."""
        return bool(self.instance.is_exhaustive(outcome, available_projects=self.plans))


def phragmen(asked: Translated, election: Election, rules: Rules) -> Any:
    """Without what it buys at the end with nobody's support: nobody saves for that, so we don't."""
    backed = {project for ballot in asked.profile for project in ballot}
    return [project for project in pr.sequential_phragmen(asked.instance, asked.profile) if project in backed]


ANSWERS: dict[str, Callable[..., Any]] = {"greedy": greedy, "mes": shares, "phragmen": phragmen}


def rules_known(kind: str) -> list[Rules]:
    """Every combination pabutools can count for this kind of ballot."""
    known = [Rules("greedy", by=by, ties="lexico") for by in ("votes", "votes-per-cost")]
    known += [
        Rules("mes", satisfaction=measure, completion=completion, ties="lexico")
        for measure in ("cost", "cardinality")
        for completion in ("none", "greedy", "add1", "add1e", "add1u")
    ]
    if kind == "ordinal":
        known += [replace(rules, places=places) for rules in known for places in ("own-length", "2-1-0")]
    return known + ([Rules("phragmen", ties="lexico")] if kind in ("approval", "choose-1") else [])


def same_order(rules: Rules, winners: tuple[str, ...]) -> Outcome:
    """Our winners, in the order pabutools gives them."""
    return sorted(winners) if rules.rule == "phragmen" else list(winners)
