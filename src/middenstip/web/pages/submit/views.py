"""Submit an idea: saved as a draft first, public when the address is confirmed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.services import Spot
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, Refused
from middenstip.web.pages.submit.forms import IdeaForm, SeatlessForm, VisitorForm
from middenstip.web.pages.submit.steps import LAST
from middenstip.web.shared.asking import as_kept
from middenstip.web.shared.hat import acting_as
from middenstip.web.shared.held import or_held
from middenstip.web.shared.login_code import SEND as SEND_AFTER
from middenstip.web.shared.login_code import mail_code, refuse_flood, visitor_of
from middenstip.web.shared.look import home_code
from middenstip.web.shared.place_form import spot_of
from middenstip.web.shared.reply import done

SEND, KEEP, NEXT = "send", "keep", "next"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The three screens, and the answers to them."""
    actor = acting_as(request)
    kind = IdeaForm if actor else SeatlessForm if request.user.is_authenticated else VisitorForm
    if request.method != "POST":
        return _show(request, kind(), 1, actor, 200)
    form = kind(request.POST)
    form.full_clean()
    act, at = request.POST.get("act", ""), _screen(request)
    if act.isdigit():  # back to an earlier screen, whatever is filled in here
        form.show(min(int(act), LAST) or 1, with_errors=False)
        return _page(request, form, actor, 200)
    wrong = form.wrong_until(at if act == NEXT else LAST)
    if wrong or (form.errors and act != NEXT):
        return _show(request, form, wrong or LAST, actor, 422)
    if act == NEXT:
        form.show(min(at + 1, LAST), with_errors=False)
        return _page(request, form, actor, 200)
    try:
        return _tell(request, form, actor)
    except Refused as refusal:
        status = form.absorb(refusal)
        return _show(request, form, form.wrong_until(LAST) or LAST, actor, status)


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The same questions to fill in on paper."""
    return render(request, "submit/paper.html", {"title": _("Vertel je idee op papier")})


def _tell(request: HttpRequest, form: IdeaForm, actor: Actor | None) -> HttpResponse:
    """Save the draft; then submit it, or first ask for the code that was mailed."""
    send = request.POST.get("act") == SEND  # pressing Enter in a field only saves
    spot, at = spot_of(form.cleaned_data, lambda: _gemeente(actor)), clock.now()
    told = _told(form, spot, actor)
    if not isinstance(request.user, Person):
        about = {key: form.cleaned_data[key] for key in ("email", "name", "key")}
        refuse_flood(request, about["email"])
        idea = {key: told[key] for key in told if key not in ("seat", "key")}
        kept = as_kept(**idea, send=send)
        parties.claim_address(visitor=visitor_of(request), **about, told=kept, at=at)
        request.session[SEND_AFTER] = send
        return mail_code(request, about["email"])
    if send:
        initiative = submit_initiative.tell(initiator=request.user, **told, at=at)
        return done(request, or_held(initiative, ""), "initiatives:told", initiative.public_id)
    initiative = submit_initiative.draft(initiator=request.user, **told, at=at)
    said = _("Je idee is bewaard. Alleen jij kunt het zien. Je vindt het terug bij Mijn.")
    return done(request, said, "initiatives:detail", initiative.public_id)


def _told(form: IdeaForm, spot: Spot, actor: Actor | None) -> dict[str, Any]:
    """The arguments for the journey."""
    told = form.cleaned_data
    return {
        "half": actor.half if actor else Half(told["half"]),
        "area": spot.area,
        "texts": {key: told[key] for key in ("title", "what", "why")},
        "reins": {},
        "seat": seat_by_id(actor.seat_public_id) if actor else None,
        "home": area_by_code(told["home"]) if told.get("home") else None,
        "themes": told["themes"],
        "is_hybrid": told["is_hybrid"],
        "has_place": spot.has_place,
        "point": spot.point,
        "key": told["key"],
    }


def _gemeente(actor: Actor | None) -> Area | None:
    """The area of an idea without a place: the gemeente of the platform, else that of the seat."""
    if home := home_code():
        return area_by_code(home)
    seat = seat_by_id(actor.seat_public_id) if actor else None
    if seat is None:
        raise Invalid({"area": "Kies je gemeente, wijk of buurt."})
    return seat.area.municipality or seat.area


def _screen(request: HttpRequest) -> int:
    """The screen that was sent; a form without it is that of the last screen."""
    sent = request.POST.get("step", "")
    return min(max(int(sent), 1), LAST) if sent.isascii() and sent.isdigit() and len(sent) < 3 else LAST


def _show(
    request: HttpRequest, form: IdeaForm, screen: int, actor: Actor | None, status: int
) -> HttpResponse:
    form.show(screen)
    return _page(request, form, actor, status)


def _page(request: HttpRequest, form: IdeaForm, actor: Actor | None, status: int) -> HttpResponse:
    title = _("Vertel je idee, scherm %(number)s van 3") % {"number": form.screen}
    page = {"title": title, "menu": "initiatieven", "form": form, "actor": actor}
    page["places"] = [(n, words, n < form.screen, n == form.screen) for n, words in _screens()]
    return render(request, "submit/new.html", page, status=status)


def _screens() -> list[tuple[int, str]]:
    return [(1, _("Wat")), (2, _("Waar")), (3, _("Waarom"))]
