"""Calendar feeds: of the agenda with its filters, and of one gathering."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.selectors import (
    calendar_of,
    feed_of,
    feed_of_person,
    gathering_by_id,
    person_of_calendar,
)
from middenstip.kernel import clock
from middenstip.web.pages.gatherings.asked import asked_of
from middenstip.web.pages.gatherings.calendar import as_calendar
from middenstip.web.shared.hat import anyone, logged_in, to_login
from middenstip.web.shared.ical import sent_calendar
from middenstip.web.shared.reply import done, found


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """Everything to come, what was shortly before, and what was cancelled. One query."""
    asked, _form, _values = asked_of(request)
    name = _("Agenda %(site)s") % {"site": settings.SITE_NAME}
    return sent_calendar(as_calendar(feed_of(asked, clock.now()), name), "agenda")


@require_safe
def single(request: HttpRequest, public_id: str) -> HttpResponse:
    """One gathering, to put in a calendar."""
    one = found(gathering_by_id(public_id))
    found(None if one.is_hidden else one)
    return sent_calendar(as_calendar([one], one.title), public_id)


@require_safe
def personal(request: HttpRequest, secret: str) -> HttpResponse:
    """Where one person comes, at a secret address; nothing for an address that was renewed. Two queries."""
    person = found(person_of_calendar(secret))
    answer = sent_calendar(as_calendar(feed_of_person(person, clock.now()), _("Mijn agenda")), "mijn-agenda")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The secret address, with a button for a new one. One query."""
    if not request.user.is_authenticated:
        return to_login(request)
    known = calendar_of(request.user.pk)
    path = reverse("gatherings:personal", args=[known.secret]) if known else ""
    page = {
        "title": _("Mijn agenda"),
        "menu": "mijn",
        "crumbs": [{"url": reverse("gatherings:index"), "label": _("Agenda")}],
        "address": f"{settings.SITE_URL}{path}" if path else "",
    }
    return render(request, "gatherings/mine.html", page)


@logged_in
def renew(request: HttpRequest) -> HttpResponse:
    services.renew_calendar(by=anyone(request), at=clock.now())
    return done(request, _("Dit is je nieuwe adres. Het vorige werkt niet meer."), "gatherings:mine")


@logged_in
def drop(request: HttpRequest) -> HttpResponse:
    services.drop_calendar(by=anyone(request))
    return done(request, _("Het adres is weg."), "gatherings:mine")
