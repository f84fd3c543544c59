"""Starting, moving and closing a project."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import CLIENT_FORMS, COMMITTED, MOVES, PROJECT, RESULTS
from middenstip.domain.projects.models import Member, Plan, Pot, Project
from middenstip.domain.projects.services.hold import hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def start_project(
    *,
    by: Actor,
    initiative: Initiative,
    goal: Goal | None,
    seats: Collection[int],
    texts: dict[str, str],
    client_form: str = "gezamenlijk",
    at: datetime,
) -> Project:
    """Make the project of an initiative: the `seats` (keys) are its team, `texts` its first plan."""
    require(rules.may_start(by, initiative.initiator_id, seats))
    if client_form not in CLIENT_FORMS:
        raise Invalid({"client_form": "Kies wie opdrachtgever is."})
    if Project.objects.filter(initiative=initiative).exists():
        raise NotNow("Dit initiatief heeft al een project.")
    project = Project(
        initiative=initiative,
        goal=goal,
        area=initiative.area,
        district=initiative.district,
        municipality=initiative.municipality,
        title=initiative.title,
        client_form=client_form,
        started_at=at,
    ).store()
    everyone = dict.fromkeys([by.seat_id, *seats])
    Member.objects.bulk_create(
        Member(project=project, seat_id=seat, is_coordinator=seat == by.seat_id, since=at)
        for seat in everyone
    )
    Pot(project=project).store()
    Plan(project=project, number=1, seat_id=by.seat_id, at=at, **texts).store()
    tell(facts.ProjectStarted, project, by, at)
    return project


@write
def move_project(*, by: Actor, project: Project, act: str, at: datetime) -> Project:
    """Take the project a step further, by a step of the team itself."""
    project, _ = hold_for(by, project)
    if act not in MOVES:
        raise NotNow(PROJECT.refusal(project.state))
    project.state = PROJECT.after(project.state, act)
    project.store("state")
    tell(facts.ProjectMoved, project, by, at, state=project.state)
    return project


@write
def close_project(
    *,
    by: Actor,
    project: Project,
    outcome: str,
    result: str,
    lesson: str,
    thanks: str = "",
    keeper: Seat | None = None,
    look_again_on: date | None = None,
    at: datetime,
) -> Project:
    """Close it: it worked out, in part, or it did not. Orders that run must end first."""
    project, _ = hold_for(by, project)
    project.state = PROJECT.after(project.state, "close")
    if outcome not in RESULTS:
        raise Invalid({"outcome": "Zeg hoe het afliep. Mislukt is ook een uitkomst."})
    told = needed(result=result, lesson=lesson)
    if project.orders.filter(state__in=COMMITTED).exists():
        raise NotNow("Er loopt nog een opdracht. Rond die eerst af, of trek haar in.")
    if outcome != "mislukt" and (keeper is None or look_again_on is None):
        raise Invalid({"keeper": "Zeg wie het onderhoudt, en wanneer jullie weer kijken."})
    project.outcome, project.closed_at = outcome, at
    project.result, project.lesson, project.thanks = told["result"], told["lesson"], typed.text(thanks)
    project.keeper, project.look_again_on = keeper, look_again_on
    project.store()
    tell(facts.ProjectClosed, project, by, at, outcome=outcome)
    return project
