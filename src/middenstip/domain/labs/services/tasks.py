"""Services for the board of tasks: hosts make them, anybody takes one, gives it back, or says it is done."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs import facts, rules
from middenstip.domain.labs.lifecycle import BUSY, DROPPED, MOST_TASKS, TASK, UNDONE
from middenstip.domain.labs.models import Lab, LabIdea, LabTask
from middenstip.domain.labs.selectors import hosts_of, late_tasks
from middenstip.domain.labs.services.record import fresh, record_lab
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.contact import has_contact
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

AT_ONCE = 200
CLOSED_WORDS = "Het lab gaat dicht."
CONTACT = "Haal het mailadres of het telefoonnummer weg. Iedereen kan dit lezen."


@write
@once(lambda public_id: LabTask.objects.get(public_id=public_id))
def make_task(
    *,
    by: Actor,
    lab: Lab,
    text: str,
    due_on: date | None = None,
    idea: LabIdea | None = None,
    initiative: Initiative | None = None,
    gathering: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> LabTask:
    """A host puts a task on the board. It may hang on an idea, an initiative or a gathering (a public id)."""
    lab = fresh(lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    require(rules.may_take(lab))
    text = _readable("text", text, "Schrijf op wat er te doen is.")
    if due_on and due_on < timezone.localdate(at):
        raise Invalid({"due_on": "Deze dag is al geweest. Kies een dag die nog komt, of laat hem leeg."})
    if idea and (idea.lab_id != lab.pk or not idea.shown_at):
        raise Invalid({"belongs": "Dit idee hangt niet op de wand van dit lab."})
    if LabTask.objects.filter(lab=lab, state__in=UNDONE).count() >= MOST_TASKS:
        raise NotNow("Er staan al driehonderd taken op het bord. Rond er eerst een paar af.")
    task = LabTask(
        public_id=public_id or new_id(),
        lab=lab,
        text=text,
        due_on=due_on,
        idea=idea,
        initiative=initiative or (idea.initiative if idea else None),
        gathering=gathering,
        made_at=at,
        moved_at=at,
    ).store()
    record_lab(facts.TaskMade, lab, by, at, task=task.public_id)
    return task


@write
def take_task(*, by: Doer, task: LabTask, at: datetime) -> LabTask:
    """Somebody does it. One person at a time: whoever was first."""
    lab, task = _held(task)
    require(rules.may_take(lab))
    if task.state == BUSY and task.person_id == by.person_id:
        return task
    if task.state == BUSY:
        raise NotNow("Een ander was je net voor. Kies een andere taak.")
    task.person_id = by.person_id
    return _move(task, "take", facts.TaskTaken, by, at)


@write
def give_back_task(*, by: Doer, task: LabTask, at: datetime) -> LabTask:
    """Nobody does it any more: whoever did it gives it back, or a host does."""
    lab, task = _held(task)
    require(rules.may_move(by, task, hosts_of(lab)))
    return _free(task, "give_back", facts.TaskGivenBack, by, at)


@write
def finish_task(*, by: Doer, task: LabTask, came: str, at: datetime) -> LabTask:
    """It is done, with what came of it."""
    lab, task = _held(task)
    require(rules.may_move(by, task, hosts_of(lab)))
    TASK.after(task.state, "finish")
    task.came = _readable("came", came, "Schrijf op wat ervan kwam. Eén zin is genoeg.")
    return _move(task, "finish", facts.TaskFinished, by, at)


@write
def drop_task(*, by: Actor, task: LabTask, why: str, at: datetime) -> LabTask:
    """A host says that it is no longer needed, and why."""
    lab, task = _held(task)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    TASK.after(task.state, "drop")
    task.why = _readable("why", why, "Schrijf op waarom dit niet meer hoeft.")
    return _free(task, "drop", facts.TaskDropped, by, at)


@write
def reopen_task(*, by: Actor, task: LabTask, at: datetime) -> LabTask:
    """A host says that it is not done after all, or needed again: anybody can take it."""
    lab, task = _held(task)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    TASK.after(task.state, "reopen")
    require(rules.may_take(lab))
    task.came = task.why = ""
    return _free(task, "reopen", facts.TaskReopened, by, at)


def drop_tasks(lab: Lab, by: Actor, at: datetime) -> None:
    """The lab closes: what was not done lapses, in one step. Inside a write that locked the lab."""
    rows = LabTask.objects.filter(lab=lab, state__in=UNDONE)
    found = list(rows.order_by("pk").values_list("public_id", "person__public_id"))
    if found:
        rows.update(state=DROPPED, why=CLOSED_WORDS, person=None, moved_at=at)
    for task, person in found:
        record_lab(facts.TaskDropped, lab, by, at, task=task, person=person or "")


@write
def drop_tasks_of(*, person: int, at: datetime) -> None:
    """A person (a key) is erased: what they would do is given back, and nothing done has their name."""
    for one in LabTask.objects.filter(person=person).select_related("lab").order_by("lab", "pk"):
        _lab, task = _held(one)
        if task.state == BUSY:
            _free(task, "give_back", facts.TaskGivenBack, None, at)
        else:
            task.person = None
            task.store("person")


def tell_late_tasks(*, at: datetime) -> int:
    """Tell of each task, once, that its last day passed. Safe to run twice."""
    return sum(_tell_late(task=task, at=at) for task in late_tasks(timezone.localdate(at), AT_ONCE))


@write
def _tell_late(*, task: LabTask, at: datetime) -> int:
    lab, task = _held(task)
    if task.told_late_on or task.state not in UNDONE:
        return 0
    task.told_late_on = timezone.localdate(at)
    task.store("told_late_on")
    record_lab(facts.TaskLate, lab, None, at, task=task.public_id)
    return 1


def _held(task: LabTask) -> tuple[Lab, LabTask]:
    """The task with its lab, locked."""
    lab = fresh(Lab(pk=task.lab_id))
    found = LabTask.objects.select_related("person").get(pk=task.pk)
    found.lab = lab
    return lab, found


def _move(task: LabTask, act: str, fact: Any, by: Doer | None, at: datetime, **data: Any) -> LabTask:
    task.state, task.moved_at = TASK.after(task.state, act), at
    task.store("state", "moved_at", "person", "came", "why")
    record_lab(fact, task.lab, by, at, task=task.public_id, **data)
    return task


def _free(task: LabTask, act: str, fact: Any, by: Doer | None, at: datetime) -> LabTask:
    """Move it, and nobody does it from now on; the fact says who did."""
    person = task.person.public_id if task.person else ""
    task.person = None
    return _move(task, act, fact, by, at, person=person)


def _readable(field: str, text: str, missing: str) -> str:
    text = typed.name(field, text)
    if not text:
        raise Invalid({field: missing})
    if has_contact(text):
        raise Invalid({field: CONTACT})
    return text
