"""Who hears what of the desk."""

from middenstip.notices.policies.policy import follow, own
from middenstip.notices.policies.still import action_is_open, case_runs, is_asked_to_carry, is_handler

POLICIES = {
    "case.taken": (own("initiator", page="case", still=case_runs),),
    "case.handed_over": (
        own("named", page="case", still=is_handler),
        own("initiator", page="case", text="initiator", still=is_handler),
    ),
    "case.note_written": (own("initiator", page="case"),),
    "case.start_confirmed": (own("initiator", "handler", page="case", still=case_runs),),
    "case.decided": (own("initiator", page="case"), follow("initiative")),
    "action.planned": (own("named", page="case", still=action_is_open),),
    "action.carry_asked": (own("named", page="case", still=is_asked_to_carry),),
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
