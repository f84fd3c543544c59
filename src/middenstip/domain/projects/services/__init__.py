"""Services that write projects, by what they are about. Each locks its project first."""

from middenstip.domain.projects.services.award import (
    grant_award,
    move_tranche,
    withdraw_award,
    withhold_tranche,
)
from middenstip.domain.projects.services.books import book_list
from middenstip.domain.projects.services.filing import (
    answer_filing,
    answer_wish,
    file_plan,
    make_wish,
    receive_filing,
)
from middenstip.domain.projects.services.money import (
    add_line,
    add_source,
    book_expense,
    book_income,
    decide_overrun,
)
from middenstip.domain.projects.services.order import (
    approve_order,
    ask_extra,
    ask_order,
    move_order,
    pay_order,
    refuse_order,
    sign_extra,
)
from middenstip.domain.projects.services.people import (
    ask_task,
    drop_takes_of,
    finish_task,
    hand_back_task,
    take_task,
)
from middenstip.domain.projects.services.plan import choose_card, close_milestone, plan_milestone, write_plan
from middenstip.domain.projects.services.project import close_project, move_project, start_project
from middenstip.domain.projects.services.register import (
    apply_for,
    keep_register,
    keep_scheme,
    move_application,
    ring_deadlines,
)
from middenstip.domain.projects.services.value import add_value, drop_value, link_project, prove_value
from middenstip.domain.projects.services.watch import answer_check, ring_alarms, ring_late

__all__ = [
    "add_line",
    "add_source",
    "add_value",
    "answer_check",
    "answer_filing",
    "answer_wish",
    "apply_for",
    "approve_order",
    "ask_extra",
    "ask_order",
    "ask_task",
    "book_expense",
    "book_income",
    "book_list",
    "choose_card",
    "close_milestone",
    "close_project",
    "decide_overrun",
    "drop_takes_of",
    "drop_value",
    "file_plan",
    "finish_task",
    "grant_award",
    "hand_back_task",
    "keep_register",
    "keep_scheme",
    "link_project",
    "make_wish",
    "move_application",
    "move_order",
    "move_project",
    "move_tranche",
    "pay_order",
    "plan_milestone",
    "prove_value",
    "receive_filing",
    "refuse_order",
    "ring_alarms",
    "ring_deadlines",
    "ring_late",
    "sign_extra",
    "start_project",
    "take_task",
    "withdraw_award",
    "withhold_tranche",
    "write_plan",
]
