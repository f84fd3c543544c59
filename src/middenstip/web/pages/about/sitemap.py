"""`/sitemap.xml`: an index, and files with the public initiatives (sitemaps.org).

Each file is one range of keys, read in a stream: it costs the same memory and one query for any number.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.selectors.examples import last_key, public_between
from middenstip.domain.rooms import path_to

PER_FILE = 10_000  # a sitemap holds at most 50,000 addresses
KIND = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = (
    "home:index",
    "finder:list",
    "goals:index",
    "agreements:index",
    "about:how",
    "about:about",
    "moderation:rules",
)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The files there are. Without any initiative there is one, with the fixed pages."""
    files = [_url(reverse("about:sitemap_part", args=[n])) for n in range(1, _files() + 1)]
    body = "".join(f"<sitemap><loc>{url}</loc></sitemap>\n" for url in files)
    return HttpResponse(f"{HEAD}<sitemapindex {SPACE}>\n{body}</sitemapindex>\n", content_type=KIND)


@require_safe
def part(request: HttpRequest, number: int) -> StreamingHttpResponse:
    if not 0 < number <= _files():
        raise Http404
    return StreamingHttpResponse(_lines(number), content_type=KIND)


def _files() -> int:
    return max(1, -(-last_key() // PER_FILE))


def _lines(number: int) -> Iterator[str]:
    yield f"{HEAD}<urlset {SPACE}>\n"
    for path in PAGES if number == 1 else ():
        yield f"<url><loc>{_url(reverse(path))}</loc></url>\n"
    for public_id, changed_at in public_between((number - 1) * PER_FILE, number * PER_FILE):
        loc = _url(path_to("initiative", public_id))
        yield f"<url><loc>{loc}</loc><lastmod>{changed_at:%Y-%m-%d}</lastmod></url>\n"
    yield "</urlset>\n"


def _url(path: str) -> str:
    return escape(f"{settings.SITE_URL}{path}")
