"""Around every request: its id, how long it took, and a line in the access log and in the metrics."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from time import perf_counter, thread_time

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse

from middenstip.kernel import audit
from middenstip.kernel.ids import new_id
from middenstip.operations import metrics
from middenstip.operations.logs import route_of, within

METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))
WATCHERS = frozenset(("/gezond", "/klaar", "/klaar/lezen", "/metrics"))
REFUSED = (401, 403, 429)
ID = re.compile(r"[A-Za-z0-9._-]{8,64}")

access = logging.getLogger("middenstip.access")


def watch(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware: it stands outermost, so that it also measures what other middleware refuses."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path in WATCHERS:  # asked by the number of a machine; they look at no name
            request.META["HTTP_HOST"] = settings.SITE_URL.partition("://")[2]
        request_id = _id_of(request)
        began, cpu = perf_counter(), thread_time()
        with within(request_id):
            response = next_one(request)
            took, cpu = perf_counter() - began, thread_time() - cpu
            _tell(request, response.status_code, took, cpu)
        response.headers["X-Request-ID"] = request_id
        return response

    return middleware


def _tell(request: HttpRequest, status: int, took: float, cpu: float) -> None:
    route = route_of(request)
    method = request.method if request.method in METHODS else "OTHER"
    metrics.count(route, str(method), status, took, cpu)
    if settings.ACCESS_LOG and not (request.path in WATCHERS and status == 200):
        told = {"method": method, "route": route, "status": status}
        times = {"ms": round(took * 1000, 1), "cpu_ms": round(cpu * 1000, 1)}
        access.info("%s %s %s", method, route, status, extra=told | times)
    if status in REFUSED:
        audit.note("refused", result=str(status), about=route, actor=_who(request))


def _id_of(request: HttpRequest) -> str:
    """The id that the proxy gave, so that its log and ours tell of the same request; else a new one."""
    told = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
    return told if ID.fullmatch(told) else new_id()


def _who(request: HttpRequest) -> str:
    """The public id of who is logged in, or ""."""
    try:
        return getattr(getattr(request, "user", None), "public_id", "")
    except Error:  # the database is away: then nobody is known
        return ""
