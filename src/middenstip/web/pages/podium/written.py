"""Announcing an edition, and offering a pitch."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.podium.lifecycle import EDITION
from middenstip.domain.podium.selectors import edition_by_id, to_pitch
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.podium.forms import EditionForm, PitchForm
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found


@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = EditionForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        area = found(area_by_code(form.cleaned_data["area"]))
        told: dict[str, Any] = {"told": form.told, "area": area, "key": form.cleaned_data["key"]}
        try:
            made = publish_text.edition(by=actor, **told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De editie staat er."), "podium:detail", made.public_id)
    crumbs = [{"url": reverse("podium:index"), "label": _("Pitchpodium")}]
    return _show(request, form, status, _("Kondig een editie aan"), crumbs, _("Kondig aan"))


@with_hat
def offer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The initiator offers a pitch with one of the own initiatives."""
    edition = found(edition_by_id(public_id))
    EDITION.after(edition.state, "pitch")
    form = PitchForm(request.POST or None, initiatives=to_pitch(actor.person_id))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        initiative = form.by_id[form.cleaned_data["initiative"]]
        told = {name: form.cleaned_data[name] for name in ("ask", "minutes")}
        try:
            made = publish_text.pitch(
                by=actor, edition=edition, initiative=initiative, **told, at=clock.now()
            )
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je pitch is aangemeld."), "podium:pitch", made.public_id)
    crumbs = [{"url": path_to("edition", public_id), "label": masked(edition.title), "is_title": True}]
    return _show(request, form, status, _("Meld een pitch aan"), crumbs, _("Meld aan"))


def _show(
    request: HttpRequest, form: Form, status: int, title: str, crumbs: list[dict[str, Any]], submit: str
) -> HttpResponse:
    page = {"title": title, "menu": "agenda", "crumbs": crumbs, "form": form, "submit": submit}
    return render(request, "podium/form.html", page, status=status)
