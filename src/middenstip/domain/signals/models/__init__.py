"""Database tables of signals."""

from middenstip.domain.signals.models.policy import Policy, Touch
from middenstip.domain.signals.models.signal import Answer, Report, Signal

__all__ = ["Answer", "Policy", "Report", "Signal", "Touch"]
