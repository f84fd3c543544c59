"""Who is told about labs: the seat that was asked, and who hosts it."""

from __future__ import annotations

from typing import Any

from middenstip.domain.labs import facts
from middenstip.domain.labs.lifecycle import AGREED, BUSY, UNDONE, WISHED
from middenstip.domain.labs.models import Lab, LabTask, LabVisit
from middenstip.domain.labs.selectors import lab_by_id, seats_of_hosts, task_by_id, visit_by_id
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import NAMED, Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def lab_of(dossier: Dossier) -> Lab | None:
    return dossier.subject("lab", lab_by_id)


def _hosts(dossier: Dossier) -> list[Seat]:
    lab = lab_of(dossier)
    return seats_of_hosts(lab) if lab else []


def _planner(dossier: Dossier) -> list[Person]:
    lab = lab_of(dossier)
    return [lab.person] if lab else []


def task_of(dossier: Dossier) -> LabTask | None:
    return dossier.once("lab_task", lambda: task_by_id(str(dossier.entry.data.get("task", ""))))


def visit_of(dossier: Dossier) -> LabVisit | None:
    return dossier.once("lab_visit", lambda: visit_by_id(str(dossier.entry.data.get("visit", ""))))


def _doer(dossier: Dossier) -> list[Person]:
    task = task_of(dossier)
    return [task.person] if task and task.person else []


def _former(dossier: Dossier) -> list[Person]:
    return list(Person.objects.filter(public_id=str(dossier.entry.data.get("person", ""))))


def _visitor(dossier: Dossier) -> list[Person]:
    visit = visit_of(dossier)
    return [visit.person] if visit and visit.person else []


HOSTS = in_seats("lab_hosts", "jij dit lab mee draagt", _hosts)
PLANNER = Audience("lab_planner", "jij dit labplan schreef", _planner)
DOER = Audience("lab_task_doer", "jij deze taak oppakte", _doer)
FORMER = Audience("lab_task_former", "jij deze taak had opgepakt", _former)
VISITOR = Audience("lab_visitor", "jij een bezoek vroeg aan deze plek", _visitor)


def is_readable(dossier: Dossier) -> bool:
    lab = lab_of(dossier)
    return lab is not None and not lab.is_hidden


def is_undone(dossier: Dossier) -> bool:
    task = task_of(dossier)
    return is_readable(dossier) and task is not None and task.state in UNDONE


def is_free(dossier: Dossier) -> bool:
    """Whether nobody does the task now."""
    return is_readable(dossier) and not _doer(dossier)


def is_busy(dossier: Dossier) -> bool:
    task = task_of(dossier)
    return is_readable(dossier) and task is not None and task.state == BUSY


def visit_waits(dossier: Dossier) -> bool:
    visit = visit_of(dossier)
    return is_readable(dossier) and visit is not None and visit.state == WISHED


def is_same_answer(dossier: Dossier) -> bool:
    visit = visit_of(dossier)
    return visit is not None and visit.state == dossier.entry.data.get("answer")


def _gaps(dossier: Dossier) -> dict[str, Any]:
    visit = visit_of(dossier)
    return {
        "lab": lab_of(dossier),
        "task": task_of(dossier),
        "visit": visit,
        "is_agreed": visit is not None and visit.state == AGREED,
    }


_MODERATED = Silent("who moderates tells the writer why")

POST = Post(
    heard={
        facts.LabPlanned: Silent("it stands on the tribune"),
        facts.LabChanged: Silent("the page shows it"),
        facts.LabHostAsked: (own(NAMED, page="lab", still=is_readable),),
        facts.LabHostJoined: (own(PLANNER, page="lab", still=is_readable),),
        facts.LabHostRefused: (own(PLANNER, page="lab", still=is_readable),),
        facts.LabHostLeft: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabHostLapsed: (own(NAMED, page="lab", still=is_readable),),
        facts.LabOpened: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabMoved: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabUnnamed: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabClosed: (own(HOSTS, page="lab", still=is_readable),),
        facts.IdeaPinned: Silent("the hosts find it in Mijn"),
        facts.IdeaPassed: Silent("who wrote it left no address"),
        facts.IdeaDropped: Silent("who wrote it left no address"),
        facts.IdeaGrew: Silent("the initiative has its own post"),
        facts.TaskMade: Silent("the board shows it"),
        facts.TaskTaken: (own(HOSTS, page="lab_board", still=is_busy),),
        facts.TaskGivenBack: (own(HOSTS, FORMER, page="lab_board", still=is_free),),
        facts.TaskFinished: (own(HOSTS, page="lab_board", still=is_readable),),
        facts.TaskDropped: (own(FORMER, page="lab_board", still=is_readable),),
        facts.TaskReopened: (own(FORMER, page="lab_board", still=is_readable),),
        facts.TaskLate: (
            own(DOER, page="lab_board", text="mine", still=is_undone),
            own(HOSTS, page="lab_board", still=is_undone),
        ),
        facts.VisitAsked: (own(HOSTS, page="lab_visit", still=visit_waits),),
        facts.VisitAnswered: (own(VISITOR, page="lab_visit", still=is_same_answer),),
        facts.VisitWithdrawn: (own(HOSTS, page="lab", still=is_readable),),
        facts.VisitRang: (own(HOSTS, page="lab_visit", still=visit_waits),),
        facts.VisitLapsed: (own(VISITOR, page="lab_visit"),),
        facts.LabHidden: _MODERATED,
        facts.LabShown: _MODERATED,
    },
    things={"lab": lab_of, "lab_board": lab_of, "lab_visit": visit_of},
    gaps=_gaps,
)
