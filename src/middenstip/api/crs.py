"""In which coordinates places stand (API Design Rules, geospatial module): WGS84, longitude first."""

from __future__ import annotations

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
AS_OTHERS_SAY = "EPSG:4326"  # what clients of Dutch government send for WGS84 in the order of GeoJSON
NAMES = {CRS84.lower(), CRS84.lower().replace("http:", "https:"), AS_OTHERS_SAY.lower()}
PLACES = ("/api/v1/gebieden", "/api/v1/initiatieven")
ONLY = f"Plaatsen staan alleen in WGS84. Laat Accept-Crs weg, of vraag om {CRS84}."


def is_ours(asked: str | None) -> bool:
    """Whether what `Accept-Crs` asks is what we give; None (no such header) is that too."""
    return asked is None or asked.strip().strip("<>").lower() in NAMES
