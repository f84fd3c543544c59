"""Who is told what about a project and its orders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import face, facts
from middenstip.domain.projects.lifecycle import APPROVES, ORDER, PLANNED_TO_ASK, PROJECT, RESULTS, TRANCHE
from middenstip.domain.projects.models import Application, FundingScheme, Member, Order, Project
from middenstip.domain.projects.selectors import filing_of, order_by_id, project_by_id
from middenstip.journal.told import Silent
from middenstip.methods.runway import amount
from middenstip.notices.audience import NAMED, in_seats, taking_part
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def order_of(dossier: Dossier) -> Order | None:
    return dossier.subject("order", order_by_id)


def project_of(dossier: Dossier) -> Project | None:
    order = order_of(dossier)
    return order.project if order else dossier.subject("project", project_by_id)


def _of_order(*names: str) -> Callable[[Dossier], list[Seat]]:
    def seats(dossier: Dossier) -> list[Seat]:
        order = order_of(dossier)
        return [getattr(order, name) for name in names] if order else []

    return seats


def _approvers(dossier: Dossier) -> list[Seat]:
    project = project_of(dossier)
    if project is None:
        return []
    halves = APPROVES[project.client_form]
    members = project.members.filter(seat__half__in=halves).select_related("seat")
    order = order_of(dossier)
    return [one.seat for one in members if order is None or one.seat_id != order.contractor_id]


def _givers(dossier: Dossier) -> list[Seat]:
    project = project_of(dossier)
    if project is None:
        return []
    return [one.giver for one in project.awards.filter(state="granted").select_related("giver")]


def _connector(dossier: Dossier) -> list[Seat | None]:
    project = project_of(dossier)
    return [project.initiative.connector] if project else []


def _coordinator(dossier: Dossier) -> list[Seat]:
    project = project_of(dossier)
    if project is None:
        return []
    return [one.seat for one in project.members.filter(is_coordinator=True).select_related("seat")]


TEAM = taking_part(face.TEAM)
FILED_TO = in_seats("filed_to", "het plan aan jouw zetel gericht is", lambda dossier: [dossier.named_seat])
GIVERS = in_seats("project_givers", "jouw zetel geld gaf aan dit project", _givers)
VERBINDER = in_seats("project_connector", "jij de verbinder van dit initiatief bent", _connector)
COORDINATOR = in_seats("project_coordinator", "jij dit project coördineert", _coordinator)
CLIENT = in_seats("order_client", "jouw zetel deze opdracht gaf", _of_order("client"))
CONTRACTOR = in_seats("order_contractor", "jouw zetel deze opdracht uitvoert", _of_order("contractor"))
APPROVERS = in_seats("order_approvers", "jouw zetel uitgaven van dit project goedkeurt", _approvers)


def _other_team(dossier: Dossier) -> list[Seat]:
    """The team of the project that another one named."""
    members = Member.objects.filter(project__public_id=dossier.entry.data.get("other", ""))
    return [one.seat for one in members.select_related("seat")]


OTHER_TEAM = in_seats("other_team", "een ander project jullie project noemt", _other_team)


def wants_to_ask(dossier: Dossier) -> bool:
    """Whether the team still wants to ask this scheme, and its last day is the same."""
    data = dossier.entry.data
    wanted = Application.objects.filter(project__public_id=dossier.entry.subject, outcome=PLANNED_TO_ASK)
    return wanted.filter(scheme__public_id=data.get("scheme", ""), scheme__deadline=data.get("due")).exists()


def answer_waits(dossier: Dossier) -> bool:
    """Whether what was filed still has no answer."""
    project = project_of(dossier)
    filing = filing_of(project) if project else None
    return filing is not None and not filing.outcome


def _order_is(state: str) -> Callable[[Dossier], bool]:
    def still(dossier: Dossier) -> bool:
        order = order_of(dossier)
        return order is not None and order.state == state

    return still


def _gaps(dossier: Dossier) -> dict[str, Any]:
    project, order, data = project_of(dossier), order_of(dossier), dossier.entry.data
    day = data.get("due") or data.get("ends")
    state = data.get("state", "")
    return {
        "project": project,
        "scheme": FundingScheme.objects.filter(public_id=data["scheme"]).first()
        if "scheme" in data
        else None,
        "order": order,
        "amount": amount(data.get("cents", 0)),
        "due": date.fromisoformat(day) if day else None,
        "ends": date.fromisoformat(day) if day else None,
        "state": PROJECT.words.get(state, ""),
        "tranche": TRANCHE.words.get(state, ""),
        "order_state": ORDER.words.get(state, ""),
        "outcome": RESULTS.get(data.get("outcome", ""), ""),
    }


_OTHER_TEAM = own(OTHER_TEAM, page="project")
_TEAM = own(TEAM, INITIATOR, page="project")
_ON_PAGE = Silent("the page of the project shows it")

POST = Post(
    heard={
        facts.ProjectStarted: (_TEAM, follow("project")),
        facts.PlanWritten: (_TEAM,),
        facts.MilestonePlanned: _ON_PAGE,
        facts.MilestoneReached: _ON_PAGE,
        facts.WishMade: (own(COORDINATOR, INITIATOR, page="project"),),
        facts.WishAnswered: (own(NAMED, page="project"),),
        facts.ProjectFiled: (own(FILED_TO, page="project", still=answer_waits),),
        facts.FilingReceived: (_TEAM,),
        facts.FilingAnswered: (_TEAM, follow("project")),
        facts.FilingLate: (own(FILED_TO, TEAM, INITIATOR, page="project", still=answer_waits),),
        facts.ProjectMoved: (_TEAM, follow("project")),
        facts.BudgetChanged: _ON_PAGE,
        facts.OverrunDecided: (_TEAM,),
        facts.MoneyBooked: _ON_PAGE,
        facts.AwardGranted: (_TEAM, follow("project")),
        facts.AwardWithdrawn: (_TEAM,),
        facts.TrancheMoved: (own(NAMED, TEAM, INITIATOR, page="project"),),
        facts.CliffNear: (own(INITIATOR, VERBINDER, GIVERS, COORDINATOR, page="project"),),
        facts.DeadlineNear: (own(TEAM, INITIATOR, page="project", still=wants_to_ask),),
        facts.ProjectLinked: (_OTHER_TEAM,),
        facts.CheckAnswered: _ON_PAGE,
        facts.TaskAsked: (follow("project"),),
        facts.TaskTaken: _ON_PAGE,
        facts.TaskHandedBack: _ON_PAGE,
        facts.TaskDone: _ON_PAGE,
        facts.ProjectClosed: (_TEAM, follow("project")),
        facts.OrderAsked: (own(CONTRACTOR, page="order", still=_order_is("asked")),),
        facts.OrderMoved: (own(CLIENT, CONTRACTOR, page="order"),),
        facts.OrderDelivered: (own(CLIENT, APPROVERS, page="order", still=_order_is("delivered")),),
        facts.OrderApproved: (own(CONTRACTOR, COORDINATOR, page="order"),),
        facts.OrderRefused: (own(CONTRACTOR, page="order", still=_order_is("refused")),),
        facts.OrderPaid: (own(CONTRACTOR, page="order"),),
        facts.OrderWaits: (own(CLIENT, APPROVERS, page="order", still=_order_is("delivered")),),
        facts.ExtraSigned: (own(CLIENT, CONTRACTOR, page="order"),),
    },
    things={"project": project_of, "order": order_of},
    gaps=_gaps,
)
