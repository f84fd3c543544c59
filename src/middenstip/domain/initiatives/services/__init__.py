"""Writing initiatives: the thing itself, its regie-kaart, who helps, and the halves that take part."""

from middenstip.domain.initiatives.services.halves import hold_initiative, join_half, keep_halves
from middenstip.domain.initiatives.services.help import answer_help, end_help, offer_help
from middenstip.domain.initiatives.services.initiative import (
    MOST_THEMES,
    Change,
    Spot,
    advance_initiative,
    change_initiative,
    count_follower,
    draft_initiative,
    drop_drafts,
    finish_initiative,
    lose_follower,
    name_connector,
    stop_initiative,
    submit_initiative,
    tell_news,
)
from middenstip.domain.initiatives.services.reins import REINS, write_reins_card
from middenstip.domain.initiatives.services.texts import TEXTS

__all__ = [
    "MOST_THEMES",
    "REINS",
    "TEXTS",
    "Change",
    "Spot",
    "advance_initiative",
    "answer_help",
    "change_initiative",
    "count_follower",
    "draft_initiative",
    "drop_drafts",
    "end_help",
    "finish_initiative",
    "hold_initiative",
    "join_half",
    "keep_halves",
    "lose_follower",
    "name_connector",
    "offer_help",
    "stop_initiative",
    "submit_initiative",
    "tell_news",
    "write_reins_card",
]
