"""Bringing the post round in a story, and what somebody heard of it."""

from __future__ import annotations

from django.core import mail

from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.notices.models import Notice
from middenstip.notices.tasks import bring_round
from tests.cast import Cast


def post(cast: Cast) -> None:
    """Bring the post round now, and forget what went before in the mailbox."""
    mail.outbox.clear()
    with clock.frozen(cast.at):
        bring_round()


def heard(actor: Actor) -> list[str]:
    """The subjects in somebody's inbox, oldest first."""
    return list(Notice.objects.filter(person=actor.person).order_by("pk").values_list("subject", flat=True))


def told(actor: Actor) -> Notice:
    """The last notice somebody got."""
    return Notice.objects.filter(person=actor.person).latest("pk")
