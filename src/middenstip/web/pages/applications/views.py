"""Asking that an organisation takes part, the answer, and the list of who waits."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Application
from middenstip.domain.parties.selectors import application_by_id, applications_waiting, deciders_of
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, Refused
from middenstip.web.pages.applications.forms import ApplicationForm, RefuseForm
from middenstip.web.shared.administration import for_administrator, show
from middenstip.web.shared.hat import acting, anyone, read_as, to_login
from middenstip.web.shared.paging import BrokenPlace
from middenstip.web.shared.reply import done, found

PAGE, LINES = "applications:detail", 25


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a seat for an organisation. It needs a login, not a seat."""
    if not request.user.is_authenticated:
        return to_login(request)
    form, status = ApplicationForm(request.POST or None), 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("organisation", "title", "reason")}
        told |= {
            "half": Half(form.cleaned_data["half"]),
            "area": found(area_by_code(form.cleaned_data["area"])),
        }
        try:
            made = parties.apply_for_seat(by=anyone(request), **told, at=clock.now())
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            said = _("Je aanvraag is binnen. Wie hier al voor deze helft zit, of de beheerder, beslist.")
            return done(request, said, PAGE, made.public_id)
    page = {"title": _("Doe mee met je organisatie"), "menu": "mijn", "form": form}
    return render(request, "applications/new.html", page, status=status)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One application, for who asked and for who may decide."""
    return _page(request, public_id, 200, RefuseForm())


@acting
def accept(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    application = found(application_by_id(public_id))
    parties.accept_application(by=actor, application=application, at=clock.now())
    said = _("%(who)s doet nu mee.") % {"who": application.organisation}
    return done(request, said, PAGE, public_id)


@acting
def refuse(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    application, form, status = found(application_by_id(public_id)), RefuseForm(request.POST), 422
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        try:
            parties.refuse_application(by=actor, application=application, answer=answer, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je antwoord is verstuurd, met de reden."), PAGE, public_id)
    return _page(request, public_id, status, form)


@require_safe
@for_administrator
def waiting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every application that waits, for the administrator."""
    after = request.GET.get("na", "")
    if after and not (after.isascii() and after.isdigit() and len(after) < 16):
        raise BrokenPlace
    rows = applications_waiting(int(after) if after else None, LINES + 1)
    next_url = f"?na={rows[LINES - 1].pk}" if len(rows) > LINES else ""
    return show(
        request,
        "applications",
        _("Organisaties die mee willen doen"),
        rows=[_line(row) for row in rows[:LINES]],
        next_url=next_url,
        first_url="./" if after else "",
    )


def _page(request: HttpRequest, public_id: str, status: int, form: RefuseForm) -> HttpResponse:
    application = found(application_by_id(public_id))
    if not request.user.is_authenticated:
        return to_login(request)
    deciders = deciders_of(application, clock.today())
    actor = read_as(request, lambda hat: hat.seat_id in deciders)
    decides = actor is not None and actor.seat_id in deciders
    is_mine = request.user.pk == application.person_id
    if not decides and not is_mine:
        raise Forbidden(_("Dit leest wie het vroeg, en wie erover beslist."))
    page = {
        **_line(application),
        "title": application.organisation,
        "menu": "mijn",
        "application": application,
        "can_decide": decides and not is_mine and application.state == Application.ASKED,
        "is_mine": is_mine,
        "form": form,
        "actor": actor,
    }
    return render(request, "applications/detail.html", page, status=status)


def _line(row: Application) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "organisation": row.organisation,
        "seat": row.title,
        "half": row.half,
        "place": row.area.name,
        "who": row.person.shown_name,
        "state": _(Application.WORDS[row.state]),
        "at": row.at,
    }
