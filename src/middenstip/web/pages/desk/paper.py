"""A handler types in an idea that came on paper or at the counter; the resident stays initiator."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.rules import HANDLER
from middenstip.journeys import prove_address, submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Refused
from middenstip.web.pages.desk.page import refused
from middenstip.web.pages.desk.paper_form import PaperForm
from middenstip.web.shared.asking import as_kept, ask_owner
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.place_choices import districts
from middenstip.web.shared.reply import done, found


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Nieuwe zaak."""
    areas = _areas(actor)
    if not areas:
        raise Forbidden("Alleen een behandelaar van dit gebied typt een idee van papier over.")
    if request.method != "POST":
        return _show(request, PaperForm(areas=areas), 200)
    form = PaperForm(request.POST, areas=areas)
    if not form.is_valid():
        return _show(request, form, 422)
    area = found(area_by_code(form.cleaned_data["area"]))
    try:
        return _keep(request, actor, form, area)
    except Refused as refusal:
        return _show(request, form, refused(form, refusal))


def _keep(request: HttpRequest, actor: Actor, form: PaperForm, area: Area) -> HttpResponse:
    """On the desk at once; with an e-mail address its owner is asked first."""
    told = form.cleaned_data
    who: dict[str, Any] = {"name": told["name"], "area": area, "key": told["key"], "at": clock.now()}
    home = area_by_code(told["home"]) if told["home"] else None
    idea = form.idea() | {"home": home, "has_place": area != area.municipality}
    if told["email"]:
        waits = as_kept(area=area, send=True, **idea)
        claim = prove_address.ask(by=actor, email=told["email"], told=waits, **who)
        ask_owner(request, claim)
        said = _("We vroegen het %(who)s in een mail. Na het ja komt het idee bij de balie.")
        return done(request, said % {"who": claim.name}, "desk:index")
    initiative = submit_initiative.submit_on_paper(by=actor, phone=told["phone"], **who, **idea)
    words = {"number": initiative.number, "who": initiative.initiator.shown_name}
    said = _("De zaak is binnen: schrijf %(number)s op het papier. Het idee blijft van %(who)s.") % words
    return done(request, said, "desk:case", initiative.case.public_id)


def _areas(actor: Actor) -> list[tuple[str, str]]:
    """The gemeenten and wijken (code, name) where this handler may type in ideas; none without the role."""
    return [(code, name) for city, code, name in districts() if actor.has_role(HANDLER, code, city)]


def _show(request: HttpRequest, form: PaperForm, status: int) -> HttpResponse:
    page = {"title": _("Nieuwe zaak"), "menu": "balie", "form": form}
    page["crumbs"] = [{"url": reverse("desk:index"), "label": _("De balie")}]
    return render(request, "desk/new.html", page, status=status)
