"""What the host does with the questions of the hall."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import HallQuestion
from middenstip.domain.gatherings.rules import may_manage
from middenstip.domain.gatherings.selectors import gathering_by_id
from middenstip.domain.gatherings.selectors.hall import hall_question_by_id
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.hall import PAGE, hall_page
from middenstip.web.pages.gatherings.hall_forms import HideForm, QuestionCardForm, SumUpForm
from middenstip.web.shared.hat import anyone, logged_in
from middenstip.web.shared.reply import done, found


@logged_in
def card(request: HttpRequest, public_id: str) -> HttpResponse:
    """Type in a question that stands on a card."""
    one, by = found(gathering_by_id(public_id)), anyone(request)
    require(may_manage(by, one))
    form = QuestionCardForm(request.POST)
    if not form.is_valid():
        return hall_page(request, one, 422, card_form=form)
    told = {name: form.cleaned_data[name] for name in ("text", "half", "key")}
    try:
        services.type_question_card(by=by, gathering=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return hall_page(request, one, form.absorb(refusal), card_form=form)
    return done(request, _("De vraag van de kaart staat erbij."), PAGE, public_id)


@logged_in
def move(request: HttpRequest, public_id: str) -> HttpResponse:
    """On the table, back, or answered."""
    question = _question(public_id)
    step = request.POST.get("stap", "")
    services.move_in_hall(by=anyone(request), question=question, step=step, at=clock.now())
    words = {
        "table": _("De vraag ligt op tafel. Het scherm laat haar zien."),
        "back": _("De vraag wacht weer."),
        "answer": _("De vraag is beantwoord."),
    }
    return _back(request, words[step], question)


@logged_in
def hide(request: HttpRequest, public_id: str) -> HttpResponse:
    question, by = _question(public_id), anyone(request)
    require(may_manage(by, question.gathering))
    form = HideForm(request.POST, question=question)
    if not form.is_valid():
        return hall_page(request, question.gathering, 422, refused=form)
    try:
        services.hide_in_hall(by=by, question=question, why=form.cleaned_data["why"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return hall_page(request, question.gathering, form.absorb(refusal), refused=form)
    return _back(request, _("De vraag is verborgen. De reden staat erbij."), question)


@logged_in
def show(request: HttpRequest, public_id: str) -> HttpResponse:
    question = _question(public_id)
    services.show_in_hall(by=anyone(request), question=question, at=clock.now())
    return _back(request, _("Iedereen leest deze vraag weer."), question)


@logged_in
def sum_up(request: HttpRequest, public_id: str) -> HttpResponse:
    """In a luisterronde: what the host heard."""
    question, by = _question(public_id), anyone(request)
    require(may_manage(by, question.gathering))
    form = SumUpForm(request.POST, question=question)
    if not form.is_valid():
        return hall_page(request, question.gathering, 422, refused=form)
    try:
        told = {"summary": form.cleaned_data["summary"]}
        services.sum_up_in_hall(by=by, question=question, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return hall_page(request, question.gathering, form.absorb(refusal), refused=form)
    return _back(request, _("Vraag nu aan wie het zei: klopt dit?"), question)


@logged_in
def note(request: HttpRequest, public_id: str) -> HttpResponse:
    """The question becomes a line of the notes."""
    question = _question(public_id)
    services.note_in_hall(by=anyone(request), question=question, at=clock.now())
    return _back(request, _("De vraag is een regel van de notulen."), question)


def _question(public_id: str) -> HallQuestion:
    return found(hall_question_by_id(public_id))


def _back(request: HttpRequest, words: str, question: HallQuestion) -> HttpResponse:
    return done(request, words, PAGE, question.gathering.public_id)
