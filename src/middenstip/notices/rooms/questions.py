"""Who is told about questions: the asker, the writer of an answer that helped, and the verbinder."""

from __future__ import annotations

from typing import Any

from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR
from middenstip.domain.parties.selectors import seats_with_role
from middenstip.domain.questions import facts
from middenstip.domain.questions.lifecycle import KINDS, OPEN, SHOWN
from middenstip.domain.questions.models import Answer, Question
from middenstip.domain.questions.selectors import answer_by_id, area_codes, question_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own

_BY_WRITER = Silent("the writer did it")
_MODERATED = Silent("who moderates tells the writer why")


def question_of(dossier: Dossier) -> Question | None:
    return dossier.subject("question", question_by_id)


def answer_of(dossier: Dossier) -> Answer | None:
    """The answer in the data of the fact, while it can be read."""
    public_id = dossier.entry.data.get("answer", "")
    found = dossier.once("answer", lambda: answer_by_id(public_id)) if public_id else None
    return found if found and found.state == SHOWN and not found.is_hidden else None


def _asker(dossier: Dossier) -> list[Any]:
    question = question_of(dossier)
    return [question.person] if question else []


def _writer(dossier: Dossier) -> list[Any]:
    answer = answer_of(dossier)
    return [answer.person] if answer else []


def _connectors(dossier: Dossier) -> list[Seat]:
    question = question_of(dossier)
    return seats_with_role(CONNECTOR, area_codes(question), dossier.on) if question else []


ASKER = Audience("asker", "jij deze vraag stelde", _asker)
ANSWERER = Audience("answerer", "jij dit antwoord gaf", _writer)
CONNECTORS = in_seats("connectors", "jij verbinder van dit gebied bent", _connectors)


def is_readable(dossier: Dossier) -> bool:
    return answer_of(dossier) is not None


def still_waits(dossier: Dossier) -> bool:
    question = question_of(dossier)
    return question is not None and question.state == OPEN and not question.is_hidden


def _gaps(dossier: Dossier) -> dict[str, Any]:
    answer = answer_of(dossier)
    return {
        "question": question_of(dossier),
        "answer": answer,
        "sort": KINDS[answer.kind] if answer else "",
    }


POST = Post(
    heard={
        facts.QuestionAsked: Silent("it stands in the list and on the tribune"),
        facts.QuestionAnswered: (own(ASKER, page="question", still=is_readable),),
        facts.QuestionHelped: (own(ANSWERER, page="question", still=is_readable),),
        facts.QuestionWaits: (own(CONNECTORS, page="question", still=still_waits),),
        facts.QuestionRaised: Silent("the tribune asks everyone"),
        facts.QuestionChanged: _BY_WRITER,
        facts.QuestionUnhelped: Silent("nobody is told that a thank-you was taken back"),
        facts.QuestionClosed: _BY_WRITER,
        facts.QuestionReopened: _BY_WRITER,
        facts.QuestionWithdrawn: _BY_WRITER,
        facts.AnswerWithdrawn: _BY_WRITER,
        facts.QuestionHidden: _MODERATED,
        facts.QuestionShown: _MODERATED,
        facts.AnswerHidden: _MODERATED,
        facts.AnswerShown: _MODERATED,
    },
    things={"question": question_of},
    gaps=_gaps,
)
