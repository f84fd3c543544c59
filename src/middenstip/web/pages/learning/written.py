"""Writing a case study: from an initiative that ended, or anew. The typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.learning import services
from middenstip.domain.learning.lifecycle import STUDY
from middenstip.domain.learning.rules import may_begin, may_write
from middenstip.domain.learning.selectors import study_by_id
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import tell_study
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.learning.forms import FiveForm, StudyForm, start_of
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found

PAGE = "learning:detail"


@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A case study of something that is not on the platform."""
    form = StudyForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        seat = found(seat_by_id(actor.seat_public_id))
        area = seat.area.municipality or seat.area
        told = {"texts": form.texts, "choices": form.choices, "key": form.cleaned_data["key"]}
        try:
            study = services.begin_study(by=actor, area=area, **told, at=clock.now())
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je voorbeeld is bewaard. Alleen jij ziet het."), PAGE, study.public_id)
    return _show(request, "learning/form.html", form, status, title=_("Vertel een voorbeeld"))


@with_hat
def begin(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Five questions about an initiative that ended; the rest comes from its record."""
    initiative = found(initiative_by_id(public_id))
    require(may_begin(actor, initiative))
    form = FiveForm(request.POST if request.method == "POST" else None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        study = tell_study.begin(by=actor, initiative=initiative, answers=form.cleaned_data, at=clock.now())
        words = _("Je voorbeeld staat klaar. Lees het na, en laat het zien aan wie erbij was.")
        return done(request, words, PAGE, study.public_id)
    more = {"title": _("Wat kan een ander hiervan leren?"), "initiative": initiative}
    return _show(request, "learning/five.html", form, status, **more)


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    study = found(study_by_id(public_id))
    require(may_write(actor, study))
    STUDY.after(study.state, "change")  # refuses before the reader fills in the form
    form = StudyForm(request.POST or None, initial=start_of(study))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {"texts": form.texts, "choices": form.choices}
        try:
            services.change_study(by=actor, study=study, **told, at=clock.now())
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je voorbeeld is bewaard."), PAGE, public_id)
    return _show(request, "learning/form.html", form, status, title=_("Pas je voorbeeld aan"), study=study)


def _show(request: HttpRequest, template: str, form: Any, status: int, **more: Any) -> HttpResponse:
    crumbs = [{"url": reverse("learning:index"), "label": _("Voorbeelden")}]
    page = {"menu": "initiatieven", "crumbs": crumbs, "form": form, **more}
    return render(request, template, page, status=status)
