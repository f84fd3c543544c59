"""A table is opened for an initiative; whoever opens it sits down first."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import fingerprint, once
from middenstip.kernel.write import write


@write
def open_goal(
    *,
    by: Actor,
    initiative: Initiative,
    title: str,
    question: str,
    sit_down: bool = True,
    key: str = "",
    at: datetime,
) -> Goal:
    """Open the table and, unless a neutral opener stays standing, sit down at it."""

    def work(public_id: str) -> None:
        intake.hold_case(initiative=initiative)  # who stops it meanwhile also ends this table
        goals.open_goal(
            by=by,
            initiative=initiative,
            title=title,
            question=question,
            sit_down=sit_down,
            public_id=public_id,
            at=at,
        )
        initiatives.advance_initiative(by=by, initiative=initiative, act="open_goal", at=at)
        if sit_down:
            initiatives.join_half(initiative=initiative, half=by.half)

    sent = fingerprint("open_goal", by.seat, initiative.pk, title, question, sit_down)
    return Goal.objects.get(public_id=once(key, sent, at, work))
