"""The sheets of a gathering to print: a poster, a list per half to sign, and cards for questions."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings.lifecycle import CANCELLED
from middenstip.domain.gatherings.rules import may_read_inside
from middenstip.domain.gatherings.selectors import attendance_of, gathering_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.pages.gatherings.hall_present import ways
from middenstip.web.shared import dates
from middenstip.web.shared.gatherings import hours, where
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.reply import found
from middenstip.web.shared.share import qr_code

LINES, CARDS = 6, 4  # of a half on its list; on one sheet of cards


@require_safe
def sheets(request: HttpRequest, public_id: str) -> HttpResponse:
    """The sheets. Those of a closed gathering are for the people who may read it, without a poster.

    One query, and one more for a reader who is logged in.
    """
    one = found(gathering_by_id(public_id))
    reader = anyone(request) if request.user.is_authenticated else None
    is_inside = may_read_inside(reader, one, attendance_of(one, request.user.pk) is not None)
    found(one if is_inside or not one.is_closed else None)
    title = masked(one.inside_title if one.is_closed else one.title)
    path = path_to("gathering", one.public_id)
    page = {
        "title": _("Op papier: %(title)s") % {"title": title},
        "menu": "agenda",
        "crumbs": [
            {"url": reverse("gatherings:index"), "label": _("Agenda")},
            {"url": path, "label": title, "is_title": True},
        ],
        "name": title,
        "day": dates.day_date(one.starts_at, clock.today()),
        "hours": hours(one),
        "where": masked(one.inside_place) if one.is_closed else where(one),
        "what": "" if one.is_closed else masked(one.what),
        "access": masked(one.access),
        "hangs": not one.is_closed and one.state != CANCELLED,
        "address": f"{settings.SITE_URL.partition('://')[2]}{path}",
        "qr": qr_code(f"{settings.SITE_URL}{path}", _("QR-code van deze bijeenkomst")),
        **ways(one),
        "halves": list(Half),
        "lines": range(LINES),
        "cards": range(CARDS),
    }
    return render(request, "gatherings/sheets.html", page)
