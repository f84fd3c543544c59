"""Database tables of a goal: its table with chairs, letters, versions and answers, and its bestuur."""

from middenstip.domain.goals.models.board import Commitment, Portfolio, Visit
from middenstip.domain.goals.models.table import (
    REACHES,
    WORD_LENGTH,
    Answer,
    Chair,
    Consent,
    Goal,
    Invitation,
    Letter,
    Link,
    Motion,
    Request,
    Restatement,
    Use,
    Version,
)

__all__ = [
    "REACHES",
    "WORD_LENGTH",
    "Answer",
    "Chair",
    "Commitment",
    "Consent",
    "Goal",
    "Invitation",
    "Letter",
    "Link",
    "Motion",
    "Portfolio",
    "Request",
    "Restatement",
    "Use",
    "Version",
    "Visit",
]
