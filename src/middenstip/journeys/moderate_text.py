"""A text is reported, and a moderator decides: it is hidden or shown in its own room.

Each room announces in its `face.py` what can be reported and which of its services hide and show it.
"""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from django.utils import timezone

from middenstip.domain.moderation import rules
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import KEEP, REMOVE
from middenstip.domain.moderation.models import Complaint, Review
from middenstip.domain.moderation.selectors import to_drop
from middenstip.domain.reports.selectors.public_text import PublicText, public_text
from middenstip.domain.rooms import REPORTABLE, ROOMS
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.face import Reportable
from middenstip.kernel.hidden import GONE, HIDDEN, drop
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write

NOT_THERE = "Deze tekst staat er niet meer."


@write
def report(
    *,
    noun: str,
    code: str,
    rule: str,
    reason: str,
    person: Doer | None = None,
    email: str = "",
    network: str = "",
    at: datetime,
) -> Complaint:
    """Report a text, with or without an account. Nothing is hidden by it, however many reports there are."""
    text = find(noun, code, at)
    if text is None or text.is_hidden:
        raise NotNow(NOT_THERE)
    require(
        rules.may_report(person.person_id if person else None, {text.writer.pk} if text.writer else set())
    )
    review = moderation.open_review(
        noun=noun, target=code, area=text.area, writer=text.writer, seat=text.seat, at=at
    )
    return moderation.add_complaint(
        review=review, rule=rule, reason=reason, person=person, email=email, network=network, at=at
    )


@write
def decide(
    *, by: Actor, review: Review, outcome: str, rule: str, reason: str, days: int = 0, at: datetime
) -> Review:
    """A moderator decides: the text stays, is hidden or removed, or its writer is paused too."""
    review = moderation.decide_review(
        by=by, review=review, outcome=outcome, rule=rule, reason=reason, days=days, at=at
    )
    _settle(by, review, at)
    return review


@write
def judge(*, by: Actor, review: Review, keeps: bool, rule: str, reason: str, at: datetime) -> Review:
    """Another moderator judges the appeal; when it is granted, the text is shown again."""
    review = moderation.judge_review(by=by, review=review, keeps=keeps, rule=rule, reason=reason, at=at)
    _settle(by, review, at)
    return review


def drop_removed(at: datetime, limit: int = 100) -> int:
    """Delete the words of texts that were removed, once the term to appeal is over; returns how many."""
    waiting = to_drop(at, limit)
    for review in waiting:
        _drop(review, at)
    return len(waiting)


@write
def _drop(review: Review, at: datetime) -> None:
    text = find(review.noun, review.target, at)
    if text and text.is_hidden:
        drop(text.row)
    moderation.mark_dropped(review=review, at=at)


def find(noun: str, code: str, at: datetime) -> PublicText | None:
    """The text with this key and code."""
    return public_text(noun, code, timezone.localdate(at))


def hide(text: PublicText, words: str, by: Doer | None, at: datetime) -> None:
    """Hide a text in its own room, with `words` in its place."""
    service(text.kind, text.kind.hides)(code=text.code, words=words, by=by, at=at)


def show(text: PublicText, by: Actor | None, at: datetime) -> None:
    """Show a text in its own room, if it is hidden."""
    if text.is_hidden:
        service(text.kind, text.kind.shows)(code=text.code, by=by, at=at)


def service(kind: Reportable, name: str) -> Any:
    """The service of the room that announced this kind of text."""
    return getattr(_SERVICES[kind.key], name)


def _settle(by: Actor, review: Review, at: datetime) -> None:
    """Make the text as the review says. A text that was deleted meanwhile needs nothing."""
    text = find(review.noun, review.target, at)
    if text is None:
        return
    if review.outcome == KEEP:
        show(text, by, at)
    else:
        hide(text, GONE if review.outcome == REMOVE else HIDDEN, by, at)


_SERVICES = {
    one.key: import_module(f"middenstip.domain.{room.name}.services")
    for room in ROOMS
    for one in room.reportable
}
assert set(_SERVICES) == set(REPORTABLE)
