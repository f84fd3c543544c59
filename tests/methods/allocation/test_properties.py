"""What must hold for every election."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.allocation import Ballots, Ceiling, Election, Project, Rules, Vote, count

from .elections import elections

QUICK = settings(max_examples=60, deadline=None, derandomize=True)
ALL = [Rules("greedy"), Rules("greedy", by="votes-per-cost"), Rules("phragmen")] + [
    Rules("mes", satisfaction=measure, completion=completion)
    for measure in ("cost", "cardinality")
    for completion in ("none", "greedy", "add1", "add1e")
]


def recast(election: Election, votes: list[Vote], projects: tuple[Project, ...] | None = None) -> Election:
    projects = projects or election.projects
    return Election(projects, election.budget, Ballots.cast(votes, projects, election.ballots.kind))


def votes_of(election: Election, names: dict[str, str] | None = None) -> list[Vote]:
    ballots, ids = election.ballots, [project.id for project in election.projects]
    votes = []
    for voter, ballot in zip(ballots.voters, ballots.ballot_of.tolist(), strict=True):
        part = slice(int(ballots.start[ballot]), int(ballots.start[ballot + 1]))
        chosen = tuple((names or {}).get(ids[p], ids[p]) for p in ballots.project[part].tolist())
        points = tuple(ballots.points[part].tolist()) if ballots.kind == "cumulative" else ()
        votes.append(Vote(voter, chosen, points))
    return votes


def greedy_in_short(election: Election) -> list[str]:
    """The reference: sort on votes, lower price first among equals, and buy what fits."""
    votes = {project.id: 0 for project in election.projects}
    for vote in votes_of(election):
        for name in vote.projects:
            votes[name] += 1
    order = sorted(election.projects, key=lambda plan: (-votes[plan.id], plan.cost, plan.id))
    left, winners = election.budget, []
    for plan in order:
        if plan.cost <= left:
            left -= plan.cost
            winners.append(plan.id)
    return winners


@QUICK
@given(elections())
def test_greedy_is_the_short_reference(election: Election) -> None:
    prices = tuple(replace(plan, cost=plan.cost + place) for place, plan in enumerate(election.projects))
    unequal = replace(election, projects=prices)  # no two plans tie on price, so no lot is needed
    assert list(count(unequal, Rules("greedy")).winners) == greedy_in_short(unequal)


@QUICK
@given(elections(), st.sampled_from(ALL))
def test_no_rule_passes_the_budget_and_money_adds_up(election: Election, rules: Rules) -> None:
    result = count(election, rules)
    assert result.cost <= election.budget
    assert [paid.left for paid in result.rounds] == [
        election.budget - sum(paid.cost for paid in result.rounds[: number + 1])
        for number in range(len(result.rounds))
    ]


@QUICK
@given(elections(), st.sampled_from(ALL), st.integers(0, 30_00), st.integers(0, 30_00), st.booleans())
def test_no_rule_passes_a_ceiling(
    election: Election, rules: Rules, green: int, north: int, leftovers: bool
) -> None:
    projects = tuple(
        replace(plan, categories=("groen",) if place % 2 else ("spelen",), neighbourhood="NZ"[place % 3 > 0])
        for place, plan in enumerate(election.projects)
    )
    ceilings = (Ceiling("category", "groen", green), Ceiling("neighbourhood", "N", north))
    result = count(
        replace(election, projects=projects),
        replace(rules, ceilings=ceilings, joint_leftovers=leftovers, step=5_00),
    )
    bought = [projects[election.position(paid.project)] for paid in result.rounds if paid.stage != "leftover"]
    assert sum(plan.cost for plan in bought if "groen" in plan.categories) <= green
    assert sum(plan.cost for plan in bought if plan.neighbourhood == "N") <= north
    assert result.cost <= election.budget


@QUICK
@given(elections(), st.sampled_from([rules for rules in ALL if "add1" not in rules.completion]))
def test_everyone_voting_twice_changes_nothing(election: Election, rules: Rules) -> None:
    votes = votes_of(election)
    twice = recast(election, votes + [replace(vote, voter=f"{vote.voter}'") for vote in votes])
    assert count(twice, rules).winners == count(election, rules).winners


@QUICK
@given(elections(), st.sampled_from(ALL))
def test_other_names_change_nothing(election: Election, rules: Rules) -> None:
    names = {plan.id: f"z{len(election.projects) - place}" for place, plan in enumerate(election.projects)}
    projects = tuple(replace(plan, id=names[plan.id]) for plan in election.projects)
    renamed = recast(election, votes_of(election, names), projects)
    assert count(renamed, rules).winners == tuple(names[name] for name in count(election, rules).winners)


@QUICK
@given(elections("cumulative"), st.sampled_from(ALL))
def test_payments_add_up_to_the_price_of_every_plan(election: Election, rules: Rules) -> None:
    from middenstip.methods.allocation.receipts import receipts

    table = count(election, rules).table
    for slip in receipts(table.support, table.trace) if table.trace else ():
        paid = float((slip.paid * table.support.weight).sum())
        assert abs(paid - table.costs[slip.plan]) < 1e-6
