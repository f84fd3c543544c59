"""Services that write signals and new policy."""

from middenstip.domain.signals.services.answers import answer_signal, reopen_signal, study_signal
from middenstip.domain.signals.services.hiding import hide_signal, show_signal
from middenstip.domain.signals.services.policy import answer_policy, send_policy
from middenstip.domain.signals.services.routes import address_signal, bundle_signal
from middenstip.domain.signals.services.signals import join_signal, report_signal, withdraw_signal
from middenstip.domain.signals.services.terms import ring_signals

__all__ = [
    "address_signal",
    "answer_policy",
    "answer_signal",
    "bundle_signal",
    "hide_signal",
    "join_signal",
    "reopen_signal",
    "report_signal",
    "ring_signals",
    "send_policy",
    "show_signal",
    "study_signal",
    "withdraw_signal",
]
