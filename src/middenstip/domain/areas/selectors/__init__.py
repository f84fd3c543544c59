"""Queries about areas. Never writes."""

from middenstip.domain.areas.models import folded
from middenstip.domain.areas.selectors.figures import FigureLine, figures_for
from middenstip.domain.areas.selectors.ground import Ground, ground_of
from middenstip.domain.areas.selectors.maps import MapArea, area_at, holds
from middenstip.domain.areas.selectors.places import (
    abolished,
    active_municipalities,
    area_by_code,
    areas_by_code,
    children,
    drawn_areas,
    find_places,
    municipality_names,
    wijken_with_buurten,
)
from middenstip.domain.areas.selectors.rows import area_rows, outlines_of

__all__ = [
    "FigureLine",
    "Ground",
    "MapArea",
    "abolished",
    "active_municipalities",
    "area_at",
    "area_by_code",
    "area_rows",
    "areas_by_code",
    "children",
    "drawn_areas",
    "figures_for",
    "find_places",
    "folded",
    "ground_of",
    "holds",
    "municipality_names",
    "outlines_of",
    "wijken_with_buurten",
]
