"""`/zetel/<id>/overdracht/`: what a seat still owes, for who comes after, to print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.parties.rules import may_read_handover
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.reports.selectors.handover import Owed, handover_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import require
from middenstip.web.shared import dates
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import found


@require_safe
@never_cache
@with_hat
def handover(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Open cases, promises, actions and signals, with whom they are for."""
    seat = found(seat_by_id(public_id))
    require(may_read_handover(actor, seat))
    told = handover_of(seat, clock.today())
    parts = [
        (_("Zaken"), told.cases),
        (_("Beloften"), told.promises),
        (_("Acties"), told.actions),
        (_("Signalen"), told.signals),
    ]
    page = {
        "title": _("Overdracht: %(seat)s") % {"seat": seat.label},
        "crumbs": [{"url": reverse("seats:detail", args=[public_id]), "label": seat.label}],
        "is_empty": told.is_empty,
        "since": dates.long_date(told.empty_since) if told.empty_since else "",
        "parts": [{"title": title, "rows": [_row(one) for one in rows]} for title, rows in parts],
        "today": dates.long_date(clock.today()),
    }
    return render(request, "seats/handover.html", page)


def _row(one: Owed) -> dict[str, Any]:
    return {
        "url": path_to(one.noun, one.public_id),
        "name": one.name,
        "contact": one.contact,
        "due": dates.long_date(one.due) if one.due else "",
        "is_late": is_past(one.due, clock.today()),
    }
