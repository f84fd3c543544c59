"""Lines of a list to prepare with become actions of the initiative, each with the initiator as owner."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import CASE
from middenstip.domain.intake.models import Action
from middenstip.domain.questions import rules
from middenstip.domain.questions import services as questions
from middenstip.domain.questions.models import Line, Question
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

MOST_AT_ONCE = 10


@write
def plan(*, by: Actor, question: Question, lines: Collection[Line], at: datetime) -> list[Action]:
    """Make an action of each of these lines. A line that already is one is skipped: twice is once.

    Locks in the order of every journey: the case first, then the question.
    """
    require(rules.may_prepare(by.person_id, question))
    require(rules.may_plan(question))
    if not lines:
        raise Invalid({"lines": "Kies wat een taak wordt."})
    if len(lines) > MOST_AT_ONCE:
        raise Invalid({"lines": "Kies er hooguit tien tegelijk."})
    assert question.initiative
    case = intake.hold_case(initiative=question.initiative)
    if case is None or not CASE.allows(case.state, "plan"):
        raise NotNow("Nog niemand van de balie nam je initiatief aan. Taken maken kan daarna.")
    made = {
        line.pk: intake.plan_action(by=by, case=case, text=line.text, at=at)
        for line in questions.hold_lines(by=by, question=question, lines=lines)
    }
    questions.name_actions(actions={pk: action.public_id for pk, action in made.items()})
    return list(made.values())
