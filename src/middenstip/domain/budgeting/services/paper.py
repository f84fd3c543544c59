"""The service for paper ballots: two people type in each one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from middenstip.domain.budgeting import rules
from middenstip.domain.budgeting.lifecycle import PAPER
from middenstip.domain.budgeting.models import Ballot, Budget, PaperBallot
from middenstip.domain.budgeting.selectors import on_ballot
from middenstip.domain.budgeting.services.record import fresh
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

MOST_NUMBER = 1_000_000


@write
def type_paper(
    *, by: Doer, budget: Budget, number: int, choices: Mapping[int, int], at: datetime
) -> PaperBallot:
    """Type in a paper ballot. It counts when a second person typed the same; else both can type again."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    may = rules.is_paper_time(budget)
    if not may:
        raise NotNow(may.reason)
    if not 0 < number <= MOST_NUMBER:
        raise Invalid({"number": "Typ het nummer dat op het stembiljet staat."})
    rules.check_choices(budget, {plan.number: plan.cost or 0 for plan in on_ballot(budget)}, choices)
    kept = {f"{plan}": points for plan, points in sorted(choices.items())}
    paper = PaperBallot.objects.filter(budget=budget, number=number).first()
    if paper is None:
        return PaperBallot(budget=budget, number=number, first=kept, first_by_id=by.person_id).store()
    if paper.is_settled:
        raise NotNow("Dit stembiljet is al twee keer hetzelfde getypt. Het telt mee.")
    if paper.first_by_id == by.person_id:
        paper.first = kept
    elif paper.second_by_id in (None, by.person_id):
        paper.second, paper.second_by_id = kept, by.person_id
    else:
        raise NotNow("Twee anderen typen dit stembiljet. Een derde is niet nodig.")
    paper.is_settled = paper.second is not None and paper.first == paper.second
    paper.store("first", "second", "second_by", "is_settled")
    if paper.is_settled:
        Ballot(budget=budget, receipt=f"P{number}", choices=kept, channel=PAPER).store()
    return paper
