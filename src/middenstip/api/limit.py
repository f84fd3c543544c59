"""How many requests one network may make per minute, so that it cannot slow the API down for others.

Counted in the cache that all servers share.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from middenstip.kernel import clock
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import count_in_cache

MINUTE = 60
HEADERS = {
    "RateLimit-Limit": "Hoeveel vragen je netwerk per minuut mag stellen.",
    "RateLimit-Remaining": "Hoeveel er in deze minuut nog over zijn.",
    "RateLimit-Reset": "Over hoeveel seconden er weer vragen bij komen.",
    "Retry-After": "Over hoeveel seconden je het weer kunt proberen.",
}


@dataclass(frozen=True)
class Turn:
    """One request of a network: its limit, the requests so far, and when counting restarts."""

    most: int
    asked: int
    seconds: int

    @property
    def is_over(self) -> bool:
        return 0 < self.most < self.asked

    def headers(self) -> dict[str, str]:
        """The headers about the limit in every answer; empty when there is no limit."""
        if not self.most:
            return {}
        told = (self.most, max(0, self.most - self.asked), self.seconds)
        retry = {"Retry-After": str(self.seconds)} if self.is_over else {}
        return dict(zip(HEADERS, map(str, told), strict=False)) | retry


def turn_of(request: HttpRequest) -> Turn:
    """Count this request; it is allowed when counting fails."""
    minute, past = divmod(int(clock.now().timestamp()), MINUTE)
    most: int = settings.API_PER_MINUTE
    asked = count_in_cache(f"api:{network_of(request)}:{minute}", MINUTE) if most else 0
    return Turn(most, asked, MINUTE - past)
