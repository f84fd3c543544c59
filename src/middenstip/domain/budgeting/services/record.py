"""Reading a budget or plan to change it, and recording facts about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection

from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(budget: Budget) -> Budget:
    """The budget as it is now, locked: one change in it at a time."""
    rows = Budget.objects.select_for_update(of=("self",))
    return rows.select_related("area", "area__municipality", "area__district", "goal").get(pk=budget.pk)


def fresh_plan(plan: Plan) -> Plan:
    """The plan as it is now, with its budget locked."""
    budget = fresh(Budget(pk=plan.budget_id))
    found = Plan.objects.get(pk=plan.pk)
    found.budget = budget
    return found


def state_now(budget: Budget) -> str:
    """The state, which cannot change until this transaction ends; voters do not wait for each other."""
    lock = " FOR SHARE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT state FROM budgeting_budget WHERE id = %s{lock}", [budget.pk])  # noqa: S608
        return str(cursor.fetchone()[0])


def record_about(kind: Any, budget: Budget, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a budget."""
    record(kind(subject=budget.public_id, thread="", **budget.area.where, **data), by=by, at=at)
