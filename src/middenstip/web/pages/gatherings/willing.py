"""Where somebody may be drawn: a choice of their own, in *Mijn*."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import LOT
from middenstip.domain.gatherings.selectors.lots import lots_of_person, willing_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.web.pages.gatherings.forms import WillingForm
from middenstip.web.shared.hat import anyone, logged_in, with_hat
from middenstip.web.shared.reply import done, found

MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def mine(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Where I may be drawn, and the lotteries that I am in. Two queries."""
    form = WillingForm(request.POST or None, initial={"area": request.GET.get("gebied", "")})
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        area = found(area_by_code(form.cleaned_data["area"]))
        services.be_drawn(by=actor, area=area, at=clock.now())
        said = _("Je kunt geloot worden voor bijeenkomsten in %(area)s.") % {"area": area.name}
        return done(request, said, "gatherings:willing")
    page = {
        "title": _("Wil je geloot worden?"),
        "menu": "mijn",
        "half": actor.half,
        "form": form,
        "places": [
            {"code": row.area.code, "name": row.area.name, "half": row.half}
            for row in willing_of(actor.person_id)
        ],
        "lots": [
            {
                "title": masked(lot.lottery.gathering.title),
                "url": path_to("lottery", lot.lottery.public_id),
                "number": lot.number,
                "state": _(LOT.words[lot.state]),
            }
            for lot in lots_of_person(actor.person_id, MOST)
        ],
    }
    return render(request, "gatherings/willing.html", page, status=status)


@logged_in
def stop(request: HttpRequest) -> HttpResponse:
    area = found(area_by_code(request.POST.get("area", "")))
    services.stop_being_drawn(by=anyone(request), area=area)
    said = _("Je wordt in %(area)s niet meer geloot.") % {"area": area.name}
    return done(request, said, "gatherings:willing")
