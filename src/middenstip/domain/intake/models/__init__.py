"""Database tables of the desk."""

from middenstip.domain.intake.models.case import Action, Case, CasePhone, Message, Note, RefusedMail
from middenstip.domain.intake.models.challenge import Bylaw, Challenge, ChallengeTalk
from middenstip.domain.intake.models.check import Check
from middenstip.domain.intake.models.principle import Principle, Tailoring
from middenstip.domain.intake.models.refer import Referral, SupportPoint

__all__ = [
    "Action",
    "Bylaw",
    "Case",
    "CasePhone",
    "Challenge",
    "ChallengeTalk",
    "Check",
    "Message",
    "Note",
    "Principle",
    "Referral",
    "RefusedMail",
    "SupportPoint",
    "Tailoring",
]
