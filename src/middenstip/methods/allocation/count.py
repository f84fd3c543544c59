"""Count an election."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from .comparison import compare
from .election import Election
from .equal_shares import Run, Shares
from .greedy import Fill, fill, fill_until
from .more_money import Raised, raise_shares, step_for
from .overspending import Overspending
from .phragmen import Phragmen
from .result import Result
from .room import Room
from .rounds import Bought, Stage
from .rules import Rules
from .table import Table, lay_out


def count(election: Election, rules: Rules | None = None) -> Result:
    """Count an election under some rules (Equal Shares without completion by default).

    Decisions are exact: whole cents and fractions wherever two plans are close. O(rounds x ballots) for
    one run; ``add1`` runs once for every step.

    >>> from middenstip.methods.allocation import Ballots, Project, Vote
    >>> plans = (Project("bank", 400_00), Project("boom", 600_00), Project("fontein", 700_00))
    >>> cast = [Vote("ann", ("boom",)), Vote("bo", ("boom", "bank")), Vote("cas", ("bank", "fontein"))]
    >>> fair = Election(plans, 1200_00, Ballots.cast(cast, plans))
    >>> count(fair).winners
    ('bank', 'boom')
    """
    rules = rules or Rules()
    table = lay_out(election, rules)
    result = COUNTS[rules.rule](table)
    if rules.joint_leftovers:
        result = with_leftovers(result)
    return against_rival(result) if rules.must_beat else result


def greedy(table: Table) -> Result:
    """Most votes first, while it fits; a plan above the whole budget does not end it."""
    if table.rules.stop_at_first:
        filled = fill_until(table.scores(), affordable(table), table.room(), table.ties)
    else:
        filled = fill(table.scores(), table.plans, table.room(), table.ties)
    return Result(
        table.election,
        table.rules,
        at_stage("rule", filled.winners),
        filled.ties,
        passed=filled.passed,
        stopped_by=filled.stopped_by,
        table=table,
    )


def phragmen(table: Table) -> Result:
    """Phragmén's sequential rule, on everyone who names a plan."""
    found = Phragmen(table.support, table.costs, affordable(table)).count(table.room(), table.ties)
    return Result(
        table.election,
        table.rules,
        at_stage("rule", found.winners),
        found.ties,
        stopped_by=found.stopped_by,
        loads=found.loads,
        table=table,
    )


def equal_shares(table: Table) -> Result:
    """The Method of Equal Shares with its completion."""
    raised, step = run_shares(table)
    return completed(table, raised.trace, ("greedy", "add1u"), raised.steps, step)


def overspending(table: Table) -> Result:
    """Equal Shares with bounded overspending, and greedy after it if the rules say so."""
    share, per_euro = Fraction(table.election.budget, table.support.total), table.rules.satisfaction == "cost"
    rule = Overspending(table.support, table.costs, table.ties, table.plans, share, per_euro=per_euro)
    return completed(table, rule.run(table.room()), ("greedy",))


def completed(table: Table, run: Run, completions: Collection[str], steps: int = 0, step: int = 0) -> Result:
    """The outcome of a run, filled up with greedy when the completion is one of these."""
    filled = complete(table, run) if table.rules.completion in completions else Fill((), (), ())
    return Result(
        table.election,
        table.rules,
        (*at_stage("rule", run.winners), *at_stage("completion", filled.winners)),
        (*run.ties, *filled.ties),
        share=run.share * table.support.unit,
        steps=steps,
        step=step,
        passed=filled.passed,
        table=replace(table, trace=run),
    )


COUNTS = {"greedy": greedy, "mes": equal_shares, "bos": overspending, "phragmen": phragmen}


def shares_of(table: Table, plans: Iterable[int]) -> Shares:
    """Equal Shares over these plans."""
    per_euro = table.rules.satisfaction == "cost"
    return Shares(table.support, table.costs, table.ties, tuple(plans), per_euro=per_euro)


def run_shares(table: Table) -> tuple[Raised, int]:
    """One run, or as many as add1 needs; and the step in cents per voter (0 without add1)."""
    shares, budget = shares_of(table, table.plans), table.election.budget

    def room() -> Room | None:
        return table.room() if table.limited else None

    if table.rules.completion not in ("add1", "add1e", "add1u"):
        return Raised(shares.run(shares.first(budget), room()), 0), 0
    step = table.rules.step or step_for(budget, table.election.voters)
    raised = raise_shares(
        shares,
        budget,
        Fraction(step, table.support.unit),
        room,
        until_full=table.rules.completion == "add1e",
        most=budget // step,
    )
    return raised, step


def complete(table: Table, run: Run) -> Fill:
    """Fill up with greedy."""
    room = table.room()
    for plan in run.winners:
        room.take(plan)
    return fill(table.scores(), rest(table, run.winners), room, table.ties)


def with_leftovers(result: Result) -> Result:
    """Spend jointly what the ceilings left: most votes first, over all categories and neighbourhoods."""
    table = result.table
    room = table.room(ceilings=False)
    for plan in result.won:
        room.take(plan)
    filled = fill(table.votes, rest(table, result.won), room, table.ties)
    return replace(
        result,
        bought=(*result.bought, *at_stage("leftover", filled.winners)),
        tie_steps=(*result.tie_steps, *filled.ties),
        passed=(*result.passed, *filled.passed),
    )


def against_rival(result: Result) -> Result:
    """The comparison step: the rival's outcome when it is not beaten."""
    rival_rule = result.rules.must_beat
    assert rival_rule is not None
    rules = replace(result.rules, rule=rival_rule, must_beat=None, by=None, completion="none")
    rival = count(result.election, rules)
    judged = compare(result.table, result.won, rival.won, rival_rule)
    return replace(result if judged.stands else rival, comparison=judged)


def rest(table: Table, taken: Sequence[int]) -> list[int]:
    """The plans that take part and are not taken."""
    return [plan for plan in table.plans if plan not in set(taken)]


def affordable(table: Table) -> list[int]:
    """The plans that take part and cost no more than the whole budget."""
    return [plan for plan in table.plans if table.costs[plan] <= table.election.budget]


def at_stage(stage: Stage, plans: Iterable[int]) -> tuple[Bought, ...]:
    """These plans, bought at this stage."""
    return tuple(Bought(plan, stage) for plan in plans)
