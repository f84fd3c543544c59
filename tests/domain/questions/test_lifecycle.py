"""After any sequence of acts, the numbers of a question are those of its answers."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.questions import services
from middenstip.domain.questions.lifecycle import OPEN, QUESTION
from middenstip.domain.questions.models import Answer, Question
from middenstip.journeys import publish_text
from tests.cast import Cast
from tests.domain.playing import play

STORY = [
    ("answer", "bas"),
    ("mark", "marijke"),
    ("answer", "ilse"),
    ("unsay", "bas"),
    ("close", "marijke"),
    ("reopen", "marijke"),
    ("unsay", "ilse"),
]


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    asked = publish_text.question(
        by=cast.marijke, texts={"text": "Hoe?"}, area=Area.objects.get(code="GM0150"), at=cast.tick()
    )

    def check(now: Question) -> None:
        shown = now.answers.filter(state="shown")
        assert now.answer_count == shown.count()
        assert now.helped_count == shown.exclude(helped_at=None).count()
        assert now.answer_count == 0 or now.state != OPEN

    played = play(
        QUESTION,
        lambda: Question.objects.get(pk=asked.pk),
        lambda *move: _act(cast, asked, *move),
        STORY,
        others=("change", "withdraw"),
        check=check,
    )
    played.assert_not_one_sided(*QUESTION.words)


def _act(cast: Cast, asked: Question, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()

    def do() -> object:
        told = {"by": by, "question": asked, "at": at}
        if what == "answer":
            return services.answer_question(**told, kind="tip", text=f"Zo {at}")
        if what == "change":
            return services.change_question(**told, texts={"text": f"Hoe {at}?"}, area=asked.area)
        if what in ("mark", "unsay"):
            last = Answer.objects.filter(question=asked).select_related("question").last()
            if last is None:
                return services.close_question(**told)
            if what == "mark":
                return services.mark_answer(by=by, answer=last, helps=True, at=at)
            return services.withdraw_answer(by=by, answer=last, at=at)
        return getattr(services, f"{what}_question")(**told)

    return do
