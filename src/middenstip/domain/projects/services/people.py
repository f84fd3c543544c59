"""The work of volunteers: asking, taking on, handing back and finishing."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import TASK
from middenstip.domain.projects.models import Project, Take, Task
from middenstip.domain.projects.services.hold import coming, hold, hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

LEAST, MOST = 10, 24 * 60  # minutes


@write
@once(lambda public_id: Task.objects.get(public_id=public_id))
def ask_task(
    *,
    by: Actor,
    project: Project,
    what: str,
    day: date | None,
    minutes: int,
    needed_people: int = 1,
    is_essential: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Task:
    """Ask people for a task of ten minutes or longer."""
    project, _ = hold_for(by, project)
    if not LEAST <= minutes <= MOST:
        raise Invalid({"minutes": "Een taak duurt van 10 minuten tot een dag."})
    if not 1 <= needed_people <= 500:
        raise Invalid({"needed_people": "Vraag 1 tot 500 mensen."})
    task = Task(
        project=project,
        what=typed.line(needed(what=what)["what"]),
        day=coming("day", day, at),
        minutes=minutes,
        needed=needed_people,
        is_essential=is_essential,
        asked_by_id=by.seat_id,
    )
    task.public_id = public_id or task.public_id
    task.store()
    tell(facts.TaskAsked, project, by, at, minutes=minutes)
    return task


@write
def take_task(*, by: Actor, task: Task, at: datetime) -> Take:
    """Take a task on; when it is full, stand by as a reserve."""
    project = hold(task.project)
    task = Task.objects.get(pk=task.pk)
    require(rules.may_take(project))
    if not TASK.acts(task.state):
        raise NotNow(TASK.refusal(task.state))
    taken = list(task.takes.all())
    if any(one.person_id == by.person_id for one in taken):
        raise NotNow("Je doet dit al.")
    doing = sum(not one.is_reserve for one in taken)
    is_reserve = doing >= task.needed
    take = Take(task=task, person_id=by.person_id, seat_id=by.seat_id, is_reserve=is_reserve, at=at).store()
    if not is_reserve and doing + 1 == task.needed:
        task.state = TASK.after(task.state, "fill")
        task.store("state")
    tell(facts.TaskTaken, project, by, at, is_reserve=is_reserve)
    return take


@write
def hand_back_task(*, by: Actor, task: Task, at: datetime) -> Task:
    """Hand a task back; the first reserve steps in, else it looks for people again."""
    project = hold(task.project)
    task = Task.objects.get(pk=task.pk)
    if not TASK.acts(task.state):
        raise NotNow(TASK.refusal(task.state))
    taken = list(task.takes.order_by("pk"))
    mine = next((one for one in taken if one.person_id == by.person_id), None)
    if mine is None:
        raise NotNow("Je doet deze taak niet.")
    steps_in = _let_go(task, mine, taken)
    tell(facts.TaskHandedBack, project, by, at, filled_by_reserve=steps_in)
    return task


@write
def drop_takes_of(*, person: str, at: datetime) -> None:
    """A person (public id) is erased: what they would do is handed back, and no task has their name."""
    rows = Take.objects.filter(person__public_id=person).select_related("task__project")
    for mine in rows.order_by("task__project", "pk"):
        project = hold(mine.task.project)
        task = Task.objects.get(pk=mine.task_id)
        if TASK.acts(task.state):
            steps_in = _let_go(task, mine, list(task.takes.order_by("pk")))
            tell(facts.TaskHandedBack, project, None, at, filled_by_reserve=steps_in)
        else:
            mine.delete()


def _let_go(task: Task, mine: Take, taken: list[Take]) -> bool:
    """End this take of a locked task; true when the first reserve steps in."""
    reserve = next((one for one in taken if one.is_reserve and one != mine), None)
    mine.delete()
    if mine.is_reserve:
        return False
    if reserve is not None:
        reserve.is_reserve = False
        reserve.store("is_reserve")
        return True
    if task.state == "filled":
        task.state = TASK.after(task.state, "open")
        task.store("state")
    return False


@write
def finish_task(*, by: Actor, task: Task, minutes: int | None = None, at: datetime) -> Task:
    """The team, or somebody who did it, says that it is done and how long it took each."""
    project = hold(task.project)
    task = Task.objects.get(pk=task.pk)
    mine = [one for one in task.takes.all() if not one.is_reserve]
    if by.person_id not in {one.person_id for one in mine}:
        project, _ = hold_for(by, task.project)
    if task.day > timezone.localdate(at):
        raise NotNow("Deze dag moet nog komen.")
    if not mine:
        raise NotNow("Niemand nam deze taak op zich.")
    task.state = TASK.after(task.state, "finish")
    took = task.minutes if minutes is None else minutes
    if not 1 <= took <= MOST:
        raise Invalid({"minutes": "Vul in hoeveel minuten het duurde."})
    task.store("state")
    task.takes.filter(is_reserve=False).update(minutes=took)
    task.takes.filter(is_reserve=True).delete()
    tell(facts.TaskDone, project, by, at, minutes=took * len(mine))
    return task
