"""Services that write a budget: its rules, and the steps of its year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import facts, rules
from middenstip.domain.budgeting.lifecycle import BUDGET, FEASIBLE, MOST_MONEY, PROPOSED, WITH_MOST
from middenstip.domain.budgeting.models import Ballot, Budget, Code, PaperBallot, Plan
from middenstip.domain.budgeting.services.record import fresh, record_about
from middenstip.domain.parties.models import Seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

CHOICES = ("amount", "kind", "most", "rule", "completion", "min_votes", "closes_on")
STEPS: dict[str, Any] = {
    "fix": facts.BudgetFixed,
    "check": facts.BudgetChecking,
    "campaign": facts.BudgetCampaigned,
    "open": facts.BudgetOpened,
    "close": facts.BudgetClosed,
    "finish": facts.BudgetFinished,
}
MOMENTS = {"fix": "fixed_at", "close": "closed_at"}


@write
@once(lambda public_id: Budget.objects.select_related("area").get(public_id=public_id))
def draft_budget(
    *,
    by: Actor,
    area: Area,
    checker: Seat,
    texts: Mapping[str, str],
    choices: Mapping[str, Any],
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Budget:
    """Write rules that are not fixed. `texts` has title, text, who and lot, `choices` the rest."""
    require(rules.may_organise(by, area))
    budget = Budget(
        public_id=public_id or new_id(),
        area=area,
        municipality=area.municipality or area,
        person_id=by.person_id,
        seat_id=by.seat_id,
        checker=checker,
        drafted_at=at,
        **_cleaned(texts, choices),
    ).store()
    record_about(facts.BudgetDrafted, budget, by, at)
    return budget


@write
def change_budget(
    *,
    by: Doer,
    budget: Budget,
    checker: Seat,
    texts: Mapping[str, str],
    choices: Mapping[str, Any],
    at: datetime,
) -> Budget:
    """Change the rules, as long as they are not fixed."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    budget.state = BUDGET.after(budget.state, "change")
    new = {**_cleaned(texts, choices), "checker": checker}
    for name, value in new.items():
        setattr(budget, name, value)
    budget.store(*new)
    record_about(facts.BudgetChanged, budget, by, at)
    return budget


@write
def step_budget(*, by: Doer, budget: Budget, act: str, at: datetime) -> Budget:
    """The next step of the year: an act of `STEPS`. Raises `NotNow` when something must be done first."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    if act not in STEPS:
        raise Invalid({"": "Deze stap bestaat niet."})
    return _step(budget, act, by, at)


@write
def close_due(*, budget: Budget, at: datetime) -> bool:
    """The worker closes a vote of which the last day has passed; whether it did."""
    budget = fresh(budget)
    if not BUDGET.allows(budget.state, "close") or budget.closes_on >= timezone.localdate(at):
        return False
    _step(budget, "close", None, at)
    return True


@write
def stop_budget(*, by: Doer, budget: Budget, reason: str, at: datetime) -> Budget:
    """Stop before the count, with a reason that everyone reads. Ballots that were cast are deleted."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    budget.state = BUDGET.after(budget.state, "stop")
    budget.why_stopped = typed.line(reason)
    if not budget.why_stopped:
        raise Invalid({"reason": "Schrijf waarom je stopt. Iedereen leest het."})
    budget.store("state", "why_stopped")
    for model in (Ballot, Code, PaperBallot):
        model.objects.filter(budget=budget).delete()
    record_about(facts.BudgetStopped, budget, by, at)
    return budget


def _step(budget: Budget, act: str, by: Doer | None, at: datetime) -> Budget:
    state = BUDGET.after(budget.state, act)
    _refuse_too_early(budget, act, at)
    if act == "close":
        budget.ballot_count = _unjoin(budget)
    budget.state = state
    moment = MOMENTS.get(act)
    if moment:
        setattr(budget, moment, at)
    budget.store("state", "ballot_count", *([moment] if moment else []))
    record_about(STEPS[act], budget, by, at)
    return budget


def _refuse_too_early(budget: Budget, act: str, at: datetime) -> None:
    today = timezone.localdate(at)
    plans = Plan.objects.filter(budget=budget)
    if act in ("fix", "open") and budget.closes_on <= today:
        raise NotNow("De laatste dag om te stemmen ligt niet in de toekomst.")
    if act == "campaign" and (waiting := plans.filter(state=PROPOSED).count()):
        text = "Nog %(count)s plannen wachten op een oordeel over haalbaarheid."
        raise NotNow(said(text, count=waiting) if waiting > 1 else "Nog één plan wacht op een oordeel.")
    if act == "open" and not plans.filter(state=FEASIBLE).exists():
        raise NotNow("Er is geen haalbaar plan om op te stemmen.")


def _unjoin(budget: Budget) -> int:
    """Write all ballots anew, by receipt and without codes, and delete the codes; returns how many.

    New rows, because the order of the old ones is the order in which people voted.
    """
    cast = list(Ballot.objects.filter(budget=budget).order_by("receipt"))
    Ballot.objects.filter(budget=budget).delete()
    Code.objects.filter(budget=budget).delete()
    Ballot.objects.bulk_create(
        (
            Ballot(budget=budget, receipt=one.receipt, choices=one.choices, channel=one.channel)
            for one in cast
        ),
        batch_size=1000,
    )
    return len(cast)


def _cleaned(texts: Mapping[str, str], choices: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: typed.name(name, texts.get(name, "")) for name in ("title", "who", "lot")}
    errors = {name: "Vul dit in." for name, value in found.items() if not value}
    found |= {"text": typed.text(texts.get("text", "")), **{name: choices[name] for name in CHOICES}}
    if not 0 < found["amount"] <= MOST_MONEY:
        errors["amount"] = "Het bedrag is meer dan nul, en hoogstens € 100 miljoen."
    if found["kind"] not in WITH_MOST:
        found["most"] = 0
    elif not 0 < found["most"] <= 1000:
        errors["most"] = "Zeg hoeveel: van 1 tot en met 1.000."
    if found["rule"] != "mes":
        found["completion"] = "none"
    if errors:
        raise Invalid(errors)
    return found
