"""The database tables of figures, scans and effects."""

from middenstip.domain.baseline.models.effects import Claim, Effect, EffectValue
from middenstip.domain.baseline.models.figures import Edition, Measure
from middenstip.domain.baseline.models.scans import Observation, Reading, Scan, ScanLine

__all__ = [
    "Claim",
    "Edition",
    "Effect",
    "EffectValue",
    "Measure",
    "Observation",
    "Reading",
    "Scan",
    "ScanLine",
]
