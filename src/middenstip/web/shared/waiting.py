"""What a visitor asked for before logging in: it is done directly after the login."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.rules import may_see
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.labs import services as labs
from middenstip.domain.labs.selectors import place_by_id
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.journeys import follow as following
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.web.shared.hat import anyone, to_login
from middenstip.web.shared.reply import done
from middenstip.web.shared.words import in_words

KEY = "follow"  # session key for the thing that a visitor wanted to follow
VISIT = "visit"  # session key for the place that a visitor wants to see, with the day and the number


def first_log_in(request: HttpRequest, kind: str, target: str) -> HttpResponse:
    """Redirect to the login page; after it the visitor follows this thing."""
    request.session[KEY] = [kind, target]
    return to_login(request)


def follow_now(request: HttpRequest, person: int) -> HttpResponse | None:
    """Follow the thing in the session, and redirect to it; None when there is none."""
    kind, target = request.session.pop(KEY, ("", ""))
    if kind == Follow.AREA:
        return follow_area(request, person, target)
    return follow_initiative(request, person, target) if kind == Follow.INITIATIVE else None


def follow_area(request: HttpRequest, person: int, code: str) -> HttpResponse:
    area = area_by_code(code)
    if area is None:
        return redirect(reverse("home:index"))
    parties.follow_area(person=person, area=area, at=clock.now())
    said = _("Je volgt %(place)s. Je krijgt af en toe een bericht.") % {"place": area.name}
    return done(request, said, "areas:detail", area.code)


def follow_initiative(request: HttpRequest, person: int, public_id: str) -> HttpResponse:
    initiative = initiative_by_id(public_id)
    if initiative is None or not may_see(person, initiative):
        return redirect(reverse("home:index"))
    following.follow_initiative(person=person, initiative=initiative, at=clock.now())
    said = _("Je volgt dit initiatief. Je krijgt bericht als er iets gebeurt.")
    return done(request, said, "initiatives:detail", public_id)


def keep_visit(request: HttpRequest, email: str, place: str, on: date, people: int, key: str) -> None:
    """Keep the visit that is asked as soon as this address is proven. What they need is not among it."""
    request.session[VISIT] = [email, place, on.isoformat(), people, key]


def visit_now(request: HttpRequest, email: str | None) -> HttpResponse | None:
    """Ask the visit in the session for this address, and redirect to it; None when there is none."""
    whose, code, on, people, key = request.session.pop(VISIT, ("", "", "", 0, ""))
    place = place_by_id(code) if code and whose == email else None
    if place is None:
        return None
    told = {"on": date.fromisoformat(on), "people": people, "key": key}
    try:
        made = labs.ask_visit(by=anyone(request), place=place, **told, at=clock.now())
    except Refused as refusal:
        messages.error(request, in_words(refusal.reason))
        return redirect("labs:place", code)
    said = _("Je vraag is verstuurd. Heb je iets nodig, zoals een tolk? Schrijf het hieronder.")
    return done(request, said, "labs:visit", made.public_id)
