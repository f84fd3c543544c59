"""Mijn apparaten: where you are logged in, and logging out everywhere."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Device, Person
from middenstip.kernel import clock
from middenstip.web.shared import dates
from middenstip.web.shared.devices import end_sessions, shown_device
from middenstip.web.shared.hat import logged_in


@never_cache
@login_required
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """The kind of device and the day: no network address is kept."""
    assert isinstance(request.user, Person)
    key, today = request.session.session_key, clock.today()
    rows = [
        {
            "word": shown_device(one.word),
            "since": dates.long_date(one.since_on),
            "is_here": one.session_key == key,
        }
        for one in Device.objects.filter(person=request.user, since_on__lte=today).order_by("-pk")[:50]
    ]
    page = {"title": _("Mijn apparaten"), "menu": "mijn", "devices": rows}
    return render(request, "mine/devices.html", page)


@logged_in
def log_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Every session ends, this one too."""
    assert isinstance(request.user, Person)
    end_sessions(parties.log_out_everywhere(person=request.user))
    logout(request)
    messages.success(request, _("Je bent overal uitgelogd."))
    return redirect("account_login")
