"""The facts about questions. The subject of each fact is the question, also when it is about an answer."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Fact):
    kind = "question.asked"


@dataclass(frozen=True, kw_only=True)
class QuestionChanged(Fact):
    kind = "question.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(Fact):
    """`answer` is the public id of the answer, `sort` its kind."""

    kind = "question.answered"

    answer: str
    sort: str


@dataclass(frozen=True, kw_only=True)
class QuestionHelped(Fact):
    """The asker says that an answer helped."""

    kind = "question.helped"

    answer: str


@dataclass(frozen=True, kw_only=True)
class QuestionUnhelped(Fact):
    """The asker takes that back."""

    kind = "question.unhelped"
    public = False

    answer: str


@dataclass(frozen=True, kw_only=True)
class QuestionWaits(Fact):
    """Nobody answered within five working days."""

    kind = "question.waits"
    public = False


@dataclass(frozen=True, kw_only=True)
class QuestionRaised(Fact):
    """Nobody answered within ten working days: everyone is asked."""

    kind = "question.raised"


@dataclass(frozen=True, kw_only=True)
class QuestionClosed(Fact):
    kind = "question.closed"
    public = False


@dataclass(frozen=True, kw_only=True)
class QuestionReopened(Fact):
    kind = "question.reopened"
    public = False


@dataclass(frozen=True, kw_only=True)
class QuestionWithdrawn(Fact):
    kind = "question.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class AnswerWithdrawn(Fact):
    kind = "question.answer_withdrawn"
    public = False

    answer: str


@dataclass(frozen=True, kw_only=True)
class QuestionHidden(Fact):
    kind = "question.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class QuestionShown(Fact):
    kind = "question.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class AnswerHidden(Fact):
    kind = "question.answer_hidden"
    public = False

    answer: str


@dataclass(frozen=True, kw_only=True)
class AnswerShown(Fact):
    kind = "question.answer_shown"
    public = False

    answer: str
