"""Writing the plan, and its milestones."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.projects import facts
from middenstip.domain.projects.content import BEGIN, CARD_OF, MOMENT
from middenstip.domain.projects.lifecycle import FILED, LEARNED, MILESTONE, TRACKS
from middenstip.domain.projects.models import Milestone, Plan, Project
from middenstip.domain.projects.models.plan import TEXTS
from middenstip.domain.projects.services.hold import hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, Stale
from middenstip.kernel.write import write

NO_DAY = "Kies de dag van het besluit of de aanvraag. Die kunnen we niet uitrekenen."


@write
def write_plan(*, by: Actor, project: Project, number: int, texts: dict[str, str], at: datetime) -> Plan:
    """Write a new version on top of version `number`. Raises `Stale` when there is a newer one."""
    project, _ = hold_for(by, project)
    if project.state in (FILED, LEARNED):
        raise NotNow("Het plan is ingediend. Wacht op het antwoord, dan kun je het weer veranderen.")
    last = project.plans.latest("number")
    if last.number != number:
        current = {name: getattr(last, name) for name in TEXTS}
        raise Stale("Het plan is intussen veranderd. Hieronder staan beide teksten.", current)
    clean = {name: typed.text(texts.get(name, "")) for name in TEXTS}
    needed(question=clean["question"], aim=clean["aim"])
    if clean == {name: getattr(last, name) for name in TEXTS}:
        raise Invalid({"question": "Dit is hetzelfde plan. Verander eerst iets."})
    plan = Plan(project=project, number=number + 1, seat_id=by.seat_id, at=at, **clean).store()
    tell(facts.PlanWritten, project, by, at, number=plan.number)
    return plan


@write
@once(lambda public_id: Milestone.objects.get(public_id=public_id))
def plan_milestone(
    *,
    by: Actor,
    project: Project,
    track: str,
    name: str,
    due_on: date | None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Milestone:
    """Add a milestone to a track."""
    project, _ = hold_for(by, project)
    told = needed(name=name)
    if track not in TRACKS:
        raise Invalid({"track": "Kies een spoor."})
    if due_on is None:
        raise Invalid({"due_on": "Kies een dag."})
    milestone = Milestone(project=project, track=track, name=typed.line(told["name"]), due_on=due_on)
    milestone.public_id = public_id or milestone.public_id
    milestone.store()
    tell(facts.MilestonePlanned, project, by, at, track=track)
    return milestone


@write
@once(lambda public_id: 0)
def choose_card(
    *,
    by: Actor,
    project: Project,
    card: str,
    begins_on: date | None = None,
    due_on: date | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> int:
    """The steps of an instrument card become milestones; returns how many. A card is chosen once.

    Without a day it begins today, and its moment is the day on which the filed plan is answered.
    """
    project, _ = hold_for(by, project)
    if card not in CARD_OF:
        raise Invalid({"card": "Kies een wijzer uit de lijst."})
    if project.milestones.filter(card=card).exclude(state="dropped").exists():
        raise NotNow("Deze wijzer staat al in jullie plan. Schrap eerst de mijlpalen die ervan komen.")
    steps = CARD_OF[card]["steps"]
    days = {BEGIN: begins_on or timezone.localdate(at)}
    if any(when == MOMENT for _track, _name, when in steps):
        days[MOMENT] = _moment(project, due_on)
        if days[MOMENT] < days[BEGIN]:
            raise Invalid({"due_on": "Deze dag ligt voor het begin."})
    for track, name, when in steps:
        Milestone(project=project, track=track, name=name, due_on=days[when], card=card).store()
        tell(facts.MilestonePlanned, project, by, at, track=track)
    return len(steps)


def _moment(project: Project, due_on: date | None) -> date:
    if due_on is None:
        due_on = project.filings.filter(outcome="").values_list("due_on", flat=True).first()
    if due_on is None:
        raise Invalid({"due_on": NO_DAY})
    return due_on


@write
def close_milestone(*, by: Actor, milestone: Milestone, act: str, told: str, at: datetime) -> Milestone:
    """A milestone was reached, or it is dropped with the reason."""
    project, _ = hold_for(by, milestone.project)
    milestone = Milestone.objects.get(pk=milestone.pk)
    milestone.state = MILESTONE.after(milestone.state, act)
    milestone.told, milestone.closed_at = typed.text(told), at
    if act == "drop":
        needed(told=told)
    milestone.store("state", "told", "closed_at")
    tell(facts.MilestoneReached, project, by, at, track=milestone.track, state=milestone.state)
    return milestone
