"""Small middlewares around every request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from middenstip.kernel.unavailable import Unavailable, refuse_in_maintenance, why_unavailable
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Refused, Stale
from middenstip.kernel.write import kept
from middenstip.notices.tasks import deliver_post
from middenstip.web.shared.errors import problem_page, typed_words
from middenstip.web.shared.unavailable import unavailable_page

log = logging.getLogger(__name__)

Next = Callable[[HttpRequest], HttpResponse]
TO_READ = "Deze bladzijde is om te lezen. Hier kun je niets naartoe sturen."
TO_SEND = "Op dit adres komt aan wat je verstuurt. Er staat geen bladzijde."
PASSKEY = ("publickey-credentials-create=(self)", "publickey-credentials-get=(self)")
UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
)
PERMISSIONS = ", ".join((*(f"{name}=()" for name in (*UNUSED, "midi", "payment", "usb")), *PASSKEY))
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
CUT_OFF = "Het versturen brak af voordat alles er was. Verstuur het nog een keer."
STATUS = {Forbidden: 403, NotNow: 409, Stale: 409, Invalid: 422}


def clean_input(next_one: Next) -> Next:
    """Refuse NUL bytes in any input: neither database can store them, so they would give a 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        where = request.path + request.META.get("QUERY_STRING", "")
        try:
            holds_nul = request.method == "POST" and _holds_nul(request)
        except UnreadablePostError:
            return problem_page(request, 400, CUT_OFF)
        if "\x00" in where or "%00" in where or holds_nul:
            return problem_page(request, 400, "Er staat een teken in dat we niet kunnen lezen (NUL).")
        return next_one(request)

    return middleware


def permissions(next_one: Next) -> Next:
    """Tell the browser that pages use no camera, location or payment, only passkeys."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = next_one(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return middleware


def count_kept(next_one: Next) -> Next:
    """Note how much was kept before this request, so that an error page knows whether its act was."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.kept_before = kept()  # type: ignore[attr-defined]
        return next_one(request)

    return middleware


class show_refusal:  # noqa: N801 - a middleware reads as a verb in the settings
    """Turn a refusal into a page with the true reason and the typed text; nothing was written.

    Also replaces Django's empty 405 answer, and refuses what is sent while nothing can be saved.
    """

    def __init__(self, next_one: Next) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.next_one(request)
        if response.status_code != 405 or response.content:
            return response
        page = problem_page(request, 405, TO_READ if "GET" in response.headers["Allow"] else TO_SEND)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    def process_view(
        self, request: HttpRequest, view: Any, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Also what no service of ours keeps: logging in, a language."""
        if request.method in SAFE:
            return None
        try:
            refuse_in_maintenance()
        except Unavailable as why:
            return unavailable_page(request, why)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if (why := why_unavailable(error)) and kept() == getattr(request, "kept_before", kept()):
            log.warning("nothing can be kept: %s", type(error.__cause__ or error).__name__)
            return unavailable_page(request, why)
        if not isinstance(error, Refused):
            return None
        return problem_page(request, STATUS.get(type(error), 409), error.reason, typed_words(request))


def send_post(next_one: Next) -> Next:
    """After an act that succeeded, wake the post: the facts are in the journal already.

    A visitor who stays one writes no facts, so nothing is stored for them either. The act is saved whatever
    happens here: the worker looks at the journal by itself every few seconds.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        is_post = request.method == "POST"
        was_known = is_post and _is_known(request)
        response = next_one(request)
        if is_post and response.status_code < 400 and (was_known or request.user.is_authenticated):
            try:
                deliver_post.enqueue()
            except Exception:
                log.exception("sending notices was not queued; the worker does it in its next round")
        return response

    return middleware


def _is_known(request: HttpRequest) -> bool:
    """False when the database does not tell: the act hears that too, and its page shows what was typed."""
    try:
        return request.user.is_authenticated
    except DatabaseError:
        return False


def _holds_nul(request: HttpRequest) -> bool:
    if "json" in (request.content_type or ""):
        return b"\x00" in request.body or b"\\u0000" in request.body
    return any("\x00" in value for values in request.POST.lists() for value in values[1])
