"""Who may give thanks."""

from __future__ import annotations

from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


def may_thank(actor: Actor, initiative: Initiative) -> Verdict:
    """Everyone except the initiator, once the idea was submitted."""
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if actor.person_id == initiative.initiator_id:
        return no("Dit is je eigen initiatief. Een ander bedankt je.")
    return YES
