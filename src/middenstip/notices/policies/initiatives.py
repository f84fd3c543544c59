"""Who hears what of an initiative."""

from middenstip.notices.policies.policy import follow, own
from middenstip.notices.policies.still import (
    idea_runs,
    is_connector,
    is_still_chosen,
    nobody_took_it,
    offer_waits,
    takes_part,
)

# Everybody whose own case it is.
ALL = ("partners", "offers_help", "handler", "connector", "all_tables", "all_signers")

POLICIES = {
    "initiative.submitted": (
        own("initiator", page="initiative", also_self=True),
        own("desk", page="case", text="desk", still=nobody_took_it),
        follow("initiative", area=True, still=idea_runs),
    ),
    "initiative.moved": (own("partners", "handler", "connector", page="initiative", still=is_still_chosen),),
    "initiative.hybrid_chosen": (
        own("partners", "handler", "connector", page="initiative", still=is_still_chosen),
    ),
    "initiative.reins_changed": (own("partners", page="initiative", still=idea_runs),),
    "initiative.updated": (own("partners", page="initiative"), follow("initiative")),
    "initiative.help_offered": (own("initiator", page="initiative", still=offer_waits),),
    "initiative.help_accepted": (
        own("named", page="initiative", still=takes_part),
        follow("initiative", still=takes_part),
    ),
    "initiative.help_declined": (own("named", page="initiative"),),
    "initiative.help_ended": (own("initiator", page="initiative", still=idea_runs),),
    "initiative.connector_named": (
        own("named", page="initiative", still=is_connector),
        own("initiator", page="initiative", text="initiator", still=is_connector),
        own("former_connector", page="initiative", text="former", still=idea_runs),
    ),
    "initiative.stopped": (
        own(*ALL, page="initiative"),
        follow("initiative"),
    ),
    "initiative.finished": (
        own(*ALL, page="initiative"),
        follow("initiative", area=True),
    ),
}

SILENT = frozenset(
    {
        "initiative.advanced",  # the fact it follows from is told
        "initiative.themes_chosen",  # the page shows it
        "initiative.changed",  # the page shows it; a mail for every comma is too much
    }
)
