"""Services that write answers."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.questions import facts, rules
from middenstip.domain.questions.lifecycle import ANSWER, KINDS, QUESTION
from middenstip.domain.questions.models import Answer, Question
from middenstip.domain.questions.services.record import fresh, record_about, writer
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

EMPTY = "Schrijf eerst je antwoord."


@write
@once(lambda public_id: Answer.objects.select_related("question__person").get(public_id=public_id))
def answer_question(
    *, by: Doer, question: Question, kind: str, text: str, key: str = "", public_id: str = "", at: datetime
) -> Answer:
    """Give an answer of a kind. A closed question stays closed: the answer is for who asks it next."""
    if kind not in KINDS:
        raise Invalid({"kind": "Kies wat voor antwoord je geeft."})
    text = typed.text(text)
    if not text:
        raise Invalid({"text": EMPTY})
    question = fresh(question)
    require(rules.may_answer(by.person_id, question))
    if QUESTION.allows(question.state, "answer"):
        question.state = QUESTION.after(question.state, "answer")
    answer = Answer(
        public_id=public_id or new_id(), question=question, kind=kind, text=text, at=at, **writer(by)
    ).store()
    question.answer_count += 1
    question.store("state", "answer_count")
    record_about(facts.QuestionAnswered, question, by, at, answer=answer.public_id, sort=kind)
    return answer


@write
def mark_answer(*, by: Doer, answer: Answer, helps: bool, at: datetime) -> Answer:
    """The asker says that an answer helped, or takes that back. Twice the same changes nothing."""
    answer = _fresh(answer)
    require(rules.may_mark(by, answer))
    ANSWER.after(answer.state, "mark")
    question = answer.question
    QUESTION.after(question.state, "mark")
    if helps == (answer.helped_at is not None):
        return answer
    answer.helped_at = at if helps else None
    answer.store("helped_at")
    question.helped_count += 1 if helps else -1
    question.store("helped_count")
    kind = facts.QuestionHelped if helps else facts.QuestionUnhelped
    record_about(kind, question, by, at, answer=answer.public_id)
    return answer


@write
def withdraw_answer(*, by: Doer, answer: Answer, at: datetime) -> Answer:
    """The writer withdraws an answer: its text is deleted. A question without answers waits again."""
    answer = _fresh(answer)
    require(rules.may_withdraw_answer(by, answer))
    answer.state = ANSWER.after(answer.state, "withdraw")
    helped, answer.helped_at = answer.helped_at is not None, None
    answer.text, answer.hidden = "", None
    answer.store("state", "text", "helped_at", "hidden")
    question = answer.question
    question.answer_count -= 1
    question.helped_count -= helped
    if not question.answer_count and QUESTION.allows(question.state, "lose_answers"):
        question.state = QUESTION.after(question.state, "lose_answers")
    question.store("state", "answer_count", "helped_count")
    record_about(facts.AnswerWithdrawn, question, by, at, answer=answer.public_id)
    return answer


@write
def hide_answer(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its text; a journey of moderation calls this."""
    answer = _fresh(Answer.objects.get(public_id=code))
    hidden.hide(answer, words)
    record_about(facts.AnswerHidden, answer.question, by, at, answer=code)


@write
def show_answer(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the text back. `NotNow` when it is not hidden."""
    answer = _fresh(Answer.objects.get(public_id=code))
    hidden.show(answer)
    record_about(facts.AnswerShown, answer.question, by, at, answer=code)


def _fresh(answer: Answer) -> Answer:
    """The answer as it is now, with its question locked."""
    question = fresh(Question(pk=answer.question_id))
    found = Answer.objects.get(pk=answer.pk)
    found.question = question
    return found
