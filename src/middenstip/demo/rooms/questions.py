"""The questions of the demo: asked and answered through the same journeys as on the site."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories.asked import ASKED, Asking
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.questions import services, tasks
from middenstip.journeys import publish_text

LAST = "Huiswerkzolder"  # the last story: all others are told by then


def ask(teller: Teller) -> None:
    """All questions, the oldest first, and after that what nobody answered."""
    if teller.story.title != LAST:
        return
    for asking in sorted(ASKED, key=lambda one: -one.ago):
        _ask(teller, asking)
    tasks.notice_silence(by_day(teller.now - timedelta(days=1)))


def _ask(teller: Teller, one: Asking) -> None:
    by, at = teller.cast[one.who], by_day(teller.now - timedelta(days=one.ago))
    texts = {
        "text": one.text,
        "explanation": one.explanation,
        "motivation": one.motivation,
        "place": one.place,
    }
    question = publish_text.question(
        by=by,
        texts=texts,
        area=Area.objects.select_related("municipality", "district").get(code=one.area),
        is_beginner=one.is_beginner,
        initiative=Initiative.objects.filter(title=one.about).first(),
        at=at,
    )
    for hours, told in enumerate(one.answers, start=1):
        said = by_day(at + timedelta(hours=9 * hours))
        answer = publish_text.answer(
            by=teller.cast[told.who], question=question, kind=told.kind, text=told.text, at=said
        )
        if told.helps:
            later = by_day(said + timedelta(hours=5))
            services.mark_answer(by=by, answer=answer, helps=True, at=later)
            services.add_line(by=by, question=question, answer=answer, at=later)
    if one.is_closed:
        services.close_question(by=by, question=question, at=by_day(at + timedelta(days=9)))


STEPS = (Step(97, ask),)
