"""Who hears what of an agreement."""

from middenstip.notices.policies.policy import follow, own
from middenstip.notices.policies.still import text_waits

POLICIES = {
    "agreement.proposed": (own("must_sign", page="agreement", still=text_waits),),
    "agreement.changed": (own("must_sign", page="agreement", still=text_waits),),
    "agreement.made": (
        own("signers", "proposer", "initiator", page="agreement", also_self=True),
        follow("agreement"),
    ),
    "agreement.withdrawn": (own("signers", "proposer", page="agreement"),),
    "agreement.kept": (own("signers", "proposer", "initiator", page="agreement"), follow("agreement")),
    "agreement.not_met": (own("signers", "proposer", "initiator", page="agreement"), follow("agreement")),
}

SILENT = frozenset({"agreement.signed"})  # the last one is agreement.made
