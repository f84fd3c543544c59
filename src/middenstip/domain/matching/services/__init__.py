"""Services that write needs, offers, suggestions, introductions and movements."""

from middenstip.domain.matching.services.hiding import hide_listing, show_listing
from middenstip.domain.matching.services.introductions import (
    accept_introduction,
    agree_deal,
    ask_introduction,
    decline_introduction,
    end_introduction,
    finish_deal,
    join_agreement,
    undo_deal,
    write_message,
)
from middenstip.domain.matching.services.leaving import forget_person
from middenstip.domain.matching.services.listings import (
    change_listing,
    confirm_listing,
    place_listing,
    put_to_sleep,
    question_listing,
    withdraw_listing,
)
from middenstip.domain.matching.services.movements import (
    answer_movement,
    change_movement,
    hide_movement,
    invite_to_movement,
    leave_movement,
    let_into_movement,
    propose_movement,
    show_movement,
    want_movement,
)
from middenstip.domain.matching.services.suggestions import answer_suggestion, make_suggestions

__all__ = [
    "accept_introduction",
    "agree_deal",
    "answer_movement",
    "answer_suggestion",
    "ask_introduction",
    "change_listing",
    "change_movement",
    "confirm_listing",
    "decline_introduction",
    "end_introduction",
    "finish_deal",
    "forget_person",
    "hide_listing",
    "hide_movement",
    "invite_to_movement",
    "join_agreement",
    "leave_movement",
    "let_into_movement",
    "make_suggestions",
    "place_listing",
    "propose_movement",
    "put_to_sleep",
    "question_listing",
    "show_listing",
    "show_movement",
    "undo_deal",
    "want_movement",
    "withdraw_listing",
    "write_message",
]
