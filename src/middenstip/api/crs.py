"""The coordinate system of places (API Design Rules, geospatial module): WGS84, longitude first."""

from __future__ import annotations

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
AS_OTHERS_SAY = "EPSG:4326"  # Dutch government clients send this for WGS84 in the order of GeoJSON
NAMES = {CRS84.lower(), CRS84.lower().replace("http:", "https:"), AS_OTHERS_SAY.lower()}
PLACES = ("/gebieden", "/initiatieven")  # relative to the address of this version
ONLY = f"Plaatsen staan alleen in WGS84. Laat Accept-Crs weg, of vraag om {CRS84}."


def is_ours(asked: str | None) -> bool:
    """Whether `Accept-Crs` asks for our coordinate system; also true for None (no such header)."""
    return asked is None or asked.strip().strip("<>").lower() in NAMES
