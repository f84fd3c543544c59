"""The way to the map with streets, from the page of an area or an initiative."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _


def streets_link(code: str, spot: tuple[float, float] | None = None) -> dict[str, str]:
    """URL and label. `spot` (lon, lat) opens the map there. Without a background it has no streets."""
    near = f"?bij={spot[0]:.5f},{spot[1]:.5f}" if spot else ""
    label = _("Kaart met straten") if settings.MAP_TILES else _("Grote kaart")
    return {"url": reverse("streets:index", args=[code]) + near, "label": label}
