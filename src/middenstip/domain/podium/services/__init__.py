"""Services that write editions, pitches and promises."""

from middenstip.domain.podium.services.promising import (
    claim_card,
    forget_cards,
    make_promise,
    name_agreement,
    type_card,
)
from middenstip.domain.podium.services.stage import (
    announce_edition,
    choose_pitch,
    drop_pitch,
    hide_edition,
    hide_pitch,
    offer_pitch,
    show_edition,
    show_pitch,
    step_edition,
)

__all__ = [
    "announce_edition",
    "choose_pitch",
    "claim_card",
    "drop_pitch",
    "forget_cards",
    "hide_edition",
    "hide_pitch",
    "make_promise",
    "name_agreement",
    "offer_pitch",
    "show_edition",
    "show_pitch",
    "step_edition",
    "type_card",
]
