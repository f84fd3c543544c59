"""Who is at the door, and wearing which hat."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import NotNow
from middenstip.web.shared.errors import typed_words
from middenstip.web.shared.ways import sent, this_page, with_next

P = ParamSpec("P")
CHOSEN = "hat"  # the session's key for the public id of the seat
SHOWN = "pet"  # the same in a form (components/hat.html)


def hats_of(request: HttpRequest) -> list[Actor]:
    """Every hat of whoever is logged in. No query: they came along with the person (`web.shared.door`)."""
    known: list[Actor] | None = vars(request).get("_hats")
    if known is None:
        person = getattr(request, "user", None)
        known = hats_of_person(person, clock.today()) if person and person.is_authenticated else []
        vars(request)["_hats"] = known
    return known


def actor_of(request: HttpRequest) -> Actor | None:
    """Whoever is logged in, in the hat worn now; None for a visitor, or somebody without a seat.

    A form is sent in the hat that its page was read in, whatever was put on in another tab meanwhile.
    """
    chosen: Actor | None = vars(request).get("_read_as")
    if chosen:
        return chosen
    hats = hats_of(request)
    wanted = (sent(request, SHOWN), request.session.get(CHOSEN)) if hats else ()
    known = {hat.seat_id: hat for hat in hats}
    return next((known[one] for one in wanted if one in known), hats[0] if hats else None)


def read_as(request: HttpRequest, is_for: Callable[[Actor], object]) -> Actor | None:
    """The hat in which a page is read: the one worn now or, when it `is_for` another of theirs, that one.

    A link in a mail knows no hat. It counts for this page and its forms; elsewhere nothing changes.
    """
    worn = actor_of(request)
    if worn and not sent(request, SHOWN) and not is_for(worn):
        vars(request)["_read_as"] = next((hat for hat in hats_of(request) if is_for(hat)), worn)
    return actor_of(request)


def acting_as(request: HttpRequest) -> Actor | None:
    """`actor_of` for an act. Raises `NotNow` when the hat that its form was read in is no longer theirs."""
    actor, shown = actor_of(request), sent(request, SHOWN)
    if actor and shown and actor.seat_id != shown:
        raise NotNow("In deze zetel zit je niet meer. Kies een andere pet en verstuur het opnieuw.")
    return actor


def wear(request: HttpRequest, seat_id: str) -> Actor | None:
    """Put on another of the own hats; None when it is not theirs."""
    hat = next((hat for hat in hats_of(request) if hat.seat_id == seat_id), None)
    if hat:
        request.session[CHOSEN] = hat.seat_id
    return hat


def anyone(request: HttpRequest) -> Actor:
    """Whoever is logged in, for acts that need no seat: what they leave behind then names none."""
    person = request.user
    assert isinstance(person, Person)
    return actor_of(request) or Actor(person.pk, person.public_id, 0, "", Half.RESIDENTS, person.name)


def to_login(request: HttpRequest) -> HttpResponse:
    """To the login page, and back here afterwards."""
    return _first(request, _("Log eerst in"), resolve_url("account_login"))


def _first(request: HttpRequest, title: str, url: str) -> HttpResponse:
    """First to `url`, then back here. What was typed meanwhile would be lost on the way: show it."""
    there = with_next(url, this_page(request, reverse("mine:index")))
    typed = typed_words(request)
    if not typed:
        return redirect(there)
    reason = _("Wat je schreef is niet verstuurd. Kopieer het, en verstuur het daarna opnieuw.")
    page = {"title": title, "reason": reason, "typed": typed, "back": there, "action": title}
    return render(request, "problem.html", page, status=403)


def with_hat(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for people with a seat: passes the actor as second argument."""

    def at_the_door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = acting_as(request)
        if actor:
            return view(request, actor, *args, **kwargs)
        if request.user.is_authenticated:
            return _first(request, _("Kies voor wie je praat"), reverse("mine:seat"))
        return to_login(request)

    update_wrapper(at_the_door, view)
    return at_the_door


def acting(view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse]) -> Any:
    """An act: a POST by somebody with a seat."""
    return require_POST(with_hat(view))


def logged_in(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Any:
    """An act that needs no seat: a POST by whoever is logged in."""

    def at_the_door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_login(request)

    update_wrapper(at_the_door, view)
    return require_POST(at_the_door)
