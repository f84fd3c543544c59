"""Services that write gatherings and invitations of institutions."""

from middenstip.domain.gatherings.services.after import (
    hold_gathering,
    hold_line,
    measure_gathering,
    name_line,
    tell_outcome,
    write_note,
)
from middenstip.domain.gatherings.services.announcing import (
    announce_gathering,
    cancel_gathering,
    change_gathering,
)
from middenstip.domain.gatherings.services.calendar import drop_calendar, renew_calendar
from middenstip.domain.gatherings.services.coming import (
    come_to_gathering,
    come_young,
    count_walk_ins,
    remind_gathering,
)
from middenstip.domain.gatherings.services.hall import (
    ask_in_hall,
    confirm_in_hall,
    echo_in_hall,
    forget_phones,
    hide_in_hall,
    move_in_hall,
    note_in_hall,
    show_in_hall,
    sum_up_in_hall,
    type_question_card,
)
from middenstip.domain.gatherings.services.hiding import hide_gathering, show_gathering
from middenstip.domain.gatherings.services.invites import (
    answer_invite,
    invite_institution,
    ring_invites,
    withdraw_invite,
)
from middenstip.domain.gatherings.services.leaving import (
    drop_attendances_of,
    forget_attendances,
    leave_gathering,
)
from middenstip.domain.gatherings.services.lots import (
    answer_lot,
    be_drawn,
    draw_lots,
    lapse_lots,
    seal_lots,
    stop_being_drawn,
)
from middenstip.domain.gatherings.services.photos import (
    drop_photo,
    give_portrait,
    name_portrait,
    place_photo,
    type_portrait,
)

__all__ = [
    "announce_gathering",
    "answer_invite",
    "answer_lot",
    "ask_in_hall",
    "be_drawn",
    "cancel_gathering",
    "change_gathering",
    "come_to_gathering",
    "come_young",
    "confirm_in_hall",
    "count_walk_ins",
    "draw_lots",
    "drop_attendances_of",
    "drop_calendar",
    "drop_photo",
    "echo_in_hall",
    "forget_attendances",
    "forget_phones",
    "give_portrait",
    "hide_gathering",
    "hide_in_hall",
    "hold_gathering",
    "hold_line",
    "invite_institution",
    "lapse_lots",
    "leave_gathering",
    "measure_gathering",
    "move_in_hall",
    "name_line",
    "name_portrait",
    "note_in_hall",
    "place_photo",
    "remind_gathering",
    "renew_calendar",
    "ring_invites",
    "seal_lots",
    "show_gathering",
    "show_in_hall",
    "stop_being_drawn",
    "sum_up_in_hall",
    "tell_outcome",
    "type_portrait",
    "type_question_card",
    "withdraw_invite",
    "write_note",
]
