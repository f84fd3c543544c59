"""What the author and the people who were part of it do with a case study."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.learning import services
from middenstip.domain.learning.rules import may_answer
from middenstip.domain.learning.selectors import study_by_id, voice_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid, require
from middenstip.web.pages.learning.forms import CorrectForm
from middenstip.web.pages.learning.views import study_page
from middenstip.web.shared.hat import anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "learning:detail"


@logged_in
def review(request: HttpRequest, public_id: str) -> HttpResponse:
    study = found(study_by_id(public_id))
    services.review_study(by=anyone(request), study=study, at=clock.now())
    return done(request, _("Wie erbij was, krijgt nu zeven dagen om mee te lezen."), PAGE, public_id)


@logged_in
def publish(request: HttpRequest, public_id: str) -> HttpResponse:
    study = found(study_by_id(public_id))
    publish_text.study(by=anyone(request), study=study, at=clock.now())
    return done(request, _("Je voorbeeld staat online. Iedereen kan ervan leren."), PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    study = found(study_by_id(public_id))
    services.withdraw_study(by=anyone(request), study=study, at=clock.now())
    return done(request, _("Je voorbeeld is ingetrokken. Alleen jij leest het nog."), PAGE, public_id)


@logged_in
def agree(request: HttpRequest, public_id: str) -> HttpResponse:
    voice = found(voice_by_id(public_id))
    services.agree_study(by=anyone(request), voice=voice, at=clock.now())
    return done(request, _("Dank je. De schrijver ziet dat het klopt."), PAGE, voice.study.public_id)


@logged_in
def correct(request: HttpRequest, public_id: str) -> HttpResponse:
    voice = found(voice_by_id(public_id))
    by = anyone(request)
    require(may_answer(by, voice))
    form = CorrectForm(request.POST)
    if not form.is_valid():
        return study_page(request, voice.study.public_id, 422, correct_form=form)
    remark = form.cleaned_data["remark"]
    try:
        services.correct_study(by=by, voice=voice, remark=remark, at=clock.now())
    except Invalid as refusal:
        return study_page(request, voice.study.public_id, form.absorb(refusal), correct_form=form)
    return done(request, _("De schrijver krijgt je verbetering."), PAGE, voice.study.public_id)


@logged_in
def leave(request: HttpRequest, public_id: str) -> HttpResponse:
    voice = found(voice_by_id(public_id))
    services.leave_study(by=anyone(request), voice=voice, at=clock.now())
    return done(request, _("Je naam staat er niet meer bij. De schrijver hoort het."), "learning:index")
