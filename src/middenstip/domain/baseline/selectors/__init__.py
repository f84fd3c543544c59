"""Queries about figures and scans. Never writes."""

from middenstip.domain.baseline.selectors.ages import Ages, ages_of
from middenstip.domain.baseline.selectors.figures import Measured, Series, series_of
from middenstip.domain.baseline.selectors.loaded import editions_in, ground_in
from middenstip.domain.baseline.selectors.scans import (
    ages_about,
    answers_about,
    claims_of,
    effect_by_id,
    effects_of,
    lines_of,
    observation_by_id,
    observations_of,
    own_answers,
    people_in,
    readings_of,
    repeats_of,
    scan_by_id,
    scan_rows,
    scans_in,
    value_by_id,
    values_of,
)

__all__ = [
    "Ages",
    "Measured",
    "Series",
    "ages_about",
    "ages_of",
    "answers_about",
    "claims_of",
    "editions_in",
    "effect_by_id",
    "effects_of",
    "ground_in",
    "lines_of",
    "observation_by_id",
    "observations_of",
    "own_answers",
    "people_in",
    "readings_of",
    "repeats_of",
    "scan_by_id",
    "scan_rows",
    "scans_in",
    "series_of",
    "value_by_id",
    "values_of",
]
