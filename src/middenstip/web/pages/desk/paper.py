"""An idea that came on paper or at the counter: a handler types it in, it stays the resident's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.rules import HANDLER
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Refused
from middenstip.web.pages.desk.forms import PaperForm
from middenstip.web.pages.desk.page import refused
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
    told = form.cleaned_data
    area = found(area_by_code(told["area"]))
    try:
        initiative = submit_initiative.submit_on_paper(
            by=actor,
            name=told["name"],
            email=told["email"],
            half=Half(told["half"]),
            area=area,
            texts={key: told[key] for key in ("title", "what", "why")},
            has_place=area != area.municipality,
            key=told["key"],
            at=clock.now(),
        )
    except Refused as refusal:
        return _show(request, form, refused(form, refusal))
    said = _("De zaak is binnen. Het idee blijft van %(who)s.") % {"who": initiative.initiator.shown_name}
    return done(request, said, "desk:case", initiative.case.public_id)


def _areas(actor: Actor) -> list[tuple[str, str]]:
    """Where this handler may type in, as code and name: gemeenten and their wijken; without the role none."""
    return [(code, name) for city, code, name in districts() if actor.has_role(HANDLER, code, city)]


def _show(request: HttpRequest, form: PaperForm, status: int) -> HttpResponse:
    page = {"title": _("Nieuwe zaak"), "menu": "balie", "form": form}
    page["crumbs"] = [{"url": "/balie/", "label": _("De balie")}]
    return render(request, "desk/new.html", page, status=status)
