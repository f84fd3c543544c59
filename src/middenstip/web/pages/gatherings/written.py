"""Announcing a gathering, and changing it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import GATHERING
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.rules import may_announce, may_manage
from middenstip.domain.gatherings.selectors import gathering_by_id, goal_or_none, seats_taking_part
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.labs.models import Lab
from middenstip.domain.labs.selectors import lab_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import GatheringForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found

PAGE = "gatherings:detail"


@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """At an initiative (`?initiatief=`), a goal (`?opgave=`), a lab (`?lab=`), or an area of the form."""
    asked = {name: request.GET.get(name, "") for name in ("initiatief", "opgave", "lab")}
    initiative = public_initiative(asked["initiatief"]) if asked["initiatief"] else None
    goal = goal_or_none(asked["opgave"])
    lab = lab_by_id(asked["lab"]) if asked["lab"] else None
    about = initiative or goal or lab
    if any(asked.values()) and about is None:
        raise Http404
    require(may_announce(actor, initiative, goal, seats_taking_part(initiative, goal, lab), lab))
    form = GatheringForm(request.POST or None, has_area=about is None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        area = about.area if about else _area(form)
        if area:
            told: dict[str, Any] = {"told": form.told, "starts": form.starts, "ends": form.ends, "area": area}
            told |= {"initiative": initiative, "goal": goal, "lab": lab, "key": form.cleaned_data["key"]}
            try:
                made = publish_text.gathering(by=actor, **told, at=clock.now())
            except (Invalid, NotNow) as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("Het staat in de agenda."), PAGE, made.public_id)
    return _show(request, form, status, title=_("Kondig een bijeenkomst aan"), about=_name(about))


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(gathering_by_id(public_id))
    require(may_manage(actor, one))
    GATHERING.after(one.state, "change")  # refuses before the reader fills in the form
    form = GatheringForm(request.POST or None, initial=_start(one), has_area=False, is_new=False)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = {"told": form.told, "starts": form.starts, "ends": form.ends}
        try:
            services.change_gathering(by=actor, gathering=one, **told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request,
                _("Het is bewaard. Is de tijd of de plek anders? Dan krijgt iedereen bericht."),
                PAGE,
                public_id,
            )
    return _show(request, form, status, title=_("Verander de bijeenkomst"), gathering=one)


def _name(about: Initiative | Goal | Lab | None) -> str:
    """What the gathering belongs to, as people called it."""
    return masked(about.name if isinstance(about, Lab) else about.title) if about else ""


def _area(form: GatheringForm) -> Area | None:
    """The chosen area; without one the form says so."""
    area = area_by_code(form.cleaned_data["area"]) if form.cleaned_data["area"] else None
    if area is None:
        form.add_error("area", _("Kies een gebied."))
    return area


def _start(one: Gathering) -> dict[str, Any]:
    names = ("kind", "title", "what", "place", "online", "access", "theme", "places", "age_from", "age_to")
    begin, end = timezone.localtime(one.starts_at), timezone.localtime(one.ends_at)
    start = {name: getattr(one, name) for name in names}
    if one.is_closed:
        start |= {"title": one.inside_title, "place": one.inside_place}
    return start | {"day": begin.date(), "start": begin.time(), "until": end.date(), "end": end.time()}


def _show(request: HttpRequest, form: GatheringForm, status: int, **more: Any) -> HttpResponse:
    crumbs = [{"url": reverse("gatherings:index"), "label": _("Agenda")}]
    page = {"menu": "agenda", "crumbs": crumbs, "form": form, **more}
    return render(request, "gatherings/form.html", page, status=status)
