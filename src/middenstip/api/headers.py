"""For every answer under /api/: the headers of the API Design Rules, and errors as JSON, never as a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse

from middenstip.api import crs, limit
from middenstip.api.parts import BASE
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
    "Access-Control-Expose-Headers": ", ".join(("API-Version", "Content-Crs", *limit.HEADERS)),
}
# CORS preflight: a page of another site asks whether it may send `Accept-Crs`.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept-Crs",
    "Access-Control-Max-Age": "86400",
}


def api_headers(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware. It is the outermost one, so that it also sees refusals by other middleware."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not f"{request.path}/".startswith(PREFIX):
            return next_one(request)
        turn = limit.turn_of(request)
        response = _readable(problem(429) if turn.is_over else _answer(request, next_one))
        for name, value in (HEADERS | turn.headers()).items():
            response.headers[name] = value
        if response.status_code == 200 and request.path.removeprefix(BASE).startswith(crs.PLACES):
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
    if request.method == "HEAD":  # handled as GET; the server omits the body (RFC 9110 section 9.3.2)
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
    """Turn an HTML error (an unknown URL, a crash) into a problem."""
    if response.status_code < 400 or response.headers["Content-Type"].startswith(MEDIA_TYPE):
        return response
    told = problem(response.status_code)
    if "Retry-After" in response.headers:
        told.headers["Retry-After"] = response.headers["Retry-After"]
    return told
