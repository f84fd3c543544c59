"""The facts about projects. The subject is the project, or the order for those about an order."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ProjectStarted(Fact):
    """The signed agreements of a shared goal became a project."""

    kind = "project.started"


@dataclass(frozen=True, kw_only=True)
class PlanWritten(Fact):
    """The team wrote a version of the plan."""

    kind = "project.plan_written"

    number: int


@dataclass(frozen=True, kw_only=True)
class MilestonePlanned(Fact):
    kind = "project.milestone_planned"
    public = False

    track: str


@dataclass(frozen=True, kw_only=True)
class MilestoneReached(Fact):
    """A milestone was reached, or dropped."""

    kind = "project.milestone_reached"

    track: str
    state: str


@dataclass(frozen=True, kw_only=True)
class WishMade(Fact):
    """Somebody would like something of the plan."""

    kind = "project.wish_made"

    wish: str


@dataclass(frozen=True, kw_only=True)
class WishAnswered(Fact):
    """The team answered a wish; `seat` made it."""

    kind = "project.wish_answered"

    wish: str
    seat: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ProjectFiled(Fact):
    """The one-page case of this version was filed to a seat, with a last day for the answer."""

    kind = "project.filed"

    seat: str
    number: int
    due: str


@dataclass(frozen=True, kw_only=True)
class FilingReceived(Fact):
    """The seat said that it has the case."""

    kind = "project.filing_received"


@dataclass(frozen=True, kw_only=True)
class FilingAnswered(Fact):
    """The seat answered; `in_time` when the term had not passed."""

    kind = "project.filing_answered"

    outcome: str
    in_time: bool


@dataclass(frozen=True, kw_only=True)
class FilingLate(Fact):
    """The term passed without an answer; `seat` owes it."""

    kind = "project.filing_late"

    seat: str


@dataclass(frozen=True, kw_only=True)
class ProjectMoved(Fact):
    """The team took the project a step further."""

    kind = "project.moved"

    state: str


@dataclass(frozen=True, kw_only=True)
class BudgetChanged(Fact):
    """A line, a source, a request to a fund or a value was added or changed."""

    kind = "project.budget_changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class OverrunDecided(Fact):
    """More may be spent on a line than was planned; the reason stands in the row."""

    kind = "project.overrun_decided"

    cents: int


@dataclass(frozen=True, kw_only=True)
class MoneyBooked(Fact):
    """Money came in or went out."""

    kind = "project.money_booked"
    public = False

    cents: int
    is_in: bool


@dataclass(frozen=True, kw_only=True)
class AwardGranted(Fact):
    """A giver granted money."""

    kind = "project.award_granted"

    cents: int


@dataclass(frozen=True, kw_only=True)
class AwardWithdrawn(Fact):
    """The giver took the unpaid part of an award back; the reason stands in the row."""

    kind = "project.award_withdrawn"

    cents: int


@dataclass(frozen=True, kw_only=True)
class TrancheMoved(Fact):
    """A part of an award got a step further, or was withheld. `seat` is the giver."""

    kind = "project.tranche_moved"

    state: str
    cents: int
    seat: str


@dataclass(frozen=True, kw_only=True)
class CliffNear(Fact):
    """A clock reached a level: the money ends, or the subsidy does, in `level` months at most."""

    kind = "project.cliff_near"

    clock: str
    level: int
    left: int
    ends: str


@dataclass(frozen=True, kw_only=True)
class DeadlineNear(Fact):
    """The last day of a scheme (a public id) that the team wants to ask comes within so many weeks."""

    kind = "project.deadline_near"
    public = False

    scheme: str
    weeks: int
    due: str


@dataclass(frozen=True, kw_only=True)
class ProjectLinked(Fact):
    """The project waits for another one (a public id), or does something together with it."""

    kind = "project.linked"

    other: str
    how: str


@dataclass(frozen=True, kw_only=True)
class CheckAnswered(Fact):
    kind = "project.check_answered"
    public = False

    question: str


@dataclass(frozen=True, kw_only=True)
class TaskAsked(Fact):
    """Volunteers are asked for a task."""

    kind = "project.task_asked"

    minutes: int


@dataclass(frozen=True, kw_only=True)
class TaskTaken(Fact):
    """Somebody takes a task on or stands by for it."""

    kind = "project.task_taken"
    public = False

    is_reserve: bool


@dataclass(frozen=True, kw_only=True)
class TaskHandedBack(Fact):
    """Somebody cannot do it after all; `filled_by_reserve` when a reserve steps in."""

    kind = "project.task_handed_back"
    public = False

    filled_by_reserve: bool


@dataclass(frozen=True, kw_only=True)
class TaskDone(Fact):
    kind = "project.task_done"
    public = False

    minutes: int


@dataclass(frozen=True, kw_only=True)
class ProjectClosed(Fact):
    """The project ended: it worked out, in part, or it did not."""

    kind = "project.closed"

    outcome: str


@dataclass(frozen=True, kw_only=True)
class OrderAsked(Fact):
    """One seat asks another for work."""

    kind = "order.asked"

    seat: str


@dataclass(frozen=True, kw_only=True)
class OrderMoved(Fact):
    """The order got a step further: accepted, begun, or off."""

    kind = "order.moved"

    state: str


@dataclass(frozen=True, kw_only=True)
class OrderDelivered(Fact):
    kind = "order.delivered"


@dataclass(frozen=True, kw_only=True)
class OrderApproved(Fact):
    """What was delivered is good: the payment is free."""

    kind = "order.approved"


@dataclass(frozen=True, kw_only=True)
class OrderRefused(Fact):
    """What was delivered is not good yet; the reason stands in the row."""

    kind = "order.refused"

    due: str


@dataclass(frozen=True, kw_only=True)
class OrderPaid(Fact):
    kind = "order.paid"


@dataclass(frozen=True, kw_only=True)
class OrderWaits(Fact):
    """What was delivered waits for an answer for a week."""

    kind = "order.waits"
    public = False


@dataclass(frozen=True, kw_only=True)
class ExtraSigned(Fact):
    """Extra work was asked for or signed; it counts once both signed."""

    kind = "order.extra_signed"

    is_agreed: bool
