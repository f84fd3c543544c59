"""Services that write the asker's list to prepare with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from middenstip.domain.parties.models import Person
from middenstip.domain.questions import rules
from middenstip.domain.questions.lifecycle import MOST_LINES, SHOWN
from middenstip.domain.questions.models import SHORT, Answer, Line, Question
from middenstip.domain.questions.services.record import fresh
from middenstip.kernel import typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.contact import masked
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.turn import short
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write


@write
@once(lambda public_id: Line.objects.get(public_id=public_id))
def add_line(
    *,
    by: Doer,
    question: Question,
    text: str = "",
    answer: Answer | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Line:
    """Add a line, in the asker's words or with the first words of an answer. An answer is added once."""
    question = fresh(question)
    require(rules.may_prepare(by.person_id, question))
    known = Line.objects.filter(question=question)
    if answer and (before := known.filter(answer=answer).first()):
        return before
    if answer and (answer.question_id != question.pk or answer.state != SHOWN or answer.is_hidden):
        raise NotNow("Dit antwoord staat er niet meer.")
    if known.count() >= MOST_LINES:
        raise NotNow(
            said("Er staan al %(count)s regels op je lijst. Haal er eerst een weg.", count=MOST_LINES)
        )
    text = typed.name("text", text) or (short(masked(answer.text), SHORT) if answer else "")
    if not text:
        raise Invalid({"text": "Schrijf op wat je gaat doen."})
    return Line(public_id=public_id or new_id(), question=question, answer=answer, text=text, at=at).store()


@write
def drop_line(*, by: Doer, line: Line) -> None:
    """Take a line off the list. The action that it became stays."""
    require(rules.may_prepare(by.person_id, line.question))
    Line.objects.filter(pk=line.pk).delete()


@write
def hold_lines(*, by: Doer, question: Question, lines: Collection[Line]) -> list[Line]:
    """These lines as they are now, locked, when none of them became an action before."""
    question = fresh(question)
    require(rules.may_prepare(by.person_id, question))
    require(rules.may_plan(question))
    wanted = [line.pk for line in lines]
    held = Line.objects.filter(pk__in=wanted, question=question, action="").order_by("at", "pk")
    return list(held)


@write
def name_actions(*, actions: Mapping[int, str]) -> None:
    """Keep which action each line (by its key) became."""
    rows = [Line(pk=pk, action=action) for pk, action in actions.items()]
    Line.objects.bulk_update(rows, ["action"])


@write
def drop_lines_of(*, person: Person) -> None:
    """Delete the lists of a person who is erased: nobody else reads them."""
    Line.objects.filter(question__person=person).delete()
