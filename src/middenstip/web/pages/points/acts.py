"""Adding, changing and closing a support point."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.rules import may_keep_points
from middenstip.domain.intake.selectors.refer import point_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.shared.fields import Line, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found

TEXTS = ("name", "what_for", "for_whom", "where", "limits", "contact")


class PointForm(Form):
    """Who, what for, for whom, where, limits."""

    name = Line(label=_lazy("Naam"), max_length=120)
    what_for = Title(label=_lazy("Waarvoor kun je hier terecht?"), max_length=300)
    for_whom = Title(label=_lazy("Voor wie?"), max_length=300)
    where = Title(label=_lazy("Waar en wanneer?"), max_length=300)
    limits = Title(label=_lazy("Wat doen ze niet?"), max_length=300, required=False)
    contact = Title(label=_lazy("Hoe bereik je ze?"), max_length=200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def add(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    area = found(area_by_code(code))
    require(may_keep_points(actor, area))
    form = PointForm(request.POST or None)
    if request.method != "POST":
        return _show(request, actor, form, 200)
    if not form.is_valid():
        return _show(request, actor, form, 422)
    try:
        point = intake.add_point(
            by=actor, area=area, texts=_texts(form), key=form.cleaned_data["key"], at=clock.now()
        )
    except Refused as refusal:
        return _show(request, actor, form, form.absorb(refusal))
    return done(request, _("Het steunpunt staat op de kaart."), "points:detail", point.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    point = found(point_by_id(public_id))
    require(may_keep_points(actor, point.area))
    form = PointForm(request.POST or None, initial={name: getattr(point, name) for name in TEXTS})
    if request.method != "POST":
        return _show(request, actor, form, 200)
    if not form.is_valid():
        return _show(request, actor, form, 422)
    try:
        intake.change_point(by=actor, point=point, texts=_texts(form), at=clock.now())
    except Refused as refusal:
        return _show(request, actor, form, form.absorb(refusal))
    return done(request, _("Het steunpunt is aangepast."), "points:detail", public_id)


@acting
def close(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    intake.close_point(by=actor, point=found(point_by_id(public_id)), at=clock.now())
    return done(request, _("Het steunpunt staat niet meer op de kaart."), "points:index")


def _texts(form: PointForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in TEXTS}


def _show(request: HttpRequest, actor: Actor, form: PointForm, status: int) -> HttpResponse:
    crumbs = [{"url": reverse("points:index"), "label": _("Kaart van steunpunten")}]
    page = {"title": _("Een steunpunt op de kaart"), "crumbs": crumbs, "form": form, "actor": actor}
    return render(request, "points/form.html", page, status=status)
