"""The work of volunteers, and whether it hangs on one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from middenstip.domain.projects.lifecycle import AMBER, BLANK, GREEN, RED
from middenstip.domain.projects.models import Project, Take, Task

WEEKS = timedelta(weeks=13)
VULNERABLE, WATCH = 60, 40  # percent of the hours that one person carries
FEWEST = 20 * 60  # minutes: with less it says nothing


@dataclass(frozen=True)
class Burden:
    """How the hours of the last and next 13 weeks are shared: `most` is the percentage of one person."""

    minutes: int
    most: int
    person: int
    alone: tuple[Task, ...]  # essential, with one person and no reserve

    @property
    def hours(self) -> int:
        return self.minutes // 60

    @property
    def colour(self) -> str:
        if self.alone:
            return RED
        if self.minutes < FEWEST:
            return BLANK
        if self.most > VULNERABLE:
            return RED
        return AMBER if self.most > WATCH else GREEN


def tasks_of(project: Project, today: date) -> list[Task]:
    """The tasks of the last and next 13 weeks with who takes them (`taken`). Two queries."""
    takes = Prefetch(
        "takes", Take.objects.select_related("person", "seat").order_by("is_reserve", "pk"), to_attr="taken"
    )
    rows = project.tasks.filter(day__range=(today - WEEKS, today + WEEKS)).exclude(state="dropped")
    return list(rows.prefetch_related(takes).order_by("day", "pk")[:200])


def burden_of(tasks: Iterable[Task], today: date) -> Burden:
    """How the work of these tasks (read with `tasks_of`) is shared. No query."""
    minutes: Counter[int] = Counter()
    alone = []
    for task in tasks:
        doing = [one for one in task.taken if not one.is_reserve]  # type: ignore[attr-defined]
        for take in doing:
            minutes[take.person_id] += task.minutes if take.minutes is None else take.minutes
        has_one = len(task.taken) == 1 and len(doing) == 1  # type: ignore[attr-defined]
        if task.is_essential and task.day >= today and has_one:
            alone.append(task)
    total = sum(minutes.values())
    person, most = minutes.most_common(1)[0] if minutes else (0, 0)
    return Burden(total, -(-most * 100 // total) if total else 0, person, tuple(alone))
