"""The frame around every page: menu, place, hat, demo bar."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from middenstip.domain.intake.rules import may_see_desk
from middenstip.domain.parties.selectors import people_in_demo
from middenstip.kernel.actor import Actor
from middenstip.web.shared.hat import actor_of, hats_of
from middenstip.web.shared.places import home_area
from middenstip.web.shared.ways import this_page

MINUTES = 60


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html. Costs no query for a visitor."""
    actor = actor_of(request) if hasattr(request, "session") else None
    page: dict[str, Any] = {
        "site_name": settings.SITE_NAME,
        "home_area": home_area(),
        "this_page": this_page(request, request.path),
        "actor": actor,
        "hats": [_hat(hat, actor) for hat in hats_of(request)] if actor else [],
        "has_desk": bool(actor and may_see_desk(actor)),
        "is_demo": settings.DEMO,
    }
    if settings.DEMO:
        page["cast"] = cache.get_or_set("cast", people_in_demo, 5 * MINUTES)
    return page


def _hat(hat: Actor, worn: Actor | None) -> dict[str, Any]:
    is_worn = worn is not None and hat.seat == worn.seat
    return {"id": hat.seat_id, "label": hat.hat, "half": hat.half.value, "is_worn": is_worn}
