"""What people do with one question: answer, say what helped, close, withdraw."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.questions import services
from middenstip.domain.questions.selectors import answer_by_id, question_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.questions.forms import AnswerForm
from middenstip.web.pages.questions.views import question_page
from middenstip.web.shared.hat import anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "questions:detail"


@logged_in
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    question = found(question_by_id(public_id))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return question_page(request, public_id, 422, answer_form=form)
    told = {name: form.cleaned_data[name] for name in ("kind", "text", "key")}
    try:
        made = publish_text.answer(by=anyone(request), question=question, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return question_page(request, public_id, form.absorb(refusal), answer_form=form)
    return done(
        request, _("Je antwoord staat erbij. Dank je wel."), PAGE, public_id, part=f"a-{made.public_id}"
    )


@logged_in
def mark(request: HttpRequest, public_id: str) -> HttpResponse:
    """`hielp` is *ja*, or *nee* to take it back."""
    one = found(answer_by_id(public_id))
    helps = request.POST.get("hielp", "ja") != "nee"
    services.mark_answer(by=anyone(request), answer=one, helps=helps, at=clock.now())
    words = (
        _("Fijn dat dit hielp. De schrijver krijgt bericht.") if helps else _("Dit staat er niet meer bij.")
    )
    return done(request, words, PAGE, one.question.public_id, part=f"a-{public_id}")


@logged_in
def withdraw_answer(request: HttpRequest, public_id: str) -> HttpResponse:
    one = found(answer_by_id(public_id))
    services.withdraw_answer(by=anyone(request), answer=one, at=clock.now())
    return done(request, _("Je antwoord is ingetrokken. De tekst is weg."), PAGE, one.question.public_id)


@logged_in
def close(request: HttpRequest, public_id: str) -> HttpResponse:
    question = found(question_by_id(public_id))
    services.close_question(by=anyone(request), question=question, at=clock.now())
    return done(request, _("Je vraag is afgerond. Anderen blijven haar vinden."), PAGE, public_id)


@logged_in
def reopen(request: HttpRequest, public_id: str) -> HttpResponse:
    question = found(question_by_id(public_id))
    services.reopen_question(by=anyone(request), question=question, at=clock.now())
    return done(request, _("Je vraag staat weer open."), PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    question = found(question_by_id(public_id))
    services.withdraw_question(by=anyone(request), question=question, at=clock.now())
    return done(request, _("Je vraag is ingetrokken. De tekst is weg."), PAGE, public_id)
