"""The acts on a review: decide, appeal, judge. What was typed is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import KEEP
from middenstip.domain.moderation.selectors import review_by_id
from middenstip.journeys import moderate_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.moderation.forms import AppealForm, DecideForm, JudgeForm
from middenstip.web.pages.moderation.queue import review_page
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "moderation:review"


@acting
def decide(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The first decision."""
    review, form, status = found(review_by_id(public_id)), DecideForm(request.POST), 422
    if form.is_valid():
        try:
            told = _told(form.cleaned_data, "outcome", "rule", "reason")
            days = form.cleaned_data["days"] or 0
            moderate_text.decide(by=actor, review=review, **told, days=days, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request, _("Je besluit is genomen. De schrijver en de melder horen het."), PAGE, public_id
            )
    return review_page(request, public_id, status, decide_form=form)


@logged_in
def appeal(request: HttpRequest, public_id: str) -> HttpResponse:
    """The writer appeals; a seat is not needed."""
    review, form, status = found(review_by_id(public_id)), AppealForm(request.POST), 422
    if form.is_valid():
        try:
            text = form.cleaned_data["text"]
            moderation.appeal_review(by=anyone(request), review=review, text=text, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je bezwaar is binnen. Een andere moderator kijkt."), PAGE, public_id)
    return review_page(request, public_id, status, appeal_form=form)


@acting
def judge(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The decision after an appeal."""
    review, form, status = found(review_by_id(public_id)), JudgeForm(request.POST), 422
    if form.is_valid():
        keeps = form.cleaned_data["outcome"] != KEEP
        try:
            told = _told(form.cleaned_data, "rule", "reason")
            moderate_text.judge(by=actor, review=review, keeps=keeps, **told, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request, _("Je besluit staat vast. De schrijver en de melder horen het."), PAGE, public_id
            )
    return review_page(request, public_id, status, judge_form=form)


def _told(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: data[key] for key in keys}
