"""Database tables about people, seats, organisations and how they work, and what a seat still owes."""

from middenstip.domain.parties.models.handover import Handover, HandoverLine
from middenstip.domain.parties.models.logic import LogicCard
from middenstip.domain.parties.models.people import (
    FOLDED_LENGTH,
    TITLE_LENGTH,
    Application,
    Device,
    Follow,
    Grant,
    LoginCode,
    Membership,
    Organisation,
    PendingAddress,
    PendingClaim,
    Person,
    PersonManager,
    Profile,
    Seat,
    Side,
    TermRule,
)

__all__ = [
    "FOLDED_LENGTH",
    "TITLE_LENGTH",
    "Application",
    "Device",
    "Follow",
    "Grant",
    "Handover",
    "HandoverLine",
    "LogicCard",
    "LoginCode",
    "Membership",
    "Organisation",
    "PendingAddress",
    "PendingClaim",
    "Person",
    "PersonManager",
    "Profile",
    "Seat",
    "Side",
    "TermRule",
]
