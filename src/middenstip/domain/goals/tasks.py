"""What the worker does for tables: mail the invitations, and end what nobody answered in time."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Link


def claim(*, link: Link, at: datetime) -> bool:
    """Whether this process may mail the invitation."""
    return goals.claim_mail(link=link, at=at)


def release(*, link: Link) -> None:
    """The mail failed; another round tries it again."""
    goals.release_mail(link=link)


def lapse(*, at: datetime) -> int:
    """Requests for a chair, invitations and motions that waited too long lapse; returns how many."""
    return goals.lapse_requests(at=at) + goals.lapse_invitations(at=at) + goals.lapse_motions(at=at)


def look_over(at: datetime) -> None:
    """Ring the bells of commitments that are waited for."""
    goals.ring_portfolios(at=at)
