"""The hall of a gathering: a phone asks and shares without an account; and the screen that all look at."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, PAST
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.rules import is_host, may_ask, may_read_inside
from middenstip.domain.gatherings.selectors import attendance_of, gathering_by_id, lines_of
from middenstip.domain.gatherings.selectors.hall import (
    gathering_by_code,
    hall_of,
    hall_question_by_id,
    marks_of,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Doer
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.hall_forms import AskForm, DifferForm, QuestionCardForm
from middenstip.web.pages.gatherings.hall_present import Hall, hall_values, screen_values, ways
from middenstip.web.pages.gatherings.phone import keep, new_code, phone_of, phone_with
from middenstip.web.shared import dates
from middenstip.web.shared.errors import problem_page
from middenstip.web.shared.gatherings import hours, missing_words
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.reply import done, found

PAGE = "gatherings:hall"
NO_CODE = "Deze code hoort bij geen bijeenkomst van vandaag. Kijk of je hem goed overtypte."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is asked, and the form for everybody. At most four queries."""
    one = found(gathering_by_id(public_id))
    if request.method != "POST":
        return hall_page(request, one)
    form = AskForm(request.POST)
    if not form.is_valid():
        return hall_page(request, one, 422, form=form)
    told = {name: form.cleaned_data[name] for name in ("text", "half", "key")}
    try:
        code = new_code(request, one)
        phone = phone_with(code)
        services.ask_in_hall(gathering=one, by=_reader(request), phone=phone, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return hall_page(request, one, form.absorb(refusal), form=form)
    said = _("Je vraag staat erbij. Kijk mee op het scherm in de zaal.")
    return keep(done(request, said, PAGE, public_id), one, code)


@require_POST
def echo(request: HttpRequest, public_id: str) -> HttpResponse:
    """*Ook mijn vraag*: once for every phone."""
    question = found(hall_question_by_id(public_id))
    one = question.gathering
    code = new_code(request, one)
    services.echo_in_hall(question=question, phone=phone_with(code), by=_reader(request), at=clock.now())
    said = _("Dit is nu ook jouw vraag.")
    return keep(done(request, said, PAGE, one.public_id, part="wachten"), one, code)


@require_POST
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    """The speaker says *klopt* or *niet helemaal*."""
    question = found(hall_question_by_id(public_id))
    agrees = bool(request.POST.get("klopt"))
    form = DifferForm(request.POST, question=question)
    if not agrees and not form.is_valid():
        return hall_page(request, question.gathering, 422, refused=form)
    told: dict[str, Any] = {
        "agrees": agrees,
        "text": form.cleaned_data.get("text", "") if form.is_valid() else "",
    }
    phone = phone_of(request, question.gathering)
    try:
        services.confirm_in_hall(question=question, by=_reader(request), phone=phone, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return hall_page(request, question.gathering, form.absorb(refusal), refused=form)
    return done(request, _("Dank je wel. Het staat erbij."), PAGE, question.gathering.public_id)


def hall_page(request: HttpRequest, one: Gathering, status: int = 200, **more: Any) -> HttpResponse:
    """The questions for a phone, and for the host; `more` are forms with errors to show again."""
    reader = _reader(request)
    is_inside = _require_inside(request, one, reader)
    marks = marks_of(one, phone_of(request, one))
    hall = Hall(
        one,
        hall_of(one),
        marks,
        hosts=is_host(reader, one),
        now=clock.now(),
        refused=more.get("refused"),
        shows_all="alles" in request.GET,
    )
    title = _title(one, is_inside)
    page = {
        "title": _("Vragen uit de zaal"),
        "menu": "agenda",
        "crumbs": [{"url": path_to("gathering", one.public_id), "label": title, "is_title": True}],
        "gathering": one,
        "name": title,
        "form": AskForm(),
        "card_form": QuestionCardForm(),
        "screen_url": reverse("gatherings:screen", args=[one.public_id]),
        **hall_values(hall),
        **more,
    }
    return render(request, "gatherings/hall.html", page, status=status)


@never_cache
@require_safe
def screen(request: HttpRequest, public_id: str) -> HttpResponse:
    """For the projector: what lies on the table, what waits, who is there, and at the end what came of it.

    With script it comes again by itself. Three queries at most, for who is logged in four.
    """
    one = found(gathering_by_id(public_id))
    is_inside = _require_inside(request, one, _reader(request))
    hall = Hall(one, hall_of(one), {}, False, clock.now())
    page = {
        "title": _title(one, is_inside),
        "gathering": one,
        "day": dates.day_date(one.starts_at, clock.today()),
        "hours": hours(one),
        "is_past": one.state in PAST,
        "is_off": one.state not in (ANNOUNCED, *PAST),
        "missing": missing_words(one),
        "follow_up": dates.day_date(one.follow_up_on, clock.today()) if one.follow_up_on else "",
        **screen_values(hall, lines_of(one)),
        **ways(one),
    }
    return render(request, "gatherings/screen.html", page)


@require_safe
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """The short address that people type from the screen or the poster."""
    public_id = gathering_by_code(code, clock.now())
    return redirect(PAGE, public_id) if public_id else problem_page(request, 404, NO_CODE)


def _reader(request: HttpRequest) -> Doer | None:
    return anyone(request) if request.user.is_authenticated else None


def _require_inside(request: HttpRequest, one: Gathering, reader: Doer | None) -> bool:
    """Whether they read what is inside. A closed gathering is refused to all others, with the reason."""
    comes = one.is_closed and attendance_of(one, request.user.pk) is not None
    is_inside = may_read_inside(reader, one, comes)
    require(may_ask(one, is_inside))
    return is_inside


def _title(one: Gathering, is_inside: bool) -> str:
    return masked(one.inside_title) if one.is_closed and is_inside else masked(one.title)
