"""Tell an idea: kept as a draft first, public when the address is confirmed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.services import Spot
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.parties.services import register_person
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, Refused
from middenstip.web.pages.submit.forms import POINTS, IdeaForm, SeatlessForm, VisitorForm
from middenstip.web.shared.hat import acting_as
from middenstip.web.shared.login_code import DRAFT, send_code
from middenstip.web.shared.place_form import spot_of
from middenstip.web.shared.reply import done

KEEP = "keep"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The three questions, and the answers to them."""
    actor = acting_as(request)
    kind = IdeaForm if actor else SeatlessForm if request.user.is_authenticated else VisitorForm
    if request.method != "POST":
        return _show(request, kind(), actor, 200)
    form = kind(request.POST)
    if not form.is_valid():
        return _show(request, form, actor, 422)
    try:
        return _tell(request, form, actor)
    except Refused as refusal:
        return _show(request, form, actor, form.absorb(refusal))


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The same questions to fill in with a pen."""
    return render(request, "submit/paper.html", {"title": _("Vertel je idee op papier")})


def _tell(request: HttpRequest, form: IdeaForm, actor: Actor | None) -> HttpResponse:
    """Keep the draft; then send it at once, or first ask for the code that was mailed."""
    send = request.POST.get("act") != KEEP
    spot, at = spot_of(form.cleaned_data, lambda: _gemeente(actor)), clock.now()
    if isinstance(request.user, Person):
        told = _told(form, request.user, spot, actor)
        if not send:
            initiative = submit_initiative.draft(**told, at=at)
            said = _("Je idee is bewaard. Alleen jij kunt het zien. Je vindt het terug bij Mijn.")
            return done(request, said, "initiatives:detail", initiative.public_id)
        initiative = submit_initiative.tell(**told, at=at)
        said = _("Je idee staat op het veld. Je hoort het zodra iemand van de balie het aanneemt.")
        return done(request, said, "initiatives:detail", initiative.public_id)
    about = form.cleaned_data
    person = register_person(email=about["email"], name=about["name"], at=at)
    initiative = submit_initiative.draft(**_told(form, person, spot, None), at=at)
    request.session[DRAFT] = {"id": initiative.public_id, "send": send}
    return send_code(request, person)


def _told(form: IdeaForm, initiator: Person, spot: Spot, actor: Actor | None) -> dict[str, Any]:
    """What the journey gets to know of it."""
    told = form.cleaned_data
    return {
        "initiator": initiator,
        "half": actor.half if actor else Half(told["half"]),
        "area": spot.area,
        "texts": {key: told[key] for key in ("title", "what", "why")},
        "reins": {key: told[key] for key in POINTS},
        "seat": seat_by_id(actor.seat_id) if actor else None,
        "themes": told["themes"],
        "is_hybrid": told["is_hybrid"],
        "has_place": spot.has_place,
        "point": spot.point,
        "key": told["key"],
    }


def _gemeente(actor: Actor | None) -> Area | None:
    """Where an idea without a place belongs: the gemeente of the platform, or else that of the seat."""
    if settings.HOME_AREA:
        return area_by_code(settings.HOME_AREA)
    seat = seat_by_id(actor.seat_id) if actor else None
    if seat is None:
        raise Invalid({"area": "Kies je gemeente, wijk of buurt."})
    return seat.area.municipality or seat.area


def _show(request: HttpRequest, form: IdeaForm, actor: Actor | None, status: int) -> HttpResponse:
    page = {"title": _("Vertel je idee"), "menu": "initiatieven", "form": form, "actor": actor}
    return render(request, "submit/new.html", page, status=status)
