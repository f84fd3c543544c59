"""Pages about the platform. They make no queries, but for the examples of how it works."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.selectors.examples import example_of_each_step
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.web.pages.about import chain, here, statement
from middenstip.web.shared.chain import chain_svg
from middenstip.web.shared.ways import next_page

DAY = 60 * 60 * 24
EXAMPLES_KEPT = 600  # seconds
PROMISED = timedelta(days=180)  # RFC 9116 advises less than a year


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Middenstip is, and which organisation runs it."""
    return _page(request, "about", _("Over Middenstip"))


@require_safe
def here_is(request: HttpRequest) -> HttpResponse:
    """Every list that everybody can read."""
    return _page(request, "here", _("Wat is hier?"), groups=here.groups())


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """The chain, the three halves and the promises."""
    agreed = {half.value: "ja" for half in Half}
    kept = cache.get_or_set("how-examples", example_of_each_step, EXAMPLES_KEPT) or {}
    told = chain.steps(kept)
    drawing = chain_svg([step["title"] for step in told])
    more = {"agreed": agreed, "steps": told, "chain": drawing, "help": chain.help_per_page()}
    return _page(request, "how", _("Hoe het werkt"), menu="hoe", **more)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return _page(request, "accessibility", _("Toegankelijkheid"), statement=statement.statement())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """The personal data we store, why and how long, and the rights of the reader."""
    hosts = {"tiles_host": settings.MAP_TILES, "geocoder_host": settings.GEOCODER}
    asked = {name: urlsplit(url).netloc for name, url in hosts.items()}
    return _page(request, "privacy", _("Privacy"), kept=statement.kept(), **asked)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach a person."""
    return _page(request, "contact", _("Contact"))


@require_safe
def language(request: HttpRequest) -> HttpResponse:
    """Choose a language. It has its own page, so that other pages need no form with a cookie."""
    back = next_page(request, "/")
    return _page(request, "language", _("Taal"), languages=settings.LANGUAGES, this_page=back)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a vulnerability (RFC 9116). Made per request, so that it never expires."""
    expires = clock.now().astimezone(UTC) + PROMISED
    return _text(
        request,
        "security",
        expires=f"{expires:%Y-%m-%dT00:00:00Z}",
        site_url=settings.SITE_URL,
        security_email=settings.SECURITY_EMAIL,
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for clients that request /favicon.ico without reading the page."""
    answer = HttpResponseRedirect(static("middenstip/icon.svg"))
    patch_cache_control(answer, public=True, max_age=DAY)
    return answer


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site looks on the home screen of a phone (W3C Web App Manifest)."""
    icons = [_icon("icon.svg", "any", "image/svg+xml")]
    icons += [_icon(f"icon-{size}.png", f"{size}x{size}", "image/png") for size in (192, 512)]
    look = {"theme_color": "#064147", "background_color": "#ffffff", "display": "browser", "lang": "nl"}
    told = {"name": settings.SITE_NAME, "short_name": settings.SITE_NAME, "start_url": "/", "icons": icons}
    answer = JsonResponse(told | look, content_type="application/manifest+json")
    patch_cache_control(answer, public=True, max_age=DAY)
    return answer


def _icon(name: str, sizes: str, kind: str) -> dict[str, str]:
    return {"src": static(f"middenstip/{name}"), "sizes": sizes, "type": kind}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What a search engine may read (RFC 9309): no invented people, and no search results."""
    return _text(request, "robots", is_demo=settings.DEMO, site_url=settings.SITE_URL)


def _text(request: HttpRequest, name: str, **more: Any) -> HttpResponse:
    context = {"contact_email": settings.CONTACT_EMAIL, **more}
    return render(request, f"about/{name}.txt", context, content_type="text/plain; charset=utf-8")


def _page(request: HttpRequest, name: str, title: str, **more: Any) -> HttpResponse:
    context = {"title": title, "contact_email": settings.CONTACT_EMAIL, **more}
    return render(request, f"about/{name}.html", context)
