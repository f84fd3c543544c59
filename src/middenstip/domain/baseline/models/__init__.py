"""The database tables of figures, scans and effects."""

from middenstip.domain.baseline.models.effects import Claim, Effect, EffectValue
from middenstip.domain.baseline.models.figures import Edition, Measure
from middenstip.domain.baseline.models.scans import Observation, Reading, Scan, ScanLine
from middenstip.domain.baseline.models.values import AreaValue, ValueAnswer, ValueYes

__all__ = [
    "AreaValue",
    "Claim",
    "Edition",
    "Effect",
    "EffectValue",
    "Measure",
    "Observation",
    "Reading",
    "Scan",
    "ScanLine",
    "ValueAnswer",
    "ValueYes",
]
