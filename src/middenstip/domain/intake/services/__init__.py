"""Services that write at the desk."""

from middenstip.domain.intake.services.actions import (
    CARRIED,
    TO_COME,
    ask_carry,
    carry_action,
    close_action,
    drop_actions,
    give_back_action,
    plan_action,
)
from middenstip.domain.intake.services.answering import decide_case, start_search, stop_case
from middenstip.domain.intake.services.cases import (
    hand_over_case,
    hold_case,
    open_case,
    take_case,
    write_note,
)
from middenstip.domain.intake.services.challenge import (
    check_challenge,
    decide_challenge,
    evaluate_challenge,
    join_challenge,
    open_challenge,
    ring_challenges,
    talk_about,
    withdraw_challenge,
    write_challenge,
)
from middenstip.domain.intake.services.check import fill_in_check, fill_in_intake
from middenstip.domain.intake.services.messages import (
    count_refused,
    forget_phones,
    give_phone,
    note_phone,
    write_message,
)
from middenstip.domain.intake.services.moving import move_along
from middenstip.domain.intake.services.people import NO_COLLEAGUE
from middenstip.domain.intake.services.points import add_point, change_point, close_point
from middenstip.domain.intake.services.principle import add_principle, bend_rule, choose_bylaw, end_principle
from middenstip.domain.intake.services.refer import (
    accept_referral,
    refer_case,
    refuse_referral,
    ring_referrals,
    take_back_referral,
)
from middenstip.domain.intake.services.starting import confirm_on_paper, confirm_start
from middenstip.domain.intake.services.terms import ring_case, ring_cases

__all__ = [
    "CARRIED",
    "NO_COLLEAGUE",
    "TO_COME",
    "accept_referral",
    "add_point",
    "add_principle",
    "ask_carry",
    "bend_rule",
    "carry_action",
    "change_point",
    "check_challenge",
    "choose_bylaw",
    "close_action",
    "close_point",
    "confirm_on_paper",
    "confirm_start",
    "count_refused",
    "decide_case",
    "decide_challenge",
    "drop_actions",
    "end_principle",
    "evaluate_challenge",
    "fill_in_check",
    "fill_in_intake",
    "forget_phones",
    "give_back_action",
    "give_phone",
    "hand_over_case",
    "hold_case",
    "join_challenge",
    "move_along",
    "note_phone",
    "open_case",
    "open_challenge",
    "plan_action",
    "refer_case",
    "refuse_referral",
    "ring_case",
    "ring_cases",
    "ring_challenges",
    "ring_referrals",
    "start_search",
    "stop_case",
    "take_back_referral",
    "take_case",
    "talk_about",
    "withdraw_challenge",
    "write_challenge",
    "write_message",
    "write_note",
]
