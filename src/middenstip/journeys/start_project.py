"""A shared goal with signed agreements becomes a project, filled with what is known."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.models import Goal, Version
from middenstip.domain.initiatives.lifecycle import PROJECT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.projects import services as projects
from middenstip.domain.projects.models import Project
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

_COLUMNS = {Half.RESIDENTS: "residents", Half.GOVERNMENT: "government", Half.BUSINESS: "business"}


@write
def start(*, by: Actor, initiative: Initiative, client_form: str = "gezamenlijk", at: datetime) -> Project:
    """Make the project: who signed is the team, and the plan starts with what was asked and promised."""
    if initiative.stage != PROJECT:
        raise NotNow("Een project begint als iedereen een afspraak tekende.")
    agreements = list(
        Agreement.objects.filter(initiative=initiative, state="open")
        .select_related("promisor", "promisee", "goal")
        .order_by("pk")
    )
    signed = Signature.objects.filter(agreement__in=agreements, at__isnull=False)
    seats = list(signed.order_by("pk").values_list("seat", flat=True))
    goal = next((one.goal for one in agreements if one.goal), None)
    return projects.start_project(
        by=by,
        initiative=initiative,
        goal=goal,
        seats=[*seats, initiative.seat_id],
        texts={
            "question": initiative.why or initiative.what,
            "aim": _aim(goal) or initiative.what,
            **_promises(agreements),
        },
        client_form=client_form,
        at=at,
    )


def _aim(goal: Goal | None) -> str:
    """The text of the goal that the three halves share; "" when there is none."""
    if goal is None:
        return ""
    newest = Version.objects.filter(goal=goal).order_by("-number").first()
    return newest.text if newest else ""


def _promises(agreements: list[Agreement]) -> dict[str, str]:
    """Per half what it brings and gets, as its agreements say."""
    found: dict[str, list[str]] = {}
    for one in agreements:
        found.setdefault(f"brings_{_COLUMNS[Half(one.promisor.half)]}", []).append(one.what)
        found.setdefault(f"gets_{_COLUMNS[Half(one.promisee.half)]}", []).append(one.what)
    return {name: "\n".join(texts)[:2000] for name, texts in found.items()}
