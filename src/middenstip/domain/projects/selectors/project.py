"""One project with its plan, team and orders."""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.models import Filing, Member, Order, Plan, Project
from middenstip.domain.projects.rules import Team

AROUND = ("area", "municipality", "initiative__initiator", "initiative__connector", "initiative__area")


def project_by_id(public_id: str) -> Project | None:
    """One project with its areas and initiative; None when there is none. One query."""
    who = ("keeper__side__organisation", "initiative__seat__side__organisation", "initiative__municipality")
    rows = Project.objects.select_related(*AROUND, *who, "goal")
    return rows.filter(public_id=public_id).first()


def project_of(initiative: Initiative) -> Project | None:
    """The project of an initiative. One query."""
    return Project.objects.filter(initiative=initiative).first()


def order_by_id(public_id: str) -> Order | None:
    """One order with its project, line and sides. One query."""
    around = [f"project__{one}" for one in AROUND]
    rows = Order.objects.select_related(
        *around, "line", "client__side__organisation", "contractor__side__organisation"
    )
    return rows.filter(public_id=public_id).first()


def orders_of(project: Project) -> list[Order]:
    """The orders of a project, the first to be ready first. One query."""
    rows = project.orders.select_related("client__side__organisation", "contractor__side__organisation")
    return list(rows.order_by("due_on", "pk")[:100])


def team_of(project: Project, members: Iterable[Member] | None = None) -> Team:
    """Who is in the team, for the rules. One query, or none when the members were read."""
    found = list(project.members.select_related("seat")) if members is None else list(members)
    return Team(
        halves={one.seat_id: one.seat.half for one in found},
        coordinator=next((one.seat_id for one in found if one.is_coordinator), 0),
        initiator=project.initiative.initiator_id,
    )


def plan_of(project: Project) -> Plan | None:
    """The newest version of the plan. One query."""
    return project.plans.select_related("seat").order_by("-number").first()


def filing_of(project: Project) -> Filing | None:
    """What was filed last. One query."""
    return project.filings.select_related("to__side__organisation").order_by("-pk").first()


def seat_choices(project: Project) -> list[Seat]:
    """The seats that a form may name: those of the area's people with a seat in the gemeente. One query."""
    rows = Seat.objects.filter(area__municipality=project.municipality_id, memberships__until_on=None)
    return list(rows.select_related("side__organisation").distinct().order_by("half", "pk")[:300])
