"""Who hears what of a table."""

from middenstip.notices.policies.policy import follow, own
from middenstip.notices.policies.still import (
    is_invited,
    is_left_empty,
    is_shared,
    no_stands,
    table_runs,
    version_waits,
)

POLICIES = {
    "goal.opened": (
        own("initiator", "partners", page="goal", still=table_runs),
        follow("goal", area=True, still=table_runs),
    ),
    "goal.chair_taken": (own("table", page="goal"),),
    "goal.chair_left": (
        own("table", page="goal"),
        own("initiator", page="goal", text="empty", still=is_left_empty),
    ),
    "goal.seat_invited": (own("named", page="goal", still=is_invited),),
    "goal.letters_revealed": (own("table", page="goal", still=table_runs),),
    "goal.proposed": (own("must_answer", page="goal", still=version_waits),),
    "goal.answered": (own("table", page="goal", still=no_stands),),
    "goal.shared": (
        own("table", "initiator", page="goal", also_self=True, still=is_shared),
        follow("goal", area=True, still=is_shared),
    ),
    "goal.stopped": (own("table", "initiator", page="goal"), follow("goal")),
}

SILENT = frozenset(
    {
        "goal.letter_sealed",  # the table waits for each other; the reveal is the news
        "goal.half_said_yes",  # goal.shared is the news
        "goal.finished",  # initiative.stopped and initiative.finished tell it
    }
)
