"""The roles of an area. Everyone can read them; an administrator grants and ends them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.rules import ROLES, may_appoint
from middenstip.domain.parties.selectors import grant_by_key, grants_around
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.roles.forms import NONE, GiveForm
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "roles:index"


@require_safe
def index(request: HttpRequest, code: str) -> HttpResponse:
    """Each role with its sentence, and the people who hold it here."""
    area = found(area_by_code(code))
    around = [one.pk for one in (area, area.district, area.municipality) if one]
    rows = grants_around(around, area.pk, clock.today())
    actor = actor_of(request)
    page = {
        **_about(area, _index_title(area)),
        "roles": [
            {
                "word": _(role.word),
                "sentence": _(role.sentence),
                "holders": [_holder(row) for row in rows if row["role"] == role.key],
            }
            for role in ROLES.values()
        ],
        "may_give": bool(actor and may_appoint(actor, area)),
    }
    return render(request, "roles/index.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def give(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Grant a role to a person in this area."""
    area = found(area_by_code(code))
    require(may_appoint(actor, area))
    if request.method != "POST":
        return _show(request, area, GiveForm(), 200)
    form = GiveForm(request.POST)
    if not form.is_valid():
        return _show(request, area, form, 422)
    told = form.cleaned_data
    role = "" if told["role"] == NONE else told["role"]
    who = {key: told[key] for key in ("email", "name", "title", "organisation", "reason")}
    whom = parties.Appointee(**who, half=Half(told["half"]))
    try:
        seat = parties.appoint_person(by=actor, whom=whom, role=role, area=area, at=clock.now())
    except Refused as refusal:
        return _show(request, area, form, form.absorb(refusal))
    said = _("%(seat)s is nu %(role)s.") if role else _("%(seat)s kan nu meepraten.")
    words = {"seat": capfirst(seat.label), "role": _(ROLES[role].word) if role else ""}
    return done(request, said % words, PAGE, area.code)


@acting
def end(request: HttpRequest, actor: Actor, code: str, number: int) -> HttpResponse:
    """End a role today."""
    area, grant = found(area_by_code(code)), found(grant_by_key(number))
    parties.end_role(by=actor, grant=grant, at=clock.now())
    said = _("%(seat)s is geen %(role)s meer.")
    words = {"seat": capfirst(grant.seat.label), "role": _(ROLES[grant.role].word)}
    return done(request, said % words, PAGE, area.code)


def _holder(row: dict[str, Any]) -> dict[str, Any]:
    title, organisation = row["seat__title"], row["organisation"]
    return {
        "number": row["pk"],
        "name": row["name"],
        "seat": f"{title}, {organisation}" if organisation else title,
        "half": row["seat__half"],
        "place": row["area__name"] or _("overal"),
        "since": row["from_on"],
    }


def _show(request: HttpRequest, area: Area, form: GiveForm, status: int) -> HttpResponse:
    page = _about(area, _("Geef een functie of rol in %(place)s") % {"place": area.name}) | {"form": form}
    page["crumbs"].append({"url": reverse(PAGE, args=[area.code]), "label": _index_title(area)})
    return render(request, "roles/give.html", page, status=status)


def _index_title(area: Area) -> str:
    return _("Wie doet wat in %(place)s") % {"place": area.name}


def _about(area: Area, title: str) -> dict[str, Any]:
    crumbs = [{"url": path_to("area", area.code), "label": area.name}]
    return {"title": title, "site_place": area.name, "menu": "tribune", "area": area, "crumbs": crumbs}
