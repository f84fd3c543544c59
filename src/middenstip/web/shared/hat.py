"""The logged-in person, and the hat they act in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Doer, Unseated
from middenstip.kernel.verdict import NotNow
from middenstip.web.shared.errors import typed_words
from middenstip.web.shared.ways import sent, this_page, with_next

P = ParamSpec("P")
CHOSEN = "hat"  # the session key for the public id of the seat
SHOWN = "pet"  # the same as a form field (the tag `post_form`)


def hats_of(request: HttpRequest) -> list[Actor]:
    """Every hat of the logged-in person. No query: they were loaded with the person (`web.shared.door`)."""
    known: list[Actor] | None = vars(request).get("_hats")
    if known is None:
        person = getattr(request, "user", None)
        known = hats_of_person(person, clock.today()) if person and person.is_authenticated else []
        if settings.GUARD_ROLES and not has_second_factor(request):
            known = [_without_guarded(hat) for hat in known]
        vars(request)["_hats"] = known
    return known


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a passkey: something they have, and their finger, face or PIN."""
    person = getattr(request, "user", None)
    return any(one.get("method") == "mfa" for one in get_authentication_records(request, person))


def waits_for_passkey(request: HttpRequest) -> bool:
    """Whether a role of theirs does not count in this session, for want of a passkey."""
    if not settings.GUARD_ROLES or has_second_factor(request):
        return False
    assert isinstance(request.user, Person)
    return any(_without_guarded(hat) != hat for hat in hats_of_person(request.user, clock.today()))


def _without_guarded(hat: Actor) -> Actor:
    kept = {one for one in hat.grants if one[0] in ROLES and not ROLES[one[0]].sees_people}
    return replace(hat, grants=frozenset(kept))


def actor_of(request: HttpRequest) -> Actor | None:
    """The logged-in person in the current hat; None for a visitor, or a person without a seat.

    A form is handled in the hat in which its page was read, even if the hat was changed in another tab.
    """
    chosen: Actor | None = vars(request).get("_read_as")
    if chosen:
        return chosen
    hats = hats_of(request)
    wanted = (sent(request, SHOWN), request.session.get(CHOSEN)) if hats else ()
    known = {hat.seat_public_id: hat for hat in hats}
    return next((known[one] for one in wanted if one in known), hats[0] if hats else None)


def read_as(request: HttpRequest, is_for: Callable[[Actor], object]) -> Actor | None:
    """The hat in which a page is read: the current one, or another of theirs for which `is_for` is true.

    A link in a mail names no hat. The choice is only for this page and its forms.
    """
    worn = actor_of(request)
    if worn and not sent(request, SHOWN) and not is_for(worn):
        vars(request)["_read_as"] = next((hat for hat in hats_of(request) if is_for(hat)), worn)
    return actor_of(request)


def acting_as(request: HttpRequest) -> Actor | None:
    """`actor_of` for an act. Raises `NotNow` when the person no longer has the hat of the form."""
    actor, shown = actor_of(request), sent(request, SHOWN)
    if actor and shown and actor.seat_public_id != shown:
        raise NotNow("In deze zetel zit je niet meer. Kies een andere pet en verstuur het opnieuw.")
    return actor


def wear(request: HttpRequest, seat_id: str) -> Actor | None:
    """Change to another hat of this person; None when it is not theirs."""
    hat = next((hat for hat in hats_of(request) if hat.seat_public_id == seat_id), None)
    if hat:
        request.session[CHOSEN] = hat.seat_public_id
    return hat


def anyone(request: HttpRequest) -> Doer:
    """The logged-in person, for acts that need no seat: the journal then has no seat and no half."""
    person = request.user
    assert isinstance(person, Person)
    return actor_of(request) or Unseated(person.pk, person.public_id, person.name)


def to_login(request: HttpRequest) -> HttpResponse:
    """Redirect to the login page, and back here afterwards."""
    return _first(request, _("Log eerst in"), resolve_url("account_login"))


def _first(request: HttpRequest, title: str, url: str) -> HttpResponse:
    """Redirect to `url` first, then back here. With typed text, show it, because it would be lost."""
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
    """A decorator for pages that need a seat: passes the actor as second argument."""

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
    """A decorator for an act: a POST by a person with a seat."""
    return require_POST(with_hat(view))


def logged_in(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Any:
    """A decorator for an act that needs no seat: a POST by a person who is logged in."""

    def at_the_door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_login(request)

    update_wrapper(at_the_door, view)
    return require_POST(at_the_door)
