"""The asker's list to prepare with: lines go on, come off, and become actions of the initiative."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.questions import services
from middenstip.domain.questions.rules import may_prepare
from middenstip.domain.questions.selectors import answer_by_id, line_by_id, lines_of, question_by_id
from middenstip.journeys import plan_preparation
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.questions.forms import LineForm, PlanForm
from middenstip.web.pages.questions.views import question_page
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE, LIST = "questions:detail", "lijst"


@logged_in
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """A line in the asker's own words."""
    question = found(question_by_id(public_id))
    by = anyone(request)
    require(may_prepare(by.person_id, question))
    form = LineForm(request.POST)
    if not form.is_valid():
        return question_page(request, public_id, 422, line_form=form)
    told = {name: form.cleaned_data[name] for name in ("text", "key")}
    try:
        services.add_line(by=by, question=question, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return question_page(request, public_id, form.absorb(refusal), line_form=form)
    return done(request, _("Het staat op je lijst."), PAGE, public_id, part=LIST)


@logged_in
def add_answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """A line with the first words of an answer."""
    answer = found(answer_by_id(public_id))
    services.add_line(by=anyone(request), question=answer.question, answer=answer, at=clock.now())
    return done(request, _("Het staat op je lijst."), PAGE, answer.question.public_id, part=LIST)


@logged_in
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    line = found(line_by_id(public_id))
    services.drop_line(by=anyone(request), line=line)
    return done(request, _("Het is van je lijst af."), PAGE, line.question.public_id, part=LIST)


@acting
def plan(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The chosen lines become actions."""
    question = found(question_by_id(public_id))
    require(may_prepare(actor.person_id, question))
    form = PlanForm(request.POST, lines=lines_of(question))
    if not form.is_valid():
        return question_page(request, public_id, 422, plan_form=form)
    chosen = [form.by_id[key] for key in form.cleaned_data["lines"]]
    try:
        made = plan_preparation.plan(by=actor, question=question, lines=chosen, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return question_page(request, public_id, form.absorb(refusal), plan_form=form)
    words = ngettext("%(count)s taak staat klaar.", "%(count)s taken staan klaar.", len(made))
    return done(request, words % {"count": len(made)}, PAGE, public_id, part=LIST)
