"""Who hears what of an agreement."""

from middenstip.notices.policies.policy import follow, own

POLICIES = {
    "agreement.proposed": (own("signers", page="agreement"),),
    "agreement.changed": (own("signers", page="agreement"),),
    "agreement.made": (own("signers", page="agreement", also_self=True), follow("agreement")),
    "agreement.withdrawn": (own("signers", page="agreement"),),
    "agreement.kept": (own("signers", "initiator", page="agreement"), follow("agreement")),
    "agreement.not_met": (own("signers", "initiator", page="agreement"), follow("agreement")),
}

SILENT = frozenset({"agreement.signed"})  # the last one is agreement.made
