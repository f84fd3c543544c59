"""Who hears what of an initiative."""

from middenstip.notices.policies.policy import follow, own

# Everybody whose own case it is.
ALL = ("partners", "offers_help", "handler", "connector", "all_tables", "all_signers")

POLICIES = {
    "initiative.submitted": (
        own("initiator", page="initiative", also_self=True),
        own("desk", page="case", text="desk"),
        follow("initiative", area=True),
    ),
    "initiative.moved": (own("partners", "handler", "connector", page="initiative"),),
    "initiative.hybrid_chosen": (own("partners", "handler", "connector", page="initiative"),),
    "initiative.reins_changed": (own("partners", page="initiative"),),
    "initiative.updated": (own("partners", page="initiative"), follow("initiative")),
    "initiative.help_offered": (own("answers_help", page="initiative"),),
    "initiative.help_accepted": (own("named", page="initiative"), follow("initiative")),
    "initiative.help_declined": (own("named", page="initiative"),),
    "initiative.help_ended": (own("initiator", page="initiative"),),
    "initiative.connector_named": (
        own("named", page="initiative"),
        own("initiator", page="initiative", text="initiator"),
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
