"""The queue of a moderator, the decisions about texts of the reader, and one review."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.moderation import rules
from middenstip.domain.moderation.lifecycle import (
    APPEALED,
    DECIDED,
    OPEN,
    ORIGINS,
    OUTCOMES,
    REPORTED,
    REVIEW,
)
from middenstip.domain.moderation.models import HOUSE_RULES, Decision, Review
from middenstip.domain.moderation.selectors import (
    PAGE,
    complaints_about,
    decisions_about,
    halves_moderating,
    is_moderator,
    pause_of,
    queue,
    review_by_id,
    reviews_of,
)
from middenstip.domain.reports.selectors.public_text import public_text
from middenstip.domain.rooms import REPORTABLE
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.web.pages.moderation.forms import AppealForm, DecideForm, JudgeForm
from middenstip.web.shared.hat import actor_of, anyone, read_as, to_login
from middenstip.web.shared.paging import BrokenPlace
from middenstip.web.shared.reply import found


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What waits for this moderator, and what was decided about texts of the reader."""
    if not request.user.is_authenticated:
        return to_login(request)
    actor, today = read_as(request, is_moderator), clock.today()
    rows = queue(actor, _after(request)) if actor and is_moderator(actor) else []
    pause = pause_of(request.user.pk, clock.now())
    page = {
        "title": _("Moderatie"),
        "menu": "moderatie",
        "is_moderator": is_moderator(actor),
        "waiting": [_line(row) | {"is_late": row.due_on < today} for row in rows[:PAGE]],
        "next_url": _next(rows),
        "mine": [_line(row) for row in reviews_of(request.user.pk)],
        "pause": pause,
        "pause_rule": _(HOUSE_RULES[pause.rule].title) if pause else "",
    }
    return render(request, "moderation/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One review."""
    return review_page(request, public_id, 200)


def review_page(request: HttpRequest, public_id: str, status: int, **forms: Any) -> HttpResponse:
    """The page of a review, for its moderators and its writer; `forms` are the ones that were sent."""
    review = found(review_by_id(public_id))
    if not request.user.is_authenticated:
        return to_login(request)
    reader = read_as(request, lambda hat: bool(rules.may_moderate(hat, review.area))) or anyone(request)
    require(rules.may_read(reader, review))
    moderates = isinstance(reader, Actor) and bool(rules.may_moderate(reader, review.area))
    writes = rules.is_writer(reader, review)
    if not moderates and review.state == OPEN and review.origin == REPORTED:
        found(None)  # nothing was decided, so there is nothing for the writer to read yet
    text = public_text(review.noun, review.target, clock.today())
    page = {
        **_line(review),
        "title": _("Nakijken"),
        "review": review,
        "public_id": public_id,
        "words": text.words if text else (),
        "path": text.path if text else "",
        "decisions": [_decision(row) for row in decisions_about(review)],
        "complaints": [_complaint(row) for row in complaints_about(review)] if moderates else [],
        "appeal": getattr(review, "appeal", None),
        "decide_form": DecideForm() if moderates and not writes and review.state == OPEN else None,
        "judge_form": JudgeForm() if moderates and not writes and review.state == APPEALED else None,
        "appeal_form": AppealForm() if writes and _can_appeal(review) else None,
        "is_one_half": moderates and not rules.may_remove(_halves(review)),
        "sweep_url": _sweep_url(review) if moderates and not writes else "",
        "actor": actor_of(request),
        **forms,
    }
    page["form"] = page["decide_form"] or page["judge_form"] or page["appeal_form"]
    return render(request, "moderation/review.html", page, status=status)


def _halves(review: Review) -> set[str]:
    return halves_moderating(review.area, rules.codes_around(review.area), clock.today())


def _can_appeal(review: Review) -> bool:
    return review.state == DECIDED and review.outcome != "keep"


def _sweep_url(review: Review) -> str:
    if review.writer is None or review.writer.erased_at:
        return ""
    return reverse("moderation:sweep", args=[review.public_id])


def _line(row: Review) -> dict[str, Any]:
    return {
        "url": reverse("moderation:review", args=[row.public_id]),
        "what": _(REPORTABLE[row.noun].word) if row.noun in REPORTABLE else row.noun,
        "origin": _(ORIGINS[row.origin]),
        "reports": row.reports,
        "place": row.area.name,
        "state": _(REVIEW.words[row.state]),
        "outcome": _(OUTCOMES[row.outcome]) if row.outcome else "",
        "due_on": row.due_on,
    }


def _decision(row: Decision) -> dict[str, Any]:
    return {
        "is_appeal": row.is_appeal,
        "outcome": _(OUTCOMES[row.outcome]),
        "days": row.days,
        "rule": _(HOUSE_RULES[row.rule].title),
        "reason": row.reason,
        "half": row.half,
        "at": row.at,
    }


def _complaint(row: Any) -> dict[str, Any]:
    return {"rule": _(HOUSE_RULES[row.rule].title), "reason": row.reason, "at": row.at}


def _after(request: HttpRequest) -> Any:
    """The position in the queue: a day and a key."""
    text = request.GET.get("na", "")
    if not text:
        return None
    day, _dot, key = text.partition(".")
    try:
        return date.fromisoformat(day), int(key[:15])
    except ValueError:
        raise BrokenPlace from None


def _next(rows: list[Review]) -> str:
    if len(rows) <= PAGE:
        return ""
    last = rows[PAGE - 1]
    return f"?na={last.due_on.isoformat()}.{last.pk}"
