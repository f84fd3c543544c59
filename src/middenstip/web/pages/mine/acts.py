"""Acts of one button on the own place."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.selectors import action_by_id
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import leave as going
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden
from middenstip.web.pages.mine.forms import NameForm
from middenstip.web.pages.mine.ways import safe_next
from middenstip.web.shared.hat import acting, hats_of, wear
from middenstip.web.shared.reply import done, found


@login_required
@require_POST
def hat(request: HttpRequest) -> HttpResponse:
    """Put on another of your own hats."""
    if wear(request, request.POST.get("seat", "")) is None:
        raise Forbidden("Deze pet is niet van jou.")
    return redirect(safe_next(request))


@login_required
@require_POST
def leave(request: HttpRequest, seat_id: str) -> HttpResponse:
    """Get up from a seat. The seat and its promises stay."""
    assert isinstance(request.user, Person)
    seat = found(seat_by_id(seat_id))
    if seat.pk not in {one.seat for one in hats_of(request)}:
        raise Forbidden("In deze zetel zit je niet.")
    going.leave_seat(person=request.user, seat=seat, at=clock.now())
    if seat.side_id:
        said = _("Je praat niet meer als %(seat)s. De beloften blijven bij die zetel.")
    else:
        said = _("Je praat niet meer als %(seat)s. Van de tafels waar je zo zat, ben je opgestaan.")
    said %= {"seat": seat.label}
    return done(request, said, "mine:index", part="plek")


@acting
def give_back(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    """Geef de aap terug."""
    action = found(action_by_id(action_id))
    intake.give_back_action(by=actor, action=action, at=clock.now())
    return done(request, _("De taak is terug bij de eigenaar."), "mine:index", part="beloften")


@acting
def rename(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Change the name that others see."""
    form = NameForm(request.POST)
    name = form.cleaned_data["name"] if form.is_valid() else request.POST.get("name", "")
    parties.rename_person(by=actor, name=name, at=clock.now())
    return done(request, _("Je naam is veranderd."), "mine:index", part="ik")
