"""An area that was drawn elsewhere, pasted or uploaded here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.rules import may_draw
from middenstip.domain.rooms import path_to
from middenstip.journeys import draw_area
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, Refused, require
from middenstip.web.pages.drawing.forms import DrawForm
from middenstip.web.shared import place_choices, places
from middenstip.web.shared.body import takes_files
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def draw(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Draw an area inside this one."""
    parent = found(area_by_code(code))
    require(may_draw(actor, parent))
    if request.method != "POST":
        return _show(request, parent, DrawForm(), 200)
    form = DrawForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, parent, form, 422)
    told = form.cleaned_data
    field = "file" if told["file"] else "geometry" if told["outline"] else "points"
    try:
        where = {key: told[key] for key in ("name", "outline", "points")}
        area = draw_area.draw(by=actor, parent=parent, **where, at=clock.now())
    except Refused as refusal:
        return _show(request, parent, form, form.absorb(_at_its_field(refusal, field)))
    _forget(area)
    return done(request, _("%(area)s staat op de kaart.") % {"area": area.name}, "areas:detail", area.code)


@acting
def remove(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Remove a drawn area in which nothing happens."""
    area = found(area_by_code(code))
    parent = draw_area.remove(by=actor, area=area, at=clock.now())
    _forget(area)
    return done(request, _("%(area)s is weg.") % {"area": area.name}, "areas:detail", parent.code)


def _forget(area: Area) -> None:
    place_choices.forget()
    around = (area, area.parent, area.municipality, area.district)
    places.forget(*(one.code for one in around if one))


def _at_its_field(refusal: Refused, field: str) -> Refused:
    """Move the error about the outline to the field that it came from."""
    if not isinstance(refusal, Invalid):
        return refusal
    return Invalid({field if key == "geometry" else key: text for key, text in refusal.errors.items()})


def _show(request: HttpRequest, parent: Area, form: DrawForm, status: int) -> HttpResponse:
    page = {"title": _("Teken een eigen gebied"), "menu": "tribune", "form": form, "area": parent}
    page["map"] = places.pick_map(parent.code)
    page["crumbs"] = [{"url": path_to("area", parent.code), "label": parent.name}]
    return render(request, "drawing/draw.html", page, status=status)
