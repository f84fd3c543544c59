"""Whatever people try: a hidden text is not shown, and nobody judges an own text or an own decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from middenstip.domain.initiatives.models import Update
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import KEEP, REVIEW, due_after
from middenstip.domain.moderation.models import Decision, Review
from middenstip.journeys import moderate_text, publish_text
from middenstip.kernel.actor import Actor
from tests.cast import Cast, moderator, submitted
from tests.domain.playing import play

WORDS = "De buurman heeft een blauwe kat."
WHY = {"rule": "privacy", "reason": "Zo is de regel."}


@pytest.mark.parametrize(("last", "other"), [("judge", "reverse"), ("reverse", "judge")])
def test_no_sequence_of_acts_shows_a_hidden_text_or_lets_a_moderator_judge_twice(
    cast: Cast, last: str, other: str
) -> None:
    publish_text.news(by=cast.marijke, initiative=submitted(cast), text=WORDS, at=cast.tick())
    news = Update.objects.get()
    hats = {who: moderator(cast, getattr(cast, who)) for who in ("yara", "bas", "marijke")}
    hats |= {"tarik": cast.tarik, "gerrit": cast.gerrit}
    made = moderate_text.report(noun="nieuws", code=f"{news.pk}", person=cast.gerrit, **WHY, at=cast.tick())

    def check(now: Review) -> None:
        news.refresh_from_db()
        assert (news.text == WORDS) == (now.outcome in ("", KEEP))
        decisions = list(Decision.objects.filter(review=now))
        assert len({row.person_id for row in decisions}) == len(decisions)
        assert len({row.half for row in decisions}) == len(decisions)
        assert cast.marijke.person_id not in {row.person_id for row in decisions}

    played = play(
        REVIEW,
        lambda: Review.objects.get(pk=made.review_id),
        lambda what, who: partial(_act, cast, hats[who], made.review, what),
        [("decide", "yara"), ("appeal", "marijke"), (last, "bas")],
        others=("report", "decide_keep", other),
        check=check,
    )
    played.assert_not_one_sided(*REVIEW.words, never=("report", "decide_keep", other))


def _act(cast: Cast, by: Actor, review: Review, what: str) -> object:
    at = cast.tick()
    acts: dict[str, Callable[[], object]] = {
        "decide": lambda: moderate_text.decide(by=by, review=review, outcome="hide", **WHY, at=at),
        "decide_keep": lambda: moderate_text.decide(by=by, review=review, outcome=KEEP, **WHY, at=at),
        "appeal": lambda: moderation.appeal_review(by=by, review=review, text="Nee.", at=at),
        "judge": lambda: moderate_text.judge(by=by, review=review, keeps=True, **WHY, at=at),
        "reverse": lambda: moderate_text.judge(by=by, review=review, keeps=False, **WHY, at=at),
        "report": lambda: moderate_text.report(noun="review", code=review.public_id, person=by, **WHY, at=at),
    }
    return acts[what]()


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 2), date(2026, 11, 5)),  # Monday: Thursday
        (date(2026, 11, 5), date(2026, 11, 10)),  # Thursday: Friday, Monday, Tuesday
        (date(2026, 11, 7), date(2026, 11, 11)),  # Saturday: Wednesday
        (date(2026, 12, 24), date(2026, 12, 30)),  # the day before Christmas: Monday, Tuesday, Wednesday
    ],
)
def test_a_review_is_due_after_three_working_days(day: date, due: date) -> None:
    assert due_after(day) == due
