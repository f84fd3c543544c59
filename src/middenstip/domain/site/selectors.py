"""Queries about the platform."""

from __future__ import annotations

from django.db.models import Subquery

from middenstip.domain.areas.models import Area
from middenstip.domain.site.models import Site


def the_site() -> Site:
    """What was chosen; unsaved when nothing was. One query."""
    return Site.objects.select_related("home").first() or Site()


def site_and_home(code: str) -> tuple[Site, Area | None]:
    """What was chosen, and the home area: the chosen one, else that with this code.

    One query while nothing was chosen, which is what a fresh platform asks most.
    """
    chosen = Site.objects.order_by("pk").values("pk")[:1]
    area = Area.objects.filter(code=code).annotate(site=Subquery(chosen)).first() if code else None
    site = Site() if area and area.site is None else the_site()
    return site, site.home or area
