"""From the Dutch grid (RD, EPSG:28992) to degrees (WGS84), within a third of a metre in the whole country.

Source: F.H. Schreutelkamp and G.L. Strang van Hees, *Benaderingsformules voor de transformatie tussen RD- en
WGS84-kaartcoördinaten* (2001). Compared with PROJ on 20,000 points: at most 0.31 metre apart.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

RD = 28992
X0, Y0 = 155_000.0, 463_000.0  # Amersfoort, metres
LON0, LAT0 = 5.38720621, 52.15517440  # Amersfoort, degrees
WEST, EAST, SOUTH, NORTH = 0.0, 300_000.0, 300_000.0, 650_000.0  # metres: everywhere in the Netherlands

# The powers of east and north, each in 100 km from Amersfoort, and the factor in seconds of arc.
_LON = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)
_LAT = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)

Points = npt.NDArray[np.float64]


def to_degrees(points: Points) -> Points:
    """Points as (longitude, latitude). Raises `ValueError` for a point that is not in the Netherlands."""
    x, y = points[:, 0], points[:, 1]
    if not (np.all((x >= WEST) & (x <= EAST)) and np.all((y >= SOUTH) & (y <= NORTH))):
        raise ValueError("outside")
    east, north = (x - X0) / 1e5, (y - Y0) / 1e5
    lon = LON0 + sum(factor * east**p * north**q for p, q, factor in _LON) / 3600
    lat = LAT0 + sum(factor * east**p * north**q for p, q, factor in _LAT) / 3600
    return np.column_stack([lon, lat])
