"""Mails invitations to people who are not on the platform yet, so they have no notice and no inbox."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from middenstip.domain.goals import tasks
from middenstip.domain.goals.models import Link
from middenstip.domain.goals.selectors import links_to_mail
from middenstip.kernel import clock

AT_ONCE = 50

log = logging.getLogger(__name__)


def send_invitations() -> int:
    """Send the invitations that wait; returns how many. What fails is tried again in the next round."""
    return sum(_send(link) for link in links_to_mail()[:AT_ONCE])


def _send(link: Link) -> bool:
    if not tasks.claim(link=link, at=clock.now()):  # another sender has it
        return False
    try:
        message_for(link).send()
    except Exception as error:  # noqa: BLE001 - one letter must not stop the others
        tasks.release(link=link)
        log.warning("an invitation was not sent: %s", type(error).__name__)  # its text may contain an address
        return False
    return True


def message_for(link: Link) -> EmailMessage:
    """The mail of a link: who invites to what, and until when."""
    gaps = {"link": link, "goal": link.goal, "by": link.by.label, "site_name": settings.SITE_NAME}
    gaps["url"] = f"{settings.SITE_URL}/uitnodiging/{link.token}/"
    with override("nl"):
        subject, _, text = render_to_string("notices/invitation.txt", gaps).strip().partition("\n")
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=text.strip(),
        to=[link.address],
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834
    )
