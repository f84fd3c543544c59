"""Some acts ask for a code again: a session that somebody borrowed must not be enough for them."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from middenstip.domain.parties.models import Person
from middenstip.web.shared.ways import this_page, with_next

FRESH = 15 * 60  # seconds
AGAIN = "again"  # the session's key for the codes that were mailed for this


def typed_code_lately(request: HttpRequest, within: int = FRESH) -> bool:
    """Whether a code from the mailbox that is theirs now was typed in this session just now (seconds)."""
    person = request.user
    assert isinstance(person, Person)
    return any(
        one.get("method") == "code"
        and one.get("email") == person.email
        and time.time() - one.get("at", 0) < within
        for one in get_authentication_records(request, person)
    )


def first_a_code(to: str) -> HttpResponse:
    """To the page that asks for it, and on to `to` afterwards."""
    return redirect(with_next(reverse("account:again"), to))


def with_fresh_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that asks for a code again when none was typed just now."""

    @wraps(view)
    def at_the_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not typed_code_lately(request):
            return first_a_code(this_page(request, request.path))
        return view(request, *args, **kwargs)

    return at_the_door


def with_role(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An act of a role: a code of this hour. Off where roles are not guarded.

    The page of its form asks a quarter of an hour, so that what is typed there is not lost on the way.
    """

    @wraps(view)
    def at_the_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_act = request.method == "POST"
        within = 4 * FRESH if is_act else FRESH
        if settings.GUARD_ROLES and request.user.is_authenticated and not typed_code_lately(request, within):
            return first_a_code(this_page(request, reverse("mine:index")))
        return view(request, *args, **kwargs)

    return at_the_door


def login_of(request: HttpRequest) -> str:
    """The key of the codes of this session."""
    return request.session.setdefault(AGAIN, secrets.token_urlsafe(24))  # type: ignore[no-any-return]


def is_mailed(request: HttpRequest) -> bool:
    """Whether a code was mailed in this session already."""
    return AGAIN in request.session
