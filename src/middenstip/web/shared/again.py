"""A form that was sent with an old CSRF key is shown again with the typed text, so that nothing is lost.

Logging in gives the browser a new key for its forms (CSRF). A form that was open in another tab still has
the old one, so Django refuses it before any view runs. The browser keeps its last keys in a cookie; an old
key proves that the form is ours and was open here, so its text may be shown and sent again. A form from
another site has no such key, and its text is not shown on our page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware import csrf
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.parties.models import Person
from middenstip.web.shared.errors import problem_page, typed_words
from middenstip.web.shared.ways import form_page, next_page

COOKIE = "formulieren"
KEPT = 3
DAY = 60 * 60 * 24
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field
LOGIN = ("account_login", "account_request_login_code", "account_confirm_login_code", "join")
LEFT_OUT = (TOKEN, "pet")  # the old key, and the hat of the person who was logged in then
UNKNOWN = "Dit formulier herkennen we niet meer. Laad de bladzijde opnieuw en verstuur het nog eens."


def keep_old_keys(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: when the browser gets a new CSRF key, its previous key is added to the cookie."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = next_one(request)
        had = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
        new = response.cookies.get(settings.CSRF_COOKIE_NAME)
        if had and new and new.value != had:
            keys = [had, *_old_keys(request)][:KEPT]
            secure = settings.CSRF_COOKIE_SECURE
            response.set_cookie(COOKIE, ".".join(keys), DAY, secure=secure, httponly=True, samesite="Lax")
        return response

    return middleware


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form with an old key; for a form of unknown origin, a refusal without its text."""
    if not _was_open_here(request):
        return problem_page(request, 403, UNKNOWN)
    there = request.resolver_match
    if there and there.url_name in LOGIN and isinstance(request.user, Person):
        said = _("Je bent al ingelogd als %(name)s. Log eerst uit als je een ander adres wilt gebruiken.")
        messages.info(request, said % {"name": request.user.shown_name})
        return redirect(next_page(request, reverse("mine:index")))
    reason = _("Je logde intussen in of uit, in een ander tabblad. Daarom is dit nog niet verstuurd.")
    return show_again(request, {"title": _("Kijk dit nog even na"), "reason": reason, "who": True}, 403)


def show_again(request: HttpRequest, page: dict[str, Any], status: int) -> HttpResponse:
    """What was typed, with the reason that it was not sent and a button that sends it again."""
    left_out = LEFT_OUT if "who" in page else (TOKEN,)
    lists = [(name, texts) for name, texts in request.POST.lists() if name not in left_out]
    page |= {
        "typed": typed_words(request),
        "sent": [(name, text) for name, texts in lists for text in texts],
        "to": request.get_full_path(),
        "back": form_page(request) or "/",
    }
    return render(request, "again.html", page, status=status)


def _was_open_here(request: HttpRequest) -> bool:
    token = request.POST.get(TOKEN, "")
    try:
        csrf._check_token_format(token)  # type: ignore[attr-defined]
        return any(csrf._does_token_match(token, key) for key in _old_keys(request))  # type: ignore[attr-defined]
    except csrf.InvalidTokenFormat:
        return False


def _old_keys(request: HttpRequest) -> list[str]:
    """The keys in the cookie that have a valid form; a visitor can put any text in a cookie."""
    keys = request.COOKIES.get(COOKIE, "").split(".")[:KEPT]
    return [key for key in keys if len(key) == 32 and key.isascii() and key.isalnum()]
