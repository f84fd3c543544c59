"""Services that write a budget: its rules, the yes of the three halves to them, and the steps of its year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import facts, rules
from middenstip.domain.budgeting.lifecycle import BUDGET, FEASIBLE, MOST_MONEY, PROPOSED, WITH_MOST
from middenstip.domain.budgeting.models import Assent, Ballot, Budget, Code, PaperBallot, Plan
from middenstip.domain.budgeting.services.record import fresh, record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
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
    goal: Goal | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Budget:
    """Write rules that are not fixed. `texts` has title, text, who and lot, `choices` the rest.

    `goal` is the table that agrees on them; without one, a seat of each half in the gemeente does.
    """
    require(rules.may_organise(by, area))
    budget = Budget(
        public_id=public_id or new_id(),
        area=area,
        municipality=area.municipality or area,
        person_id=by.person_id,
        seat_id=by.seat_id,
        checker=checker,
        goal=goal,
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
    goal: Goal | None = None,
    at: datetime,
) -> Budget:
    """Change the rules, as long as they are not fixed. Every yes that was given lapses."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    budget.state = BUDGET.after(budget.state, "change")
    new = {**_cleaned(texts, choices), "checker": checker, "goal": goal}
    for name, value in new.items():
        setattr(budget, name, value)
    budget.store(*new)
    Assent.objects.filter(budget=budget).delete()
    record_about(facts.BudgetChanged, budget, by, at)
    return budget


@write
def agree_rules(*, by: Actor, budget: Budget, mark: str, at: datetime) -> Assent:
    """A seat says yes for its half to the rules with this checksum: those that it read."""
    budget = fresh(budget)
    BUDGET.after(budget.state, "agree")
    seat = Seat.objects.select_related("area").get(pk=by.seat_id)
    chairs = {chair.seat_id for chair in chairs_at(budget.goal)} if budget.goal else None
    require(rules.may_agree(by, budget, seat, chairs, Assent.objects.filter(budget=budget)))
    if mark != rules.mark_of(budget):
        raise NotNow("De spelregels zijn intussen veranderd. Lees ze opnieuw.")
    assent = Assent(budget=budget, half=seat.half, seat=seat, person_id=by.person_id, at=at).store()
    record_about(facts.BudgetAgreed, budget, by, at, half=seat.half)
    return assent


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
    rules.check_unchanged(budget)
    _refuse_too_early(budget, act, at)
    data = {}
    if act == "fix":
        budget.rules_mark = rules.mark_of(budget)
        data = {"mark": budget.rules_mark}
    if act == "close":
        budget.ballot_count = _unjoin(budget)
    budget.state = state
    moment = MOMENTS.get(act)
    if moment:
        setattr(budget, moment, at)
    budget.store("state", "ballot_count", "rules_mark", *([moment] if moment else []))
    record_about(STEPS[act], budget, by, at, **data)
    return budget


def _refuse_too_early(budget: Budget, act: str, at: datetime) -> None:
    today = timezone.localdate(at)
    plans = Plan.objects.filter(budget=budget)
    if act in ("fix", "open") and budget.closes_on <= today:
        raise NotNow("De laatste dag om te stemmen ligt niet in de toekomst.")
    if act == "fix" and (missing := rules.halves_without_yes(Assent.objects.filter(budget=budget))):
        halves = ", ".join(half.value for half in missing)
        raise NotNow(said("Van deze helften is er nog geen ja: %(halves)s.", halves=halves))
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
    found |= {"is_youth": bool(choices.get("is_youth"))}
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
