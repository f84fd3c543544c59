"""Answering statements one by one, with or without an account, and going on later with a code."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.http import require_POST, require_safe

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.lifecycle import OPEN
from middenstip.domain.deliberation.method.opinions import next_of
from middenstip.domain.deliberation.models import Inquiry, Participant, Statement
from middenstip.domain.deliberation.selectors.opinions import (
    inquiry_of,
    participant_of,
    participant_with,
    seen_by,
    statement_by_id,
    sums_of,
)
from middenstip.kernel import clock
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.deliberation.opinion_forms import BeginForm, CodeForm, StatementForm
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.reply import done, found

PAGE = "deliberation:statements"
KEPT = "statements"  # the session key: the code of this visitor per goal
BEGINNERS = Limit("inquiry visitors", 300, timedelta(hours=1))  # of one network: a hall full of phones
TOO_MANY = _noop("Vanaf jouw netwerk begonnen net heel veel mensen. Wacht een uur, of log in.")
VALUES = {"ja": 1, "nee": -1, "weet niet": 0}


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return statements_page(request, public_id)


def statements_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The next statement, or the way to begin; `forms` are forms with errors to show again."""
    inquiry = found(inquiry_of(public_id))
    participant = _participant(request, inquiry)
    page: dict[str, Any] = {
        "title": inquiry.subject,
        "menu": "tafels",
        "crumbs": [crumb_to(inquiry.goal)],
        "inquiry": inquiry,
        "goal_id": public_id,
        "mandate": getattr(inquiry.goal, "mandate", None),
        "is_open": inquiry.state == OPEN and clock.now() < inquiry.closes_at,
        "participant": participant,
        "code": _codes(request).get(public_id, ""),
        "begin_form": BeginForm(),
        "code_form": CodeForm(auto_id="verder_%s"),
        "statement_form": StatementForm(auto_id="erbij_%s"),
        "values": VALUES,
    }
    if participant and page["is_open"]:
        sums, seen = sums_of(inquiry), seen_by(participant)
        key = next_of(sums, seen, participant.half, inquiry.members, random.random())  # noqa: S311 - no secret
        page["statement"] = Statement.objects.get(pk=key) if key else None
        page["progress"] = {"seen": len(seen & set(sums)), "all": len(sums)}
    return render(request, "deliberation/statements.html", page | forms, status=status)


@require_POST
def begin(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin to answer: a visitor says for which half, and gets a code."""
    inquiry = found(inquiry_of(public_id))
    by = anyone(request) if request.user.is_authenticated else None
    form = BeginForm(request.POST)
    form.is_valid()
    half = form.cleaned_data.get("half", "")
    if not by and not BEGINNERS.counts(network_of(request), clock.now()):
        form.add_error(None, _(TOO_MANY))
        return statements_page(request, public_id, 429, begin_form=form)
    try:
        _one, code = services.take_part(inquiry=inquiry, half=half, by=by, at=clock.now())
    except Invalid as refusal:
        return statements_page(request, public_id, form.absorb(refusal), begin_form=form)
    if not by:
        _keep(request, public_id, code)
    return done(request, _("Je kunt beginnen. Stoppen kan altijd."), PAGE, public_id)


@require_POST
def go_on(request: HttpRequest, public_id: str) -> HttpResponse:
    """Go on with a code, on this device."""
    inquiry = found(inquiry_of(public_id))
    form = CodeForm(request.POST, auto_id="verder_%s")
    if form.is_valid() and participant_with(inquiry, form.cleaned_data["code"]):
        _keep(request, public_id, form.cleaned_data["code"].lower())
        return done(request, _("Je gaat verder waar je was."), PAGE, public_id)
    form.add_error("code", _("Deze code kennen we niet. Kijk of je hem goed overtypte."))
    return statements_page(request, public_id, 422, code_form=form)


@require_POST
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ja, nee or weet niet; then the next statement."""
    inquiry = found(inquiry_of(public_id))
    participant = _require(request, inquiry)
    statement = found(statement_by_id(inquiry, request.POST.get("statement", "")))
    value = VALUES.get(request.POST.get("value", ""), 9)
    services.answer_statement(participant=participant, statement=statement, value=value, at=clock.now())
    return done(request, _("Je antwoord telt mee."), PAGE, public_id)


@require_POST
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a statement of your own."""
    inquiry = found(inquiry_of(public_id))
    participant = _require(request, inquiry)
    form = StatementForm(request.POST, auto_id="erbij_%s")
    if not form.is_valid():
        return statements_page(request, public_id, 422, statement_form=form)
    try:
        made = services.add_statement(participant=participant, text=form.cleaned_data["text"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return statements_page(request, public_id, form.absorb(refusal), statement_form=form)
    words = _("Dank je wel. De tafel leest je eerste stelling, daarna staat hij erbij.")
    if made.state == "shown":
        words = _("Je stelling staat erbij.")
    return done(request, words, PAGE, public_id)


def _participant(request: HttpRequest, inquiry: Inquiry) -> Participant | None:
    one = None
    if request.user.is_authenticated and request.user.pk:
        one = participant_of(inquiry, request.user.pk)
    code = _codes(request).get(inquiry.goal.public_id)
    one = one or (participant_with(inquiry, code) if code else None)
    if one:
        one.inquiry = inquiry
    return one


def _require(request: HttpRequest, inquiry: Inquiry) -> Participant:
    participant = _participant(request, inquiry)
    if participant is None:
        raise NotNow(_("Zeg eerst bij welke helft je hoort."))
    return participant


def _codes(request: HttpRequest) -> dict[str, str]:
    return dict(request.session.get(KEPT, {}))


def _keep(request: HttpRequest, goal: str, code: str) -> None:
    request.session[KEPT] = _codes(request) | {goal: code}
