"""Where to go after an act: only to pages of ours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def own_page(to: str | None, otherwise: str) -> str:
    """This address if it is a path on our own site, else `otherwise`.

    A word without a slash is none: Django would take it for the name of a view.
    """
    return to if to and to.startswith("/") and url_has_allowed_host_and_scheme(to, None) else otherwise


def form_page(request: HttpRequest) -> str:
    """The page that the form stands on, as `back` says; "" when it is none of ours."""
    return own_page(sent(request, "back"), "")


def sent(request: HttpRequest, name: str) -> str:
    """What a form tells about itself in a hidden field; "" for nothing, or when the form cannot be read."""
    try:
        return request.POST.get(name, "")
    except BadRequest:
        return ""


def this_page(request: HttpRequest, otherwise: str) -> str:
    """Where the reader is; an act has no page of its own, so after one the page that its form stands on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return form_page(request) or otherwise


def next_page(request: HttpRequest, otherwise: str = "") -> str:
    """The page asked for in `next`, if it is one of ours; else `otherwise`."""
    return own_page(request.POST.get("next") or request.GET.get("next"), otherwise)


def safe_next(request: HttpRequest) -> str:
    """The page asked for in `next`, if it is one of ours; else `/mijn/`."""
    return next_page(request, reverse("mine:index"))


def with_next(url: str, to: str) -> str:
    """`url` that afterwards goes on to `to`; nothing is added for an empty one."""
    return f"{url}?{urlencode({'next': to})}" if to else url
