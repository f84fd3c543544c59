"""Database tables of the desk."""

from middenstip.domain.intake.models.case import Action, Case, CasePhone, Message, Note, RefusedMail
from middenstip.domain.intake.models.check import Check
from middenstip.domain.intake.models.refer import Referral, SupportPoint

__all__ = [
    "Action",
    "Case",
    "CasePhone",
    "Check",
    "Message",
    "Note",
    "Referral",
    "RefusedMail",
    "SupportPoint",
]
