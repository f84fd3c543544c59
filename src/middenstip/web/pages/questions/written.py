"""Asking a question and changing it. The typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.questions.lifecycle import QUESTION
from middenstip.domain.questions.models import Question
from middenstip.domain.questions.rules import may_change
from middenstip.domain.questions.selectors import own_initiatives, question_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import Invalid, Refused, require
from middenstip.web.pages.questions.forms import SEEN, AskForm
from middenstip.web.shared.alike import alike
from middenstip.web.shared.hat import anyone, to_login
from middenstip.web.shared.look import home_code
from middenstip.web.shared.reply import done, found

TEXTS = ("text", "explanation", "motivation", "place")


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The four fields. What is like it is shown once, before the question is placed."""
    if not request.user.is_authenticated:
        return to_login(request)
    own = own_initiatives(request.user.pk)
    if request.method != "POST":
        start = {"text": request.GET.get("q", "")[:200], "initiative": request.GET.get("initiatief", "")}
        return _show(request, AskForm(own=own, initial=start), 200)
    form = AskForm(request.POST, own=own)
    if not form.is_valid():
        return _show(request, form, 422)
    told = form.cleaned_data
    if told["seen"] != SEEN and (like := alike(f"{told['text']} {told['explanation']}")):
        return _show(request, _seen(form), 200, like=like)
    by = anyone(request)
    try:
        question = publish_text.question(by=by, **_told(form, by), key=told["key"], at=clock.now())
    except Refused as refusal:
        return _show(request, form, form.absorb(refusal))
    words = _("Je vraag staat erbij. Je krijgt bericht bij elk antwoord.")
    return done(request, words, "questions:detail", question.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    """The asker changes the question."""
    question = found(question_by_id(public_id))
    if not request.user.is_authenticated:
        return to_login(request)
    by = anyone(request)
    require(may_change(by, question))
    QUESTION.after(question.state, "change")  # refuses before the reader fills in the form
    own = own_initiatives(request.user.pk)
    if request.method != "POST":
        return _show(request, AskForm(own=own, initial=_start(question)), 200, question=question)
    form = AskForm(request.POST, own=own, initial=_start(question))
    if not form.is_valid():
        return _show(request, form, 422, question=question)
    try:
        publish_text.question_text(by=by, question=question, **_told(form, by, question), at=clock.now())
    except Refused as refusal:
        return _show(request, form, form.absorb(refusal), question=question)
    return done(request, _("Je vraag is aangepast."), "questions:detail", public_id)


def _told(form: AskForm, by: Doer, question: Question | None = None) -> dict[str, Any]:
    told = form.cleaned_data
    area = area_by_code(told["area"]) if told["area"] else None
    return {
        "texts": {name: told[name] for name in TEXTS},
        "area": area or (question.municipality if question else _gemeente(by)),
        "is_beginner": told["is_beginner"],
        "initiative": form.own.get(told.get("initiative", "")),
    }


def _gemeente(by: Doer) -> Area:
    """The area of a question without one: the gemeente of the platform, else that of the seat."""
    if (code := home_code()) and (home := area_by_code(code)):
        return home
    seat = seat_by_id(by.seat_public_id) if isinstance(by, Actor) else None
    if seat is None:
        raise Invalid({"area": "Kies je gemeente, wijk of buurt."})
    return seat.area.municipality or seat.area


def _start(question: Question) -> dict[str, Any]:
    is_precise = question.area_id != question.municipality_id
    return {
        **{name: getattr(question, name) for name in TEXTS},
        "area": question.area.code if is_precise else "",
        "area_name": question.area.name,
        "initiative": question.initiative.public_id if question.initiative else "",
        "is_beginner": question.is_beginner,
    }


def _seen(form: AskForm) -> AskForm:
    """The same form, to be sent once more: it is placed then."""
    form.data = dict(form.data.items()) | {"seen": SEEN}
    return form


def _show(request: HttpRequest, form: AskForm, status: int, **more: Any) -> HttpResponse:
    question = more.get("question")
    page = {
        "title": _("Pas je vraag aan") if question else _("Stel je vraag"),
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("questions:index"), "label": _("Vragen")}],
        "form": form,
        **more,
    }
    return render(request, "questions/ask.html", page, status=status)
