"""Which gemeenten take part, which one is the front page, and the ways to the settings of each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.areas.selectors import (
    active_municipalities,
    area_by_code,
    drawn_areas,
    find_places,
)
from middenstip.domain.site import services
from middenstip.domain.site.selectors import the_site
from middenstip.journeys import set_up_areas
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.typed import line
from middenstip.web.pages.administration.forms import HomeForm
from middenstip.web.shared import look, place_choices
from middenstip.web.shared.administration import for_administrator, settle, show
from middenstip.web.shared.reply import done, found

LONGEST = 80  # characters of a name
MOST = 100  # drawn areas in the list


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrator
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The home area, and the gemeenten that take part."""
    active, site = active_municipalities(), the_site()
    choices = [("", _("Zoals op de server is ingesteld")), *((one.code, one.name) for one in active)]
    if site.home and site.home.code not in dict(choices):
        choices.append((site.home.code, site.home.name))
    form = HomeForm(
        request.POST or None, choices=choices, initial={"home": site.home.code if site.home else ""}
    )
    came = settle(
        request,
        form,
        lambda told: services.choose_home(by=actor, area=area_by_code(told["home"]), at=clock.now()),
        "administration:areas",
    )
    if isinstance(came, HttpResponse):
        return came
    asked = line(request.GET.get("q", ""))[:LONGEST]
    return show(
        request,
        "areas",
        _("Gebieden"),
        came,
        form=form,
        active=[_line(one) for one in active],
        q=asked,
        drawn=[_drawn(one) for one in drawn_areas(MOST)],
        found=[_line(one) for one in find_places(asked) if one.kind == Kind.MUNICIPALITY] if asked else [],
    )


@require_POST
@for_administrator
def take_part(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Let a gemeente take part (`mee` is 1), or no longer."""
    area, is_active = found(area_by_code(code)), request.POST.get("mee") == "1"
    set_up_areas.choose(by=actor, area=area, is_active=is_active, at=clock.now())
    look.forget()
    place_choices.forget()
    said = _("%(place)s doet mee.") if is_active else _("%(place)s doet niet meer mee.")
    return done(request, said % {"place": area.name}, "administration:areas")


def _drawn(area: Area) -> dict[str, Any]:
    return {"code": area.code, "name": area.name, "place": area.parent.name if area.parent else ""}


def _line(area: Area) -> dict[str, Any]:
    return {"code": area.code, "name": area.name, "is_active": area.is_active}
