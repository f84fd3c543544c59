"""An own area, drawn elsewhere and pasted or uploaded here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.rules import may_draw
from middenstip.journeys import draw_area
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, Refused, require
from middenstip.web.pages.drawing.forms import DrawForm
from middenstip.web.shared import place_choices, places
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found


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
    try:
        area = draw_area.draw(
            by=actor, parent=parent, name=told["name"], outline=told["outline"], at=clock.now()
        )
    except Refused as refusal:
        return _show(request, parent, form, form.absorb(_at_its_field(refusal, bool(told["file"]))))
    place_choices.forget()
    places.forget(area.code, *(one.code for one in (parent, parent.municipality, parent.district) if one))
    return done(request, _("%(area)s staat op de kaart.") % {"area": area.name}, "areas:detail", area.code)


def _at_its_field(refusal: Refused, is_file: bool) -> Refused:
    """What is wrong with the outline stands at the file, when it came from there."""
    if not (isinstance(refusal, Invalid) and is_file):
        return refusal
    return Invalid({"file" if key == "geometry" else key: text for key, text in refusal.errors.items()})


def _show(request: HttpRequest, parent: Area, form: DrawForm, status: int) -> HttpResponse:
    page = {"title": _("Teken een eigen gebied"), "menu": "tribune", "form": form, "area": parent}
    page["crumbs"] = [{"url": f"/gebied/{parent.code}/", "label": parent.name}]
    return render(request, "drawing/draw.html", page, status=status)
