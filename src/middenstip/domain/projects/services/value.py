"""The values of a project, and how it hangs together with other projects."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import HALVES, LINKS, WAITS
from middenstip.domain.projects.models import Link, Project, Value
from middenstip.domain.projects.services.hold import hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.kernel.write import write

MOST_VALUES = 40


@write
@once(lambda public_id: Value.objects.get(public_id=public_id))
def add_value(
    *,
    by: Actor,
    project: Project,
    activity: str,
    worth: str,
    half: str,
    proof: str = "",
    brings: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Value:
    """Say what something that the project does is worth to a half. Without proof it is an assumption."""
    project, _ = hold_for(by, project)
    told = needed(activity=activity, worth=worth)
    if half not in dict(HALVES):
        raise Invalid({"half": "Kies voor wie het waarde heeft."})
    if project.values.count() >= MOST_VALUES:
        raise NotNow("Er staan al 40 waarden. Haal er eerst een weg.")
    value = Value(
        project=project,
        activity=typed.line(told["activity"]),
        worth=typed.line(told["worth"]),
        half=half,
        proof=typed.line(proof),
        brings=typed.line(brings),
    )
    value.public_id = public_id or value.public_id
    value.store()
    tell(facts.BudgetChanged, project, by, at)
    return value


@write
def prove_value(
    *, by: Actor, value: Value, proof: str, brings: str, agreement: Agreement | None = None, at: datetime
) -> Value:
    """Give the proof of a value, what the half brings for it, and the agreement in which it says so."""
    project, _ = hold_for(by, value.project)
    value = Value.objects.get(pk=value.pk)
    if agreement and agreement.initiative_id != project.initiative_id:
        raise Invalid({"agreement": "Kies een afspraak van dit project."})
    value.proof = typed.line(needed(proof=proof)["proof"])
    value.brings, value.agreement = typed.line(brings), agreement
    value.store("proof", "brings", "agreement")
    tell(facts.BudgetChanged, project, by, at)
    return value


@write
def drop_value(*, by: Actor, value: Value, at: datetime) -> None:
    """Take a value away."""
    project, _ = hold_for(by, value.project)
    value.delete()
    tell(facts.BudgetChanged, project, by, at)


@write
def link_project(
    *, by: Actor, project: Project, other: Project, kind: str, reason: str, at: datetime
) -> Link:
    """Say that this project waits for another one, or does something together with it, and why."""
    _hold_both(project, other)
    project, _ = hold_for(by, project)
    if kind not in LINKS:
        raise Invalid({"kind": "Kies hoe de projecten samenhangen."})
    if other.pk == project.pk:
        raise Invalid({"other": "Kies een ander project."})
    why = typed.line(needed(reason=reason)["reason"])
    if project.links.filter(other=other, kind=kind).exists():
        raise NotNow("Dit verband staat er al.")
    if kind == WAITS:
        waits = set(Link.objects.filter(kind=WAITS).values_list("project", "other"))
        if not (verdict := rules.may_wait(project.pk, other.pk, waits)):
            raise NotNow(verdict.reason)
    link = Link(project=project, other=other, kind=kind, reason=why, at=at).store()
    tell(facts.ProjectLinked, project, by, at, other=other.public_id, how=kind)
    return link


def _hold_both(*projects: Project) -> None:
    """Lock both, the oldest first: two teams that link to each other at once make no circle."""
    keys = [one.pk for one in projects]
    list(Project.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
