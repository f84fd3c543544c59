"""Database tables of moderation, and the published rules."""

from middenstip.domain.moderation.models.gate import AreaSetting, Pause, Posting, Sweep
from middenstip.domain.moderation.models.house_rule import HOUSE_RULES, RULE_CHOICES, HouseRule
from middenstip.domain.moderation.models.review import Appeal, Complaint, Decision, Review

__all__ = [
    "HOUSE_RULES",
    "RULE_CHOICES",
    "Appeal",
    "AreaSetting",
    "Complaint",
    "Decision",
    "HouseRule",
    "Pause",
    "Posting",
    "Review",
    "Sweep",
]
