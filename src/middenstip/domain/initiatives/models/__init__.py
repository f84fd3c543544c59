"""Tables of an initiative."""

from middenstip.domain.initiatives.models.help import Partner
from middenstip.domain.initiatives.models.initiative import Initiative, InitiativeTheme, Update
from middenstip.domain.initiatives.models.reins import ReinsCard
from middenstip.domain.initiatives.models.theme import THEMES, Theme

__all__ = ["THEMES", "Initiative", "InitiativeTheme", "Partner", "ReinsCard", "Theme", "Update"]
