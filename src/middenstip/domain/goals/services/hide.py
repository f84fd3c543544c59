"""Hide and show the texts of a table: called by the journeys of moderation."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import facts
from middenstip.domain.goals.services.hold import locked, note
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_goal(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts."""
    goal = locked().get(public_id=code)
    hidden.hide(goal, words)
    note(facts.GoalHidden, goal, by, at)


@write
def show_goal(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. Raises `NotNow` when they are not hidden."""
    goal = locked().get(public_id=code)
    hidden.show(goal)
    note(facts.GoalShown, goal, by, at)
