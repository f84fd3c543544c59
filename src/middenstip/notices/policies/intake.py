"""Who hears what of the desk."""

from middenstip.notices.policies.policy import follow, own

POLICIES = {
    "case.taken": (own("initiator", page="case"),),
    "case.handed_over": (
        own("named", page="case"),
        own("initiator", page="case", text="initiator"),
    ),
    "case.note_written": (own("initiator", page="case"),),
    "case.start_confirmed": (own("initiator", "handler", page="case"),),
    "case.decided": (own("initiator", page="case"), follow("initiative")),
    "action.planned": (own("named", page="case"),),
    "action.carry_asked": (own("named", page="case"),),
    "action.carried": (own("action_owner", page="case"),),
    "action.given_back": (
        own("action_owner", page="case"),
        own("named", page="mine"),  # who carried it reads the case no longer
    ),
    "action.closed": (own("action_owner", "action_carrier", page="case"),),
}

SILENT = frozenset(
    {
        "case.opened",  # the desk hears of initiative.submitted
        "case.started",  # the second case.start_confirmed tells it
        "case.search_taken",  # initiative.connector_named tells it
        "case.stopped",  # initiative.stopped tells it
    }
)
