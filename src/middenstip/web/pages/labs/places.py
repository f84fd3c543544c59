"""Where a lab is: a page per place with its hours, another place, and days that are different."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings.selectors import Asked, gatherings_from
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import LAB
from middenstip.domain.labs.rules import is_hosting, may_manage, may_visit
from middenstip.domain.labs.selectors import (
    days_of_hosts,
    hosts_of,
    lab_by_id,
    open_visit,
    other_days,
    place_by_id,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs import present
from middenstip.web.pages.labs.forms import (
    DaysForm,
    HoursForm,
    NoteVisitForm,
    OtherDayForm,
    PlaceForm,
    PlaceWordsForm,
    VisitForm,
)
from middenstip.web.shared.gatherings import as_gatherings
from middenstip.web.shared.hat import acting, read_as, with_hat
from middenstip.web.shared.mini_map import map_of
from middenstip.web.shared.reply import done, found

GATHERED = 6


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return place_page(request, public_id)


def place_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One place; `forms` are forms with errors to show again. At most seven queries."""
    place = found(place_by_id(public_id))
    lab, hosts, today = place.lab, hosts_of(place.lab), clock.today()
    actor = read_as(request, lambda hat: any(host.seat_id == hat.seat_id for host in hosts))
    others = other_days([place], today)
    is_here = place.is_there(today) and LAB.allows(lab.state, "change")
    present_days = days_of_hosts(place) if is_here else []
    hosts_it = bool(actor and is_hosting(actor, hosts)) and is_here
    mine: list[int] = next(
        (one.days for one in present_days if actor and one.host.seat_id == actor.seat_id), []
    )
    can_visit = is_here and bool(may_visit(lab))
    asked = open_visit(place, request.user.pk) if can_visit else None
    rows = gatherings_from(Asked(lab=lab.public_id), clock.now(), limit=GATHERED)
    page = {
        "title": masked(place.name),
        "menu": "agenda",
        "crumbs": [
            {"url": reverse("labs:index"), "label": _("Stadslabs")},
            {"url": path_to("lab", lab.public_id), "label": masked(lab.name), "is_title": True},
        ],
        "place": place,
        "line": present.place_line(place, today),
        "lab": {"name": masked(lab.name), "url": path_to("lab", lab.public_id), "kind": present.kind_of(lab)},
        "aim": masked(lab.aim),
        "address": masked(place.address),
        "access": masked(place.access),
        "is_here": is_here,
        "open_words": present.open_words(place, others, timezone.localtime(clock.now())) if is_here else "",
        "week": present.week(place, others, today, present_days) if is_here else [],
        "map": map_of(lab.area, place.lon, place.lat) if is_here else "",
        "area": lab.area.name,
        "can_visit": can_visit,
        "asked": present.visit_card(asked, today) if asked else None,
        "visit_form": VisitForm(is_known=request.user.is_authenticated),
        "note_form": NoteVisitForm() if hosts_it and can_visit else None,
        "days_form": DaysForm(initial={"days": mine}) if hosts_it else None,
        "change_url": reverse("labs:change_place", args=[public_id]),
        "feed_url": reverse("labs:hours_feed", args=[public_id]) if is_here else "",
        "hosts": present.hosts_here(lab, hosts, present_days),
        "gatherings": as_gatherings(rows, today),
        "agenda_url": f"{reverse('gatherings:index')}?{urlencode({'lab': lab.public_id})}",
        "can_manage": bool(actor and may_manage(actor, lab, hosts)) and is_here,
        "hours_form": HoursForm(place=place),
        "day_form": OtherDayForm(),
    }
    return render(request, "labs/place.html", page | forms, status=status)


@with_hat
def move(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    require(may_manage(actor, lab, hosts_of(lab)))
    LAB.after(lab.state, "move")
    form = PlaceForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = {
            "told": form.told,
            "hours": form.hours,
            "from_on": form.cleaned_data["from_on"],
        }
        try:
            made = services.move_lab(by=actor, lab=lab, **told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De plek staat erbij."), "labs:place", made.public_id)
    page = {
        "title": _("Kies een plek"),
        "menu": "agenda",
        "crumbs": [{"url": path_to("lab", public_id), "label": masked(lab.name), "is_title": True}],
        "form": form,
        "submit": _("Bewaar de plek"),
    }
    return render(request, "labs/form.html", page, status=status)


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Other words about a place, and its point on the map."""
    place = found(place_by_id(public_id))
    lab = place.lab
    require(may_manage(actor, lab, hosts_of(lab)))
    LAB.after(lab.state, "change")
    initial = {name: getattr(place, name) for name in ("name", "address", "access", "lon", "lat")}
    form = PlaceWordsForm(request.POST or None, initial=initial)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            services.change_place(by=actor, place=place, told=form.told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De plek is bewaard."), "labs:place", public_id)
    page = {
        "title": _("Verander de plek"),
        "menu": "agenda",
        "crumbs": [
            {"url": path_to("lab", lab.public_id), "label": masked(lab.name), "is_title": True},
            {"url": path_to("lab_place", public_id), "label": masked(place.name), "is_title": True},
        ],
        "form": form,
        "submit": _("Bewaar de plek"),
    }
    return render(request, "labs/form.html", page, status=status)


@acting
def days(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A host says on which weekdays they are here."""
    place = found(place_by_id(public_id))
    require(may_manage(actor, place.lab, hosts_of(place.lab)))
    form = DaysForm(request.POST)
    if not form.is_valid():
        return place_page(request, public_id, 422, days_form=form)
    try:
        services.set_host_days(by=actor, place=place, days=form.cleaned_data["days"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return place_page(request, public_id, form.absorb(refusal), days_form=form)
    return done(request, _("Je dagen staan erbij."), "labs:place", public_id)


@acting
def hours(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    place = found(place_by_id(public_id))
    require(may_manage(actor, place.lab, hosts_of(place.lab)))
    form = HoursForm(request.POST, place=place)
    if not form.is_valid():
        return place_page(request, public_id, 422, hours_form=form)
    try:
        services.change_hours(by=actor, place=place, hours=form.hours, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return place_page(request, public_id, form.absorb(refusal), hours_form=form)
    return done(request, _("De openingstijden zijn bewaard."), "labs:place", public_id)


@acting
def day(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    place = found(place_by_id(public_id))
    require(may_manage(actor, place.lab, hosts_of(place.lab)))
    form = OtherDayForm(request.POST)
    if not form.is_valid():
        return place_page(request, public_id, 422, day_form=form)
    told = {name: form.cleaned_data[name] for name in ("on", "hours", "why")}
    try:
        services.set_other_day(by=actor, place=place, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return place_page(request, public_id, form.absorb(refusal), day_form=form)
    return done(request, _("De dag staat erbij."), "labs:place", public_id)
