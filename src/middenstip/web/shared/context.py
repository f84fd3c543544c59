"""The frame around every page: menu, place, hat, demo bar."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _

from middenstip.domain.intake.rules import may_see_desk
from middenstip.domain.moderation.selectors import is_moderator, queue_size
from middenstip.domain.site.rules import may_set_up
from middenstip.kernel.actor import Actor
from middenstip.kernel.unavailable import maintenance_words
from middenstip.web.shared.demo_cast import cast_by_half
from middenstip.web.shared.hat import actor_of, hats_of
from middenstip.web.shared.look import the_look
from middenstip.web.shared.ways import this_page
from middenstip.web.shared.words import in_words

MINUTES = 60
MOST = 100  # a longer queue is "100"


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html. No query for a visitor."""
    actor = actor_of(request) if hasattr(request, "session") else None
    look = the_look()
    page: dict[str, Any] = {
        "site_name": settings.SITE_NAME,
        "look": look,
        "home_area": look.home,
        "this_page": this_page(request, request.path),
        "site_url": settings.SITE_URL,
        "canonical": f"{settings.SITE_URL}{request.path}",
        "description": _("Bewoners, overheid en ondernemers runnen samen een gebied, als gelijke partners."),
        "actor": actor,
        "unread": getattr(getattr(request, "user", None), "unread", 0),
        "hats": [_hat(hat, actor) for hat in hats_of(request)] if actor else [],
        "has_desk": bool(actor and may_see_desk(actor)),
        "to_review": _to_review(request) if actor else None,
        "has_setup": bool(may_set_up(actor)),
        "is_demo": settings.DEMO,
        "maintenance": in_words(maintenance_words()),
    }
    if settings.DEMO:
        page["cast"] = cast_by_half()
    return page


def _to_review(request: HttpRequest) -> int | None:
    """How many texts wait for this moderator, at most a minute old; None for who is no moderator."""
    by = next((hat for hat in hats_of(request) if is_moderator(hat)), None)
    if by is None:
        return None
    waiting: int | None = cache.get_or_set(f"queue-{by.seat_id}", lambda: queue_size(by, MOST), MINUTES)
    return waiting


def _hat(hat: Actor, worn: Actor | None) -> dict[str, Any]:
    is_worn = worn is not None and hat.seat_id == worn.seat_id
    return {"id": hat.seat_public_id, "label": hat.hat, "half": hat.half.value, "is_worn": is_worn}
