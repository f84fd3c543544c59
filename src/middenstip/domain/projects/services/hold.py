"""Locking a project before it is written, and recording what happened to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.projects.models import Order, Project
from middenstip.domain.projects.models.money import MOST
from middenstip.domain.projects.rules import Team, may_work
from middenstip.domain.projects.selectors.project import AROUND, team_of
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import Invalid, require


def hold(project: Project) -> Project:
    """The project as it is now, locked until the end of the transaction: its acts go one after another."""
    return Project.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=project.pk)


def hold_for(by: Actor, project: Project) -> tuple[Project, Team]:
    """The locked project and its team; `Forbidden` unless this actor is in it."""
    project = hold(project)
    team = team_of(project)
    require(may_work(by, project, team))
    return project, team


def tell(kind: Any, project: Project, by: Actor | None, at: datetime, **data: Any) -> None:
    """Record a fact about the project."""
    _record(kind, project.public_id, project, by, at, data)


def tell_order(
    kind: Any, order: Order, project: Project, by: Actor | None, at: datetime, **data: Any
) -> None:
    """Record a fact about an order of the project."""
    _record(kind, order.public_id, project, by, at, data)


def _record(
    kind: Any, subject: str, project: Project, by: Actor | None, at: datetime, data: dict[str, Any]
) -> None:
    thread = project.initiative.public_id
    record(kind(subject=subject, thread=thread, **project.area.where, **data), by=by, at=at)


def amount_above_nought(name: str, cents: int | None) -> int:
    """An amount that says something. Raises `Invalid` at the field."""
    if cents is None or not 0 < cents <= MOST:
        raise Invalid({name: "Vul een bedrag in boven € 0."})
    return cents


def needed(**texts: str) -> dict[str, str]:
    """These texts, cleaned. Raises `Invalid` for each that says nothing."""
    clean = {name: typed.text(value) for name, value in texts.items()}
    if empty := [name for name, value in clean.items() if not value]:
        raise Invalid(dict.fromkeys(empty, "Schrijf dit op, in een paar woorden."))
    return clean


def coming(name: str, day: date | None, at: datetime) -> date:
    """A day that has not passed. Raises `Invalid` at the field."""
    if day is None or is_past(day, timezone.localdate(at)):
        raise Invalid({name: "Kies een dag die nog komt."})
    return day


def months_between(first_on: date | None, last_on: date | None, every: int) -> tuple[date, date]:
    """The first and last day of a row of payments. Raises `Invalid`."""
    if first_on is None or last_on is None:
        raise Invalid({"first_on": "Kies de eerste en de laatste betaling."})
    if last_on < first_on:
        raise Invalid({"last_on": "De laatste betaling ligt voor de eerste."})
    if not 1 <= every <= 120:
        raise Invalid({"every": "Om de 1 tot 120 maanden."})
    if last_on.year - first_on.year > 60:
        raise Invalid({"last_on": "Kijk hooguit 60 jaar vooruit."})
    return first_on, last_on
