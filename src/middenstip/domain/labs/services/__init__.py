"""Services that write labs."""

from middenstip.domain.labs.services.hiding import hide_lab, show_lab
from middenstip.domain.labs.services.hosting import (
    ask_host,
    do_check,
    drop_check_of,
    join_lab,
    lapse_hosts,
    leave_lab,
    refuse_lab,
    stop_hosting,
)
from middenstip.domain.labs.services.ideas import (
    drop_idea,
    forget_ideas,
    name_idea,
    pass_idea,
    pin_idea,
    take_back_idea,
)
from middenstip.domain.labs.services.planning import (
    change_hours,
    change_lab,
    close_lab,
    move_lab,
    open_lab,
    plan_lab,
    set_other_day,
    unname_labs,
)

__all__ = [
    "ask_host",
    "change_hours",
    "change_lab",
    "close_lab",
    "do_check",
    "drop_check_of",
    "drop_idea",
    "forget_ideas",
    "hide_lab",
    "join_lab",
    "lapse_hosts",
    "leave_lab",
    "move_lab",
    "name_idea",
    "open_lab",
    "pass_idea",
    "pin_idea",
    "plan_lab",
    "refuse_lab",
    "set_other_day",
    "show_lab",
    "stop_hosting",
    "take_back_idea",
    "unname_labs",
]
