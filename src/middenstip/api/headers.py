"""Around every answer under /api/: the headers that the API Design Rules ask, and no page as an error."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse

from middenstip.api import crs
from middenstip.api.problems import MEDIA_TYPE, problem

VERSION = "1.0.0"
PREFIX = "/api/"
HEADERS = {
    "API-Version": VERSION,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Content-Crs",
}
# A page of another site may ask first whether it may send `Accept-Crs` (CORS preflight).
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept-Crs",
    "Access-Control-Max-Age": "86400",
}


def api_headers(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware: it stands outermost, so that it also sees what other middleware refuses."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not f"{request.path}/".startswith(PREFIX):
            return next_one(request)
        response = _readable(_answer(request, next_one))
        for name, value in HEADERS.items():
            response.headers[name] = value
        if response.status_code == 200 and request.path.startswith(crs.PLACES):
            response.headers["Content-Crs"] = f"<{crs.CRS84}>"
        return response

    return middleware


def _answer(request: HttpRequest, next_one: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if "\x00" in request.path + unquote(request.META.get("QUERY_STRING", "")):
        return problem(400, "Er staat een teken in dat we niet kunnen lezen (NUL).")
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        return HttpResponse(status=204, headers=PREFLIGHT)
    if not crs.is_ours(request.headers.get("Accept-Crs")):
        return problem(406, crs.ONLY)
    if request.method == "HEAD":  # as GET; the server leaves the body out (RFC 9110 section 9.3.2)
        request.method = "GET"
        response = next_one(request)
        request.method = "HEAD"
        return response
    if request.method != "GET":
        refusal = problem(405)
        refusal.headers["Allow"] = "GET, HEAD"
        return refusal
    return next_one(request)


def _readable(response: HttpResponse) -> HttpResponse:
    """An error that came from elsewhere as a page (an unknown address, something broken) as a problem."""
    if response.status_code < 400 or response.headers["Content-Type"].startswith(MEDIA_TYPE):
        return response
    return problem(response.status_code)
