"""The two usual answers of a view."""

from __future__ import annotations

from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

T = TypeVar("T")


def found(thing: T | None) -> T:
    """The thing, or 404."""
    if thing is None:
        raise Http404
    return thing


def done(request: HttpRequest, message: str, to: str, *args: object, part: str = "") -> HttpResponse:
    """The answer after an act: a message (already translated) and a redirect to the page of the act."""
    if message:
        messages.success(request, message)
    return redirect(resolve_url(to, *args) + (f"#{part}" if part else ""))
