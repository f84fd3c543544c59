"""Everything one person posted, and every table they sit at, is undone in one act. For seven days it can be
put back."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Chair
from middenstip.domain.moderation import rules
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.models import Sweep
from middenstip.domain.moderation.selectors import posted_by
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import leave, moderate_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def sweep(*, by: Actor, person: Person, area: Area, rule: str, reason: str, days: int, at: datetime) -> Sweep:
    """Hide what this person posted in the areas of the moderator, take their own seats from the tables, and
    pause the person."""
    require(rules.may_moderate(by, area))
    found = [moderate_text.find(noun, code, at) for noun, code in posted_by(person.pk)]
    texts = [text for text in found if text and not text.is_hidden and rules.may_moderate(by, text.area)]
    own = Seat.objects.filter(memberships__person=person, side=None).distinct().order_by("pk")
    chairs = Chair.objects.filter(seat__in=own, left_at=None).exclude(goal__state__in=GOAL.ends)
    tables = list(chairs.order_by("pk").values_list("pk", flat=True))
    made = moderation.start_sweep(
        by=by,
        person=person,
        area=area,
        rule=rule,
        reason=reason,
        days=days,
        texts=[(text.kind.key, text.code) for text in texts],
        seats=tables,
        at=at,
    )
    for seat in own:
        leave.get_up(seat, at)
    for text in texts:
        moderate_text.hide(text, HIDDEN, by, at)
    return made


@write
def undo(*, by: Actor, sweep: Sweep, at: datetime) -> Sweep:
    """Show again what the sweep hid. A chair at a table is taken by the person: their vote is their own."""
    sweep = moderation.end_sweep(by=by, sweep=sweep, at=at)
    for noun, code in sweep.texts:
        text = moderate_text.find(noun, code, at)
        if text:
            moderate_text.show(text, by, at)
    return sweep
