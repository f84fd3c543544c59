"""A budget in any step of its year, for the stories."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Budget, Outcome, Plan
from middenstip.domain.budgeting.rules import mark_of
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.methods.allocation.command import main
from tests.cast import Cast, seat_of

TEXTS = {"title": "Dorpsbudget", "who": "Iedereen van 12 jaar en ouder.", "lot": "Lettele kiest"}
CHOICES: dict[str, Any] = {
    "amount": 1000_00,
    "kind": "approval",
    "most": 0,
    "rule": "mes",
    "completion": "add1",
    "min_votes": 0,
    "closes_on": date(2026, 12, 20),
}


def drafted(cast: Cast, **choices: Any) -> Budget:
    """Yara, the verbinder, wrote the rules; Samira of the desk judges plans."""
    return services.draft_budget(
        by=cast.yara,
        area=Area.objects.get(code="GM0150"),
        checker=Seat.objects.get(pk=seat_of(cast.samira).pk),
        texts=TEXTS,
        choices=CHOICES | choices,
        at=cast.tick(),
    )


def agreed(cast: Cast, budget: Budget) -> None:
    """A seat of each half says yes to the rules as they are now."""
    budget = Budget.objects.get(pk=budget.pk)
    for one in (cast.marijke, cast.ilse, cast.bas):
        services.agree_rules(by=one, budget=budget, mark=mark_of(budget), at=cast.tick())


def stepped(cast: Cast, budget: Budget, *acts: str) -> Budget:
    """The steps by Yara; fixing the rules comes after the yes of three halves."""
    for act in acts:
        if act == "fix":
            agreed(cast, budget)
        budget = services.step_budget(by=cast.yara, budget=budget, act=act, at=cast.tick())
    return budget


def proposed(cast: Cast, budget: Budget, by: Actor | None = None, **told: Any) -> Plan:
    texts = {"title": told.pop("title", "Bank"), "text": "Een bank bij de kerk.", "place": "Kerkplein"}
    costs = told.pop("costs", (400_00, 600_00))
    return services.propose_plan(
        by=by or cast.marijke, budget=budget, texts=texts, costs=costs, at=cast.tick(), **told
    )


def voting(cast: Cast, costs: tuple[int, ...] = (400_00, 500_00, 700_00), **choices: Any) -> Budget:
    """Plans with these costs are on the ballot, and people vote."""
    budget = stepped(cast, drafted(cast, **choices), "fix")
    plans = [proposed(cast, budget, title=f"Plan {cost // 100}") for cost in costs]
    budget = stepped(cast, budget, "check")
    for plan, cost in zip(plans, costs, strict=True):
        services.judge_plan(
            by=cast.samira, plan=plan, is_feasible=True, cost=cost, reason="Kan.", at=cast.tick()
        )
    return stepped(cast, budget, "campaign", "open")


def codes(cast: Cast, budget: Budget, number: int) -> list[str]:
    return services.make_codes(by=cast.yara, budget=budget, number=number, at=cast.tick())[1]


def cast_vote(cast: Cast, budget: Budget, code: str, *plans: int) -> str:
    """A vote for these plans; none is blank. Returns the receipt."""
    chosen = dict.fromkeys(plans, 1)
    ballot = services.cast_ballot(
        budget=budget, code=code, choices=chosen, is_blank=not plans, at=cast.tick()
    )
    return ballot.receipt


def counted(cast: Cast, budget: Budget) -> Budget:
    stepped(cast, budget, "close")
    tasks.count_closed(cast.tick())
    return Budget.objects.select_related("area").get(pk=budget.pk)


def recounted(outcome: Outcome, folder: Path, capsys: Any) -> Any:
    """What the printed command says about the published ballots."""
    file = folder / "stemmen.pb"
    file.write_text(outcome.ballots)
    words = outcome.command.split(" count stemmen.pb ")[1]
    rule = words.split(" --lot ")[0].split()
    capsys.readouterr()
    assert main(["count", str(file), *rule, "--lot", TEXTS["lot"], "--json"]) == 0
    return json.loads(capsys.readouterr().out)
