"""Services that write budgets, plans, codes, ballots and the result."""

from middenstip.domain.budgeting.services.ballots import cast_ballot
from middenstip.domain.budgeting.services.budgets import (
    agree_rules,
    change_budget,
    close_due,
    draft_budget,
    step_budget,
    stop_budget,
)
from middenstip.domain.budgeting.services.codes import make_codes, replace_code, void_codes
from middenstip.domain.budgeting.services.outcomes import import_budget, keep_outcome
from middenstip.domain.budgeting.services.paper import type_paper
from middenstip.domain.budgeting.services.plans import (
    carry_on,
    change_plan,
    deliver_plan,
    hide_plan,
    judge_plan,
    propose_plan,
    show_plan,
    withdraw_plan,
)

__all__ = [
    "agree_rules",
    "carry_on",
    "cast_ballot",
    "change_budget",
    "change_plan",
    "close_due",
    "deliver_plan",
    "draft_budget",
    "hide_plan",
    "import_budget",
    "judge_plan",
    "keep_outcome",
    "make_codes",
    "propose_plan",
    "replace_code",
    "show_plan",
    "step_budget",
    "stop_budget",
    "type_paper",
    "void_codes",
    "withdraw_plan",
]
