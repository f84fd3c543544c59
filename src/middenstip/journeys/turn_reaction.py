"""A reaction to a question becomes an answer, in one step: the asker can mark it and put it on the list."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.questions import services as questions
from middenstip.domain.questions.lifecycle import EXAMPLE, WARNING
from middenstip.domain.questions.lifecycle import TIP as ADVICE
from middenstip.domain.questions.models import Answer
from middenstip.domain.reactions import rules
from middenstip.domain.reactions import services as reactions
from middenstip.domain.reactions.lifecycle import CONCERN, EXPERIENCE, TIP
from middenstip.domain.reactions.models import Reaction
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write

BECOMES = {TIP: ADVICE, EXPERIENCE: EXAMPLE, CONCERN: WARNING}


@write
def into_answer(*, by: Doer, reaction: Reaction, at: datetime) -> Answer:
    """The writer turns a reaction into an answer of the kind that fits; the reaction itself is withdrawn.

    Its words were checked when they were posted, so they do not count as the same text posted twice.
    """
    require(rules.may_become_answer(by, reaction))
    question = reaction.talk.question_asked
    assert question
    publish_text.may_post(by, at)
    text = reaction.text
    reactions.withdraw_reaction(by=by, reaction=reaction, at=at)
    return questions.answer_question(by=by, question=question, kind=BECOMES[reaction.kind], text=text, at=at)
