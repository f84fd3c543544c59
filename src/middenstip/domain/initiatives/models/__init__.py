"""Database tables of an initiative."""

from middenstip.domain.initiatives.models.around import PartyAround
from middenstip.domain.initiatives.models.ask import Ask, Size
from middenstip.domain.initiatives.models.help import Partner
from middenstip.domain.initiatives.models.initiative import Initiative, InitiativeTheme, Update
from middenstip.domain.initiatives.models.number import Numbering
from middenstip.domain.initiatives.models.reins import ReinsCard
from middenstip.domain.initiatives.models.theme import (
    PLAIN_THEMES,
    THEME_WORDS,
    THEMES,
    PlainTheme,
    Theme,
)

__all__ = [
    "PLAIN_THEMES",
    "THEMES",
    "THEME_WORDS",
    "Ask",
    "Initiative",
    "InitiativeTheme",
    "Numbering",
    "Partner",
    "PartyAround",
    "PlainTheme",
    "ReinsCard",
    "Size",
    "Theme",
    "Update",
]
