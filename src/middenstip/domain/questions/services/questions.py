"""Services that write a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.questions import facts, rules
from middenstip.domain.questions.lifecycle import QUESTION
from middenstip.domain.questions.models import WITHDRAWN_TEXT, Question
from middenstip.domain.questions.services.record import fresh, record_about, writer
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

TEXTS = ("explanation", "motivation")
EMPTY = "Schrijf eerst je vraag."


@write
@once(lambda public_id: Question.objects.get(public_id=public_id))
def ask_question(
    *,
    by: Doer,
    texts: Mapping[str, str],
    area: Area,
    is_beginner: bool = False,
    initiative: Initiative | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Question:
    """Ask a question. `texts` has text, explanation, motivation and place; all but the first may be empty."""
    if initiative:
        require(rules.may_link(by, initiative))
    question = Question(
        public_id=public_id or new_id(),
        **_cleaned(texts),
        **_where(area),
        is_beginner=is_beginner,
        initiative=initiative,
        asked_at=at,
        **writer(by),
    ).store()
    record_about(facts.QuestionAsked, question, by, at)
    return question


@write
def change_question(
    *,
    by: Doer,
    question: Question,
    texts: Mapping[str, str],
    area: Area,
    is_beginner: bool = False,
    initiative: Initiative | None = None,
    at: datetime,
) -> Question:
    """The asker changes the words, the area, or the initiative that it belongs to."""
    question = fresh(question)
    require(rules.may_change(by, question))
    question.state = QUESTION.after(question.state, "change")
    if initiative and initiative.pk != question.initiative_id:
        require(rules.may_link(by, initiative))
    new = {**_cleaned(texts), **_where(area), "is_beginner": is_beginner, "initiative": initiative}
    if all(getattr(question, name) == value for name, value in new.items()):
        return question
    for name, value in new.items():
        setattr(question, name, value)
    question.changed_at = at
    question.store(*new, "changed_at")
    record_about(facts.QuestionChanged, question, by, at)
    return question


@write
def close_question(*, by: Doer, question: Question, at: datetime) -> Question:
    """The asker knows enough."""
    return _step(facts.QuestionClosed, "close", by, question, at)


@write
def reopen_question(*, by: Doer, question: Question, at: datetime) -> Question:
    """The asker wants to know more after all."""
    return _step(facts.QuestionReopened, "reopen", by, question, at)


@write
def withdraw_question(*, by: Doer, question: Question, at: datetime) -> Question:
    """The asker withdraws it: its words are deleted, the answers of others stay."""
    question = _step(facts.QuestionWithdrawn, "withdraw", by, question, at)
    question.text, question.explanation, question.motivation, question.place = WITHDRAWN_TEXT, "", "", ""
    question.hidden = None
    return question.store(*Question.public_texts, "hidden")


@write
def tell_silence(*, public_id: str, is_raised: bool, at: datetime) -> int:
    """Nobody answers: the verbinder hears it, and with `is_raised` everyone. Each once; returns how many."""
    question = fresh(Question.objects.get(public_id=public_id))
    told = 0
    if question.answer_count == 0 and question.state == QUESTION.start:
        if question.told_at is None:
            question.told_at, told = at, told + 1
            record_about(facts.QuestionWaits, question, None, at)
        if is_raised and question.raised_at is None:
            question.raised_at, told = at, told + 1
            record_about(facts.QuestionRaised, question, None, at)
        question.store("told_at", "raised_at")
    return told


@write
def hide_question(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts; a journey of moderation calls this."""
    question = _coded(code)
    hidden.hide(question, words)
    record_about(facts.QuestionHidden, question, by, at)


@write
def show_question(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    question = _coded(code)
    hidden.show(question)
    record_about(facts.QuestionShown, question, by, at)


def _step(kind: Any, act: str, by: Doer, question: Question, at: datetime) -> Question:
    question = fresh(question)
    require(rules.may_end(by, question))
    question.state = QUESTION.after(question.state, act)
    question.store("state")
    record_about(kind, question, by, at)
    return question


def _cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    text = typed.name("text", texts.get("text", ""))
    if not text:
        raise Invalid({"text": EMPTY})
    told = {name: typed.text(texts.get(name, "")) for name in TEXTS}
    return {"text": text, "place": typed.name("place", texts.get("place", "")), **told}


def _where(area: Area) -> dict[str, Area | None]:
    return {"area": area, "municipality": area.municipality or area, "district": area.district}


def _coded(code: str) -> Question:
    return fresh(Question.objects.only("pk").get(public_id=code))
