"""How often a person and a network may send something or search in a minute; above that, wait and try again.

What is sent is counted in a row per person and per network, what is only read in the cache. The limits are
far above what people do by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.kernel import clock
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit, count_each, count_in_cache
from middenstip.web.shared.again import show_again
from middenstip.web.shared.words import in_words

MINUTE = timedelta(minutes=1)
SEARCHED = "q"  # the field of every search
PERSON, NETWORK = "posts person", "posts network"
SENTENCES = {
    PERSON: "Je verstuurde het afgelopen moment heel veel. Wacht een minuut en verstuur dit dan opnieuw.",
    NETWORK: "Vanaf jouw netwerk kwam net heel veel binnen. Wacht een minuut en verstuur dit dan opnieuw.",
}
SEARCHES = "Vanaf jouw netwerk werd net heel veel gezocht. Wacht een minuut en zoek dan opnieuw."


class limit_rate:  # noqa: N801 - a middleware reads as a verb in the settings
    """Counts each act and each search; answers 429 with the time to wait, and what was typed."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at = clock.now()
        if request.method == "POST":
            vars(request)["_too_often"] = _too_often(request, at)
        elif request.GET.get(SEARCHED) and _searches_too_often(request, at):
            return _search_later(request, at)
        return self.next_one(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Refuse it here: by now the form proved to be ours, so its text may be shown again."""
        sentence = vars(request).get("_too_often")
        if not sentence:
            return None
        page = {"title": _("Even rustig aan"), "reason": in_words(sentence)}
        return _with_wait(show_again(request, page, 429), clock.now())


def _too_often(request: HttpRequest, at: datetime) -> str:
    """Why this act must wait, or "". When counting fails it may go on: the act says itself what is wrong."""
    if settings.MAINTENANCE:  # nothing is written, and the act is refused anyway
        return ""
    try:
        counted = _counted(request)
        passed = count_each(counted, at) if counted else []
    except DatabaseError:
        return ""
    return SENTENCES[passed[-1].name] if passed else ""


def _counted(request: HttpRequest) -> list[tuple[Limit, str]]:
    counted = [(Limit(NETWORK, settings.POSTS_PER_NETWORK, MINUTE), network_of(request))]
    if request.user.is_authenticated:
        counted.append((Limit(PERSON, settings.POSTS_PER_PERSON, MINUTE), str(request.user.pk)))
    return [(limit, who) for limit, who in counted if limit.most]


def _searches_too_often(request: HttpRequest, at: datetime) -> bool:
    most: int = settings.SEARCHES_PER_NETWORK
    minute = int(at.timestamp()) // 60
    return 0 < most < count_in_cache(f"searches:{network_of(request)}:{minute}", 60) if most else False


def _search_later(request: HttpRequest, at: datetime) -> HttpResponse:
    page = {"title": _("Even rustig aan"), "reason": _(SEARCHES), "back": request.get_full_path()}
    page["action"] = _("Zoek opnieuw")
    return _with_wait(render(request, "problem.html", page, status=429), at)


def _with_wait(response: HttpResponse, at: datetime) -> HttpResponse:
    response.headers["Retry-After"] = str(60 - int(at.timestamp()) % 60)
    return response
