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
    "hide_lab",
    "join_lab",
    "lapse_hosts",
    "leave_lab",
    "move_lab",
    "open_lab",
    "plan_lab",
    "refuse_lab",
    "set_other_day",
    "show_lab",
    "stop_hosting",
    "unname_labs",
]
