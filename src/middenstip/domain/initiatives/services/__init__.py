"""Services that write initiatives: the initiative, its regie-kaart, its helpers and its halves."""

from middenstip.domain.initiatives.services.around import add_party, change_party, drop_party
from middenstip.domain.initiatives.services.asks import MOST_ASKS, answer_ask, ask_for_help, end_ask
from middenstip.domain.initiatives.services.halves import hold_initiative, join_half, keep_halves
from middenstip.domain.initiatives.services.help import answer_help, offer_help, stop_help
from middenstip.domain.initiatives.services.hiding import (
    hide_initiative,
    hide_news,
    show_initiative,
    show_news,
)
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
    throw_away,
)
from middenstip.domain.initiatives.services.moving import move_along
from middenstip.domain.initiatives.services.reins import REINS, SHARES, share_reins, write_reins_card
from middenstip.domain.initiatives.services.texts import TEXTS

__all__ = [
    "MOST_ASKS",
    "MOST_THEMES",
    "REINS",
    "SHARES",
    "TEXTS",
    "Change",
    "Spot",
    "add_party",
    "advance_initiative",
    "answer_ask",
    "answer_help",
    "ask_for_help",
    "change_initiative",
    "change_party",
    "count_follower",
    "draft_initiative",
    "drop_drafts",
    "drop_party",
    "end_ask",
    "finish_initiative",
    "hide_initiative",
    "hide_news",
    "hold_initiative",
    "join_half",
    "keep_halves",
    "lose_follower",
    "move_along",
    "name_connector",
    "offer_help",
    "share_reins",
    "show_initiative",
    "show_news",
    "stop_help",
    "stop_initiative",
    "submit_initiative",
    "tell_news",
    "throw_away",
    "write_reins_card",
]
