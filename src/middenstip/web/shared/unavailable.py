"""The answer when nothing can be kept now: 503 with why, when to try again, and the form to send again."""

from __future__ import annotations

from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.kernel.unavailable import Unavailable
from middenstip.web.shared.errors import TITLES, plain_page, typed_words
from middenstip.web.shared.ways import form_page
from middenstip.web.shared.words import in_words

STATUS = 503
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field


def unavailable_page(request: HttpRequest, why: Unavailable) -> HttpResponse:
    """With what was typed. Without the frame when that cannot be made: it asks the database who reads."""
    is_ours = getattr(request, "csrf_processing_done", False)  # another site's words stay off our page
    typed = typed_words(request) if is_ours else []
    lists = request.POST.lists() if is_ours and request.method == "POST" else []
    page: dict[str, Any] = {
        "title": _(TITLES[STATUS]),
        "reason": in_words(why.reason),
        "typed": typed,
        "sent": [(name, text) for name, texts in lists if name != TOKEN for text in texts],
        "to": request.get_full_path(),
        "back": form_page(request) or "/",
    }
    try:
        answer = render(request, "unavailable.html", page, status=STATUS)
    except Error:
        answer = plain_page(TITLES[STATUS], why.reason, STATUS, typed)
    answer.headers["Retry-After"] = str(why.seconds)
    return answer
