"""Queries about the desk."""

from __future__ import annotations

from middenstip.domain.intake.models import Action, Case

CASE_WITH = (
    "handler__side__organisation",
    "initiative__connector__side__organisation",
    "initiative__initiator",
    "initiative__seat__side__organisation",
    "initiative__area",
    "initiative__district",
    "initiative__municipality",
)


def case_by_id(public_id: str) -> Case | None:
    """One case with everything its page shows except actions and notes; None when there is none."""
    return Case.objects.select_related(*CASE_WITH).filter(public_id=public_id).first()


def case_for_initiative(initiative: int) -> Case | None:
    return Case.objects.select_related(*CASE_WITH).filter(initiative=initiative).first()


def actions_for_case(case: Case) -> list[Action]:
    """The actions of a case: open ones first, then by date."""
    actions = case.actions.select_related(
        "owner__side__organisation", "carrier__side__organisation", "asked__side__organisation"
    )
    return sorted(actions, key=lambda a: (a.state != "open", a.due_on is None, a.due_on, a.pk))


def action_by_id(public_id: str) -> Action | None:
    return (
        Action.objects.select_related(
            "owner", "carrier", "asked", "case__initiative__area", "case__initiative__seat", "case__handler"
        )
        .filter(public_id=public_id)
        .first()
    )
