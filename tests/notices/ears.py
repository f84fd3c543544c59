"""Writing and sending notices in a story, and reading what a person got."""

from __future__ import annotations

from django.core import mail

from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.notices.models import Notice
from middenstip.notices.tasks import bring_round
from tests.cast import Cast


def post(cast: Cast) -> None:
    """Write and send the notices now, after emptying the mailbox."""
    mail.outbox.clear()
    with clock.frozen(cast.at):
        bring_round()


def heard(actor: Actor) -> list[str]:
    """The subjects in a person's inbox, oldest first."""
    return list(
        Notice.objects.filter(person=actor.person_id).order_by("pk").values_list("subject", flat=True)
    )


def told(actor: Actor) -> Notice:
    """The last notice a person got."""
    return Notice.objects.filter(person=actor.person_id).latest("pk")
