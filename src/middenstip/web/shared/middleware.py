"""Three small middlewares around every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Refused, Stale
from middenstip.notices.tasks import deliver_post
from middenstip.web.shared.errors import problem_page, typed_words

Next = Callable[[HttpRequest], HttpResponse]
TO_READ = "Deze bladzijde is om te lezen. Hier kun je niets naartoe sturen."
TO_SEND = "Op dit adres komt aan wat je verstuurt. Er staat geen bladzijde."
STATUS = {Forbidden: 403, NotNow: 409, Stale: 409, Invalid: 422}


def clean_input(next_one: Next) -> Next:
    """Refuse NUL bytes anywhere: no database keeps them, and both engines would answer with a 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        where = request.path + request.META.get("QUERY_STRING", "")
        if "\x00" in where or "%00" in where or (request.method == "POST" and _holds_nul(request)):
            return problem_page(request, 400, "Er staat een teken in dat we niet kunnen lezen (NUL).")
        return next_one(request)

    return middleware


class show_refusal:  # noqa: N801 - a middleware reads as a verb in the settings
    """A refusal becomes a page with the true reason and what was typed; nothing was written.

    So does Django's empty 405.
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

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused):
            return None
        return problem_page(request, STATUS.get(type(error), 409), error.reason, typed_words(request))


def send_post(next_one: Next) -> Next:
    """After an act that succeeded, wake the post: the facts are in the journal already."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = next_one(request)
        if request.method == "POST" and response.status_code < 400:
            deliver_post.enqueue()
        return response

    return middleware


def _holds_nul(request: HttpRequest) -> bool:
    if "json" in (request.content_type or ""):
        return b"\x00" in request.body or b"\\u0000" in request.body
    return any("\x00" in value for values in request.POST.lists() for value in values[1])
