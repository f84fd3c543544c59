"""Services that store the result of a count, of our own vote or of an imported one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import facts, method, rules
from middenstip.domain.budgeting.lifecycle import BUDGET, FEASIBLE
from middenstip.domain.budgeting.models import Ballot, Budget, Outcome, PaperBallot, Plan
from middenstip.domain.budgeting.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write


@write
def keep_outcome(*, budget: Budget, counted: method.Counted, at: datetime) -> bool:
    """Store the result once; False when another worker did, or the paper ballots changed."""
    budget = fresh(budget)
    rules.check_unchanged(budget)
    waits = PaperBallot.objects.filter(budget=budget, is_settled=False).exists()
    number = Ballot.objects.filter(budget=budget).count()
    if waits or number != counted.number or not BUDGET.allows(budget.state, "count"):
        return False
    budget.ballot_count = number
    PaperBallot.objects.filter(budget=budget).update(first_by=None, second_by=None)
    _keep(budget, counted, "count", at)
    record_about(facts.BudgetCounted, budget, None, at)
    return True


@write
@once(lambda public_id: Budget.objects.get(public_id=public_id))
def import_budget(
    *,
    by: Actor,
    area: Area,
    text: str,
    choices: Mapping[str, str],
    held_on: date,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Budget:
    """Make a finished budget of a `.pb` file; `choices` has title, rule, completion and lot.

    Raises `Invalid` with the line of the file and what is wrong with it.
    """
    require(rules.may_organise(by, area))
    read = method.read_file(text)
    title = typed.name("title", choices.get("title", "")) or read.title
    if not title:
        raise Invalid({"title": "Geef deze stemming een naam."})
    budget = Budget(
        public_id=public_id or new_id(),
        title=title,
        who="Staat in het bestand van deze stemming.",
        amount=read.amount,
        kind=read.kind,
        rule=choices["rule"],
        completion=choices["completion"] if choices["rule"] == "mes" else "none",
        min_votes=read.min_votes,
        lot=typed.name("lot", choices.get("lot", "")) or title,
        closes_on=held_on,
        area=area,
        municipality=area.municipality or area,
        person_id=by.person_id,
        seat_id=by.seat_id,
        checker_id=by.seat_id,
        plan_count=len(read.plans),
        drafted_at=at,
        ballot_count=read.election.voters,
    )
    budget.rules_mark = rules.mark_of(budget)
    budget.store()
    Plan.objects.bulk_create(_plan(budget, number, one, at) for number, one in enumerate(read.plans, 1))
    _keep(budget, method.count_file(read, budget), "import", at)
    record_about(facts.BudgetImported, budget, by, at)
    return budget


def _plan(budget: Budget, number: int, told: tuple[str, str, int], at: datetime) -> Plan:
    name, place, cost = told
    price: dict[str, Any] = {"cost_low": cost, "cost_high": cost, "cost": cost}
    return Plan(
        budget=budget, number=number, title=name, text=name, place=place, state=FEASIBLE, at=at, **price
    )


def _keep(budget: Budget, counted: method.Counted, act: str, at: datetime) -> None:
    budget.state = BUDGET.after(budget.state, act)
    budget.counted_at = at
    budget.store("state", "counted_at", "ballot_count")
    plans = list(Plan.objects.filter(budget=budget, number__in=counted.plans))
    for plan in plans:
        plan.votes, plan.rank, plan.why = counted.plans[plan.number]
    Plan.objects.bulk_update(plans, ["votes", "rank", "why"], batch_size=200)
    Outcome(
        budget=budget,
        ballots=counted.ballots,
        overview=counted.overview,
        compared=counted.compared,
        command=counted.command,
        cost=counted.cost,
    ).store()
