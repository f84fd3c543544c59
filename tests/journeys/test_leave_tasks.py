"""Who asked to be erased stands on no task any more, and others can take over what was open."""

from __future__ import annotations

from middenstip.domain.projects import services
from middenstip.domain.projects.models import Take, Task
from middenstip.journal.models import Entry
from middenstip.journeys import leave
from tests.cast import Cast, person
from tests.journeys.test_start_project import project_by


def test_tasks_of_an_erased_person_go_to_a_reserve_or_are_open_again(cast: Cast) -> None:
    ask = {"by": cast.bas, "project": project_by(cast), "minutes": 60, "at": cast.tick()}
    gerrit, tarik, yara = cast.gerrit, cast.tarik, cast.yara
    takers = {
        "Reserve": (gerrit, tarik),
        "Alleen": (gerrit,),
        "Tweede": (tarik, gerrit),
        "Gedaan": (gerrit,),
    }
    for what, people in takers.items():
        task = services.ask_task(**ask, what=what, day=cast.today)
        for one in people:
            services.take_task(by=one, task=task, at=cast.tick())
    half = services.ask_task(**ask, what="Half", day=cast.day(1), needed_people=3)
    for one in (gerrit, yara):
        services.take_task(by=one, task=half, at=cast.tick())
    services.finish_task(by=cast.bas, task=Task.objects.get(what="Gedaan"), at=cast.tick())

    leave.erase(by=gerrit, person=person(gerrit), at=cast.tick())
    leave.clear_up(at=cast.tick())
    leave.clear_up(at=cast.tick())  # safe to run twice

    names = {gerrit.person_id: "gerrit", tarik.person_id: "tarik", yara.person_id: "yara"}
    now = [
        (task.what, task.state, [(names[one.person_id], one.is_reserve) for one in task.takes.all()])
        for task in Task.objects.order_by("pk")
    ]
    assert now == [
        ("Reserve", "filled", [("tarik", False)]),
        ("Alleen", "open", []),
        ("Tweede", "filled", [("tarik", False)]),
        ("Gedaan", "done", []),
        ("Half", "open", [("yara", False)]),
    ]
    assert not Take.objects.filter(person=gerrit.person_id).exists()
    told = Entry.objects.filter(kind="project.task_handed_back").order_by("pk")
    assert [one.data["filled_by_reserve"] for one in told] == [True, False, False, False]
    assert {one.actor for one in told} == {""}  # by the clock: nobody is named
