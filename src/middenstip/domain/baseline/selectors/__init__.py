"""Queries about figures and scans. Never writes."""

from middenstip.domain.baseline.selectors.figures import Measured, Series, series_of
from middenstip.domain.baseline.selectors.scans import (
    claims_of,
    effect_by_id,
    effects_of,
    lines_of,
    observation_by_id,
    observations_of,
    people_in,
    readings_of,
    repeats_of,
    scan_by_id,
    scan_rows,
    scans_in,
)

__all__ = [
    "Measured",
    "Series",
    "claims_of",
    "effect_by_id",
    "effects_of",
    "lines_of",
    "observation_by_id",
    "observations_of",
    "people_in",
    "readings_of",
    "repeats_of",
    "scan_by_id",
    "scan_rows",
    "scans_in",
    "series_of",
]
