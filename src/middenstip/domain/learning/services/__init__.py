"""Services that write case studies, what people say about them, and the use of agreement texts."""

from middenstip.domain.learning.services.studies import (
    begin_study,
    change_study,
    drop_drafts,
    hide_study,
    publish_study,
    review_study,
    show_study,
    withdraw_study,
)
from middenstip.domain.learning.services.texts import count_use
from middenstip.domain.learning.services.voices import agree_study, ask_voices, correct_study, leave_study

__all__ = [
    "agree_study",
    "ask_voices",
    "begin_study",
    "change_study",
    "correct_study",
    "count_use",
    "drop_drafts",
    "hide_study",
    "leave_study",
    "publish_study",
    "review_study",
    "show_study",
    "withdraw_study",
]
