"""Services that write questions, answers and lists to prepare with."""

from middenstip.domain.questions.services.answers import (
    answer_question,
    hide_answer,
    mark_answer,
    show_answer,
    withdraw_answer,
)
from middenstip.domain.questions.services.lines import (
    add_line,
    drop_line,
    drop_lines_of,
    hold_lines,
    name_actions,
)
from middenstip.domain.questions.services.questions import (
    ask_question,
    change_question,
    close_question,
    hide_question,
    reopen_question,
    show_question,
    tell_silence,
    withdraw_question,
)

__all__ = [
    "add_line",
    "answer_question",
    "ask_question",
    "change_question",
    "close_question",
    "drop_line",
    "drop_lines_of",
    "hide_answer",
    "hide_question",
    "hold_lines",
    "mark_answer",
    "name_actions",
    "reopen_question",
    "show_answer",
    "show_question",
    "tell_silence",
    "withdraw_answer",
    "withdraw_question",
]
