"""The colours of the continuity check: people, money, place, permission and energy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from middenstip.domain.projects.lifecycle import AMBER, CHECKS, COLOURS, GREEN, LEARNED, RED, UNKNOWN
from middenstip.domain.projects.models import Check, Project
from middenstip.domain.projects.selectors.people import Burden
from middenstip.journal.models import Entry

SOON, LATER = 3, 12  # months
MUCH_LATE = 30  # days
UNANSWERED = timedelta(days=30)
QUIET, STILL = timedelta(weeks=4), timedelta(weeks=8)


def colours_of(project: Project, checks: Iterable[Check], burden: Burden, today: date) -> dict[str, str]:
    """The colour of each question. One query: when somebody last did something."""
    known = {one.kind: one for one in checks}
    found = {}
    for kind in CHECKS:
        answer = known.get(kind)
        if kind == "money":
            found[kind] = _money(project, today)
        elif kind == "energy":
            found[kind] = _energy(project, today)
        elif answer is None:
            is_late = project.started_at.date() + UNANSWERED < today
            found[kind] = AMBER if is_late else UNKNOWN
        else:
            found[kind] = _answered(answer, today)
    if burden.colour in (RED, AMBER):
        found["people"] = worst([found["people"], burden.colour])
    return found


def worst(colours: Iterable[str]) -> str:
    """The worst of these colours: that of the whole."""
    return max(colours, key=COLOURS.index)


def months_until(day: date, today: date) -> int:
    """Whole months before the month of this day."""
    return (day.year - today.year) * 12 + day.month - today.month


def risk_of(left: int | None, days_late: int) -> str:
    """The risk of a project in a list: by the months of money that are left, and by how late it runs."""
    money = GREEN if left is None else _by_months(left)
    return worst([money, RED if days_late > MUCH_LATE else AMBER if days_late else GREEN])


def _answered(answer: Check, today: date) -> str:
    if answer.ends_on:
        left = months_until(answer.ends_on, today)
        if left <= SOON:
            return RED
        return AMBER if left <= LATER or not answer.is_there else GREEN
    if answer.is_there:
        return GREEN
    return AMBER if answer.kind == "permission" else RED


def _money(project: Project, today: date) -> str:
    """From the last count: unknown before it."""
    if project.counted_at is None:
        return UNKNOWN
    if project.ends_on is None:
        return GREEN
    return _by_months(months_until(project.ends_on, today))


def _by_months(left: int) -> str:
    return RED if left <= SOON else AMBER if left <= LATER else GREEN


def _energy(project: Project, today: date) -> str:
    """By how long ago somebody did something; without a verbinder it is amber at best."""
    if project.state == LEARNED:
        return GREEN
    acts = Entry.objects.filter(thread=project.initiative.public_id).exclude(actor="")
    last = acts.order_by("-at").values_list("at", flat=True).first()
    still = today - (last.date() if last else project.started_at.date())
    if still >= STILL:
        return RED
    return AMBER if still >= QUIET or project.initiative.connector_id is None else GREEN
