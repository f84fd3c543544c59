"""Redirects after an act, only to our own pages."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def own_page(to: str | None, otherwise: str) -> str:
    """This URL if it is a path on our own site, else `otherwise`.

    A word without a slash is refused, because Django would read it as the name of a view.
    """
    return to if to and to.startswith("/") and url_has_allowed_host_and_scheme(to, None) else otherwise


def form_page(request: HttpRequest) -> str:
    """The page of the form, from its field `back`; "" when it is not one of our pages."""
    return own_page(sent(request, "back"), "")


def sent(request: HttpRequest, name: str) -> str:
    """The value of a hidden form field; "" when it is missing, or the form cannot be read."""
    try:
        return request.POST.get(name, "")
    except BadRequest:
        return ""


def this_page(request: HttpRequest, otherwise: str) -> str:
    """The page of the reader; for an act, which has no page of its own, the page of its form."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return form_page(request) or otherwise


def next_page(request: HttpRequest, otherwise: str = "") -> str:
    """The page in `next`, if it is one of ours; else `otherwise`."""
    return own_page(request.POST.get("next") or request.GET.get("next"), otherwise)


def safe_next(request: HttpRequest) -> str:
    """The page in `next`, if it is one of ours; else `/mijn/`."""
    return next_page(request, reverse("mine:index"))


def with_next(url: str, to: str) -> str:
    """`url` with `to` as the page to continue to afterwards; unchanged when `to` is empty."""
    return f"{url}?{urlencode({'next': to})}" if to else url
