"""Pages about the platform. They read nothing, except the health probe."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.web.pages.about import statement
from middenstip.web.shared.ways import next_page

PROMISED = timedelta(days=180)  # RFC 9116 advises less than a year


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Middenstip is, and of whom."""
    return _page(request, "about", _("Over Middenstip"))


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """The chain, the three halves and the promises."""
    agreed = {half.value: "ja" for half in Half}
    return _page(request, "how", _("Hoe het werkt"), menu="hoe", agreed=agreed)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return _page(request, "accessibility", _("Toegankelijkheid"), statement=statement.STATEMENT)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep of you, why and how long, and what you can ask."""
    return _page(request, "privacy", _("Privacy"), kept=statement.kept())


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach a human."""
    return _page(request, "contact", _("Contact"))


@require_safe
def language(request: HttpRequest) -> HttpResponse:
    """Choose a language; a page of its own, so that no other page needs a form and its cookie."""
    back = next_page(request, "/")
    return _page(request, "language", _("Taal"), languages=settings.LANGUAGES, this_page=back)


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """For whoever watches the server: 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to tell of a leak (RFC 9116). It is written on the spot, so it holds as long as we are there."""
    expires = clock.now().astimezone(UTC) + PROMISED
    return _text(request, "security", expires=f"{expires:%Y-%m-%dT00:00:00Z}", site_url=settings.SITE_URL)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What a search engine may read (RFC 9309): nothing of invented people, nor one search after another."""
    return _text(request, "robots", is_demo=settings.DEMO)


def _text(request: HttpRequest, name: str, **more: Any) -> HttpResponse:
    context = {"contact_email": settings.CONTACT_EMAIL, **more}
    return render(request, f"about/{name}.txt", context, content_type="text/plain; charset=utf-8")


def _page(request: HttpRequest, name: str, title: str, **more: Any) -> HttpResponse:
    context = {"title": title, "contact_email": settings.CONTACT_EMAIL, **more}
    return render(request, f"about/{name}.html", context)
