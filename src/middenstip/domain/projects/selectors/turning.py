"""What must be read to know whose turn it is in a project."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.turns import desk_of, initiator_of
from middenstip.domain.parties.models import Membership
from middenstip.domain.parties.selectors import on_day
from middenstip.domain.projects.lifecycle import RUNNING
from middenstip.domain.projects.models import Filing, Member, Order, Project, Wish
from middenstip.domain.projects.turns import ProjectAt, first_order
from middenstip.kernel.turn import Who


def team_seats(project: Project, today: date) -> list[Member]:
    """The team with its seats, the coordinating one first; `sits` says whether a person does. One query."""
    sits = Exists(Membership.objects.filter(on_day(today), seat=OuterRef("seat")))
    rows = project.members.select_related("seat__side__organisation").annotate(sits=sits)
    return list(rows.order_by("-is_coordinator", "pk"))


def project_at(
    project: Project,
    members: Iterable[Member],
    *,
    filing: Filing | None = None,
    wish: Wish | None = None,
    order: Order | None = None,
) -> ProjectAt:
    """The project for its turn, from what its page read. No query: see `order_of_turn`."""
    lead = next((one for one in members if one.is_coordinator), None)
    about: dict[str, Any] = {"wish": wish, "filing": filing, "order": order}
    initiative = project.initiative
    if lead and vars(lead)["sits"]:
        leader = Who(lead.seat.label, _("coördineert"), lead.seat.half)
        return ProjectAt(project.public_id, project.state, leader, seat=lead.seat_id, **about)
    if initiative.initiator.erased_at:
        return ProjectAt(project.public_id, project.state, desk_of(initiative), **about)
    who, person = initiator_of(initiative), initiative.initiator_id
    return ProjectAt(project.public_id, project.state, who, person=person, **about)


def order_of_turn(project: Project) -> Order | None:
    """The order that decides whose turn it is. One query while the work runs, else none."""
    return first_order(project.orders.all()) if project.state == RUNNING else None
