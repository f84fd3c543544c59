"""Somebody who just begins is answered kindly, as long as answers are asked for."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.questions import services
from middenstip.domain.questions.models import Question
from middenstip.domain.questions.rules import is_kind_asked
from middenstip.journeys import publish_text
from tests.cast import Cast


def asks(cast: Cast, **more: bool) -> Question:
    area = Area.objects.get(code="GM0150")
    told = {"texts": {"text": "Hoe begin ik?"}, "area": area, "at": cast.tick()}
    return publish_text.question(by=cast.marijke, **told, **more)


def test_a_kind_answer_is_asked_for_until_the_question_is_closed(cast: Cast) -> None:
    asked = asks(cast, is_beginner=True)
    assert is_kind_asked(asked)
    publish_text.answer(by=cast.bas, question=asked, kind="tip", text="Bel de buren.", at=cast.tick())
    answered = Question.objects.get(pk=asked.pk)
    assert (answered.state, is_kind_asked(answered)) == ("answered", True)
    closed = services.close_question(by=cast.marijke, question=asked, at=cast.tick())
    assert not is_kind_asked(closed)
    assert is_kind_asked(services.reopen_question(by=cast.marijke, question=asked, at=cast.tick()))


def test_somebody_who_did_it_before_is_not_called_a_beginner(cast: Cast) -> None:
    asked = asks(cast)
    assert not is_kind_asked(asked)
    told = {"texts": {"text": "Hoe begin ik hier?"}, "area": asked.area, "is_beginner": True}
    changed = publish_text.question_text(by=cast.marijke, question=asked, **told, at=cast.tick())
    assert is_kind_asked(changed)
