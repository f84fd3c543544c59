"""The facts about a budget and its plans. Casting a ballot is no fact: it would have a moment."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class BudgetDrafted(Fact):
    kind = "budget.drafted"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetChanged(Fact):
    kind = "budget.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetAgreed(Fact):
    """A `half` said yes to the rules."""

    kind = "budget.agreed"
    public = False

    half: str


@dataclass(frozen=True, kw_only=True)
class BudgetFixed(Fact):
    """The rules are fixed, with this checksum; from now on people can propose plans."""

    kind = "budget.fixed"

    mark: str


@dataclass(frozen=True, kw_only=True)
class BudgetChecking(Fact):
    kind = "budget.checking"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetCampaigned(Fact):
    kind = "budget.campaigned"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetOpened(Fact):
    kind = "budget.opened"


@dataclass(frozen=True, kw_only=True)
class BudgetClosed(Fact):
    """The vote closed; the worker counts."""

    kind = "budget.closed"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetCounted(Fact):
    kind = "budget.counted"


@dataclass(frozen=True, kw_only=True)
class BudgetImported(Fact):
    kind = "budget.imported"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetFinished(Fact):
    kind = "budget.finished"
    public = False


@dataclass(frozen=True, kw_only=True)
class BudgetStopped(Fact):
    kind = "budget.stopped"


@dataclass(frozen=True, kw_only=True)
class CodesMade(Fact):
    """`number` codes were made, as one batch of letters."""

    kind = "budget.codes_made"
    public = False

    batch: str
    number: int


@dataclass(frozen=True, kw_only=True)
class CodesVoided(Fact):
    kind = "budget.codes_voided"
    public = False

    batch: str
    number: int


@dataclass(frozen=True, kw_only=True)
class PlanProposed(Fact):
    """`plan` is the public id of the plan, here and below."""

    kind = "budget.plan_proposed"

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanChanged(Fact):
    kind = "budget.plan_changed"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanAccepted(Fact):
    kind = "budget.plan_accepted"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanRefused(Fact):
    kind = "budget.plan_refused"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanWithdrawn(Fact):
    kind = "budget.plan_withdrawn"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanWentOn(Fact):
    """The owner goes on with a plan as an initiative; a winner with an agreement about its money."""

    kind = "budget.plan_went_on"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanDelivered(Fact):
    kind = "budget.plan_delivered"

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanHidden(Fact):
    kind = "budget.plan_hidden"
    public = False

    plan: str


@dataclass(frozen=True, kw_only=True)
class PlanShown(Fact):
    kind = "budget.plan_shown"
    public = False

    plan: str
