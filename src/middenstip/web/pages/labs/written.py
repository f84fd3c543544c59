"""Writing the plan of a lab, changing it, opening and closing the lab."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import LAB
from middenstip.domain.labs.rules import may_manage
from middenstip.domain.labs.selectors import hosts_of, lab_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs.forms import TOLD, CloseForm, LabForm
from middenstip.web.pages.labs.views import lab_page
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "labs:detail"


@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = LabForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        area = found(area_by_code(form.cleaned_data["area"]))
        told: dict[str, Any] = {"told": form.told, "area": area, "key": form.cleaned_data["key"]}
        try:
            made = publish_text.lab(by=actor, **told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request, _("Je plan staat er. Vraag nu wie het lab mee draagt."), PAGE, made.public_id
            )
    return _show(request, form, status, _("Schrijf een labplan"))


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    require(may_manage(actor, lab, hosts_of(lab)))
    LAB.after(lab.state, "change")
    initial = {name: getattr(lab, name) for name in TOLD}
    form = LabForm(request.POST or None, initial=initial, is_new=False)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            publish_text.lab_text(by=actor, lab=lab, told=form.told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Het plan is bewaard."), PAGE, public_id)
    return _show(request, form, status, _("Verander het labplan"))


@acting
def open_it(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    services.open_lab(by=actor, lab=lab, at=clock.now())
    return done(request, _("Het lab is open."), PAGE, public_id)


@acting
def close(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    require(may_manage(actor, lab, hosts_of(lab)))
    form = CloseForm(request.POST)
    if not form.is_valid():
        return lab_page(request, public_id, 422, close_form=form)
    try:
        services.close_lab(by=actor, lab=lab, why=form.cleaned_data["why"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return lab_page(request, public_id, form.absorb(refusal), close_form=form)
    return done(request, _("Het lab is dicht."), PAGE, public_id)


def _show(request: HttpRequest, form: LabForm, status: int, title: str) -> HttpResponse:
    crumbs = [{"url": reverse("labs:index"), "label": _("Stadslabs")}]
    page = {"title": title, "menu": "agenda", "crumbs": crumbs, "form": form, "submit": _("Bewaar het plan")}
    return render(request, "labs/form.html", page, status=status)
