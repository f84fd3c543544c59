"""Who hears what of a table."""

from middenstip.notices.policies.policy import Policy, follow, own

POLICIES = {
    "goal.opened": (own("initiator", "partners", page="goal"), follow("goal", area=True)),
    "goal.chair_taken": (own("table", page="goal"),),
    "goal.chair_left": (own("table", page="goal"),),
    "goal.seat_invited": (own("named", page="goal"),),
    "goal.letters_revealed": (own("table", page="goal"),),
    "goal.proposed": (own("table", page="goal"),),
    "goal.answered": (Policy(to=("table",), page="goal", only=("answer", ("tenzij", "nee"))),),
    "goal.shared": (own("table", "initiator", page="goal", also_self=True), follow("goal", area=True)),
    "goal.stopped": (own("table", "initiator", page="goal"), follow("goal")),
}

SILENT = frozenset(
    {
        "goal.letter_sealed",  # the table waits for each other; the reveal is the news
        "goal.half_said_yes",  # goal.shared is the news
        "goal.finished",  # initiative.stopped and initiative.finished tell it
    }
)
