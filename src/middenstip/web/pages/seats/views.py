"""A seat: for which half it speaks, and whether that was confirmed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.parties.rules import may_read_handover
from middenstip.domain.parties.selectors import confirmers_of, seat_by_id, sits_in
from middenstip.domain.reports.selectors.handover import empty_since
from middenstip.journeys import confirm_seat
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.shared import dates
from middenstip.web.shared.hat import acting, read_as
from middenstip.web.shared.reply import done, found


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    seat = found(seat_by_id(public_id))
    confirmers = [] if seat.confirmed_at else confirmers_of(seat, clock.today())
    actor = read_as(request, lambda hat: hat.seat_id in confirmers)
    is_own = bool(actor and sits_in(actor.person_id, [seat.pk], clock.today()))
    can_confirm = bool(actor and actor.seat_id in confirmers and not is_own)
    is_empty, since = empty_since(seat, clock.today())
    page = {"title": seat.label, "seat": seat, "is_own": is_own, "can_confirm": can_confirm}
    page |= {"is_empty": is_empty, "since": dates.long_date(since) if since else ""}
    page["may_read"] = bool(actor and may_read_handover(actor, seat))
    return render(request, "seats/detail.html", page)


@acting
def confirm(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    confirm_seat.confirm(by=actor, seat=found(seat_by_id(public_id)), at=clock.now())
    return done(request, _("De zetel is bevestigd en telt nu mee."), "seats:detail", public_id)
