"""Acts with only a button on *Mijn*."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.selectors import action_by_id
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import hand_over_seat
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden
from middenstip.web.pages.mine.forms import NameForm
from middenstip.web.pages.mine.views import own_place
from middenstip.web.shared.hat import acting, anyone, hats_of, logged_in, wear
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.ways import safe_next


@logged_in
def hat(request: HttpRequest) -> HttpResponse:
    """Change to another of your hats."""
    if wear(request, request.POST.get("seat", "")) is None:
        raise Forbidden("Deze pet is niet van jou.")
    return redirect(safe_next(request))


@logged_in
def leave(request: HttpRequest, seat_id: str) -> HttpResponse:
    """Leave a seat. The seat and its promises stay."""
    assert isinstance(request.user, Person)
    seat = found(seat_by_id(seat_id))
    if seat.pk not in {one.seat_id for one in hats_of(request)}:
        raise Forbidden("In deze zetel zit je niet.")
    hand_over_seat.stand_up(person=request.user, seat=seat, at=clock.now())
    if seat.side_id:
        said = _("Je praat niet meer als %(seat)s. De beloften blijven bij die zetel.")
    else:
        said = _("Je praat niet meer als %(seat)s. Van de tafels waar je zo zat, sta je op.")
    said %= {"seat": seat.label}
    return done(request, said, "mine:index", part="plek")


@acting
def give_back(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    """Geef de aap terug, in the hat that took it over, because the page lists the actions of all hats."""
    action = found(action_by_id(action_id))
    carrier = next((hat for hat in hats_of(request) if hat.seat_id == action.carrier_id), actor)
    intake.give_back_action(by=carrier, action=action, at=clock.now())
    return done(request, _("De taak is terug bij de eigenaar."), "mine:index", part="beloften")


@logged_in
def rename(request: HttpRequest) -> HttpResponse:
    """Change your display name."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return own_place(request, form, 422)
    parties.rename_person(by=anyone(request), name=form.cleaned_data["name"], at=clock.now())
    return done(request, _("Je naam is veranderd."), "mine:index", part="ik")
