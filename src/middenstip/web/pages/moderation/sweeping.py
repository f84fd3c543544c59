"""Undoing everything of one person, and putting it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.moderation import rules
from middenstip.domain.moderation.lifecycle import UNDO
from middenstip.domain.moderation.models import HOUSE_RULES
from middenstip.domain.moderation.selectors import posted_by, review_by_id, sweep_by_id
from middenstip.journeys import undo_stranger
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.moderation.forms import SweepForm
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "moderation:swept"


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def sweep(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Hide everything that the writer of this review posted, and take their seats from the tables."""
    review = found(review_by_id(public_id))
    require(rules.may_moderate(actor, review.area))
    person = found(review.writer)
    form, status = SweepForm(request.POST or None), 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("rule", "reason", "days")}
        try:
            made = undo_stranger.sweep(by=actor, person=person, area=review.area, **told, at=clock.now())
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Alles van deze persoon is verborgen."), PAGE, made.public_id)
    page = {
        "title": _("Alles van deze persoon"),
        "form": form,
        "count": len(posted_by(person.pk)),
        "undo_days": UNDO.days,
        "review": review,
    }
    return render(request, "moderation/sweep.html", page, status=status)


@require_safe
@with_hat
def swept(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """What one act undid, and the button to put it back."""
    one = found(sweep_by_id(public_id))
    require(rules.may_moderate(actor, one.area))
    page = {
        "title": _("Opgeruimd"),
        "sweep": one,
        "rule": _(HOUSE_RULES[one.rule].title),
        "texts": len(one.texts),
        "seats": len(one.seats),
        "until": one.at + UNDO,
        "may_undo": bool(rules.may_undo(actor, one, clock.now())) and one.undone_at is None,
    }
    return render(request, "moderation/swept.html", page)


@acting
def undo(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Put back what a sweep hid."""
    undo_stranger.undo(by=actor, sweep=found(sweep_by_id(public_id)), at=clock.now())
    return done(request, _("De teksten staan er weer."), PAGE, public_id)
