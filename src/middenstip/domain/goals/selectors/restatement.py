"""The open letters of a table, with what other halves say that they mean."""

from __future__ import annotations

from django.db.models import Prefetch

from middenstip.domain.goals.models import Goal, Letter, Restatement
from middenstip.domain.goals.selectors.places import letters_are_open


def letters_told(goal: Goal) -> list[Letter]:
    """The letters with their `restatements`; none while they are closed. Two queries."""
    if not letters_are_open(goal):
        return []
    said = Restatement.objects.select_related("seat__side__organisation").order_by("pk")
    rows = Letter.objects.filter(goal=goal).select_related("seat__side__organisation")
    return list(rows.prefetch_related(Prefetch("restatements", said)).order_by("pk"))


def letter_by_key(goal: Goal, key: int) -> Letter | None:
    """One letter of this table. One query."""
    return Letter.objects.select_related("goal").filter(goal=goal, pk=key).first()


def restatement_by_key(goal: Goal, key: int) -> Restatement | None:
    """What one seat said at this table that a letter means. One query."""
    return Restatement.objects.select_related("goal").filter(goal=goal, pk=key).first()
