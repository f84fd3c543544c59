"""Mail to people who reported a text without an account: to confirm their address, and with the answer."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from middenstip.domain.moderation.lifecycle import OUTCOMES
from middenstip.domain.moderation.models import HOUSE_RULES, Complaint
from middenstip.domain.moderation.selectors import decisions_about, unanswered, unasked

AT_ONCE = 50

log = logging.getLogger(__name__)


def write_reporters(at: datetime) -> int:
    """Send what waits; returns how many mails. The answer goes only to a confirmed address."""
    asked = [one for one in unasked(AT_ONCE) if _is_sent(one, "asked_at", "confirm", at)]
    answered = [one for one in unanswered(AT_ONCE) if _is_sent(one, "answered_at", "answer", at)]
    return len(asked) + len(answered)


def _is_sent(complaint: Complaint, column: str, name: str, at: datetime) -> bool:
    """Claim it first, so that two workers send one mail; when sending fails it is tried again later."""
    mine = Complaint.objects.filter(pk=complaint.pk, **{column: None})
    if not mine.update(**{column: at}):
        return False
    try:
        _message(complaint, name).send()
    except OSError:
        log.exception("report %s: mail was not sent", complaint.pk)
        Complaint.objects.filter(pk=complaint.pk).update(**{column: None})
        return False
    return True


def _message(complaint: Complaint, name: str) -> EmailMessage:
    decision = next(reversed(decisions_about(complaint.review)), None)
    here = reverse("moderation:answer", args=[complaint.public_id])
    confirm = reverse("moderation:confirm", args=[complaint.public_id, complaint.token])
    gaps = {
        "site_name": settings.SITE_NAME,
        "url": settings.SITE_URL + (confirm if name == "confirm" else here),
        "outcome": OUTCOMES[decision.outcome] if decision else "",
        "rule": HOUSE_RULES[decision.rule].title if decision else "",
        "reason": decision.reason if decision else "",
    }
    with override("nl"):  # the language of the reader is unknown
        said = render_to_string(f"notices/reporters/{name}.txt", gaps).strip()
    subject, _, text = said.partition("\n")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834
    return EmailMessage(subject=subject, body=text.strip(), to=[complaint.email], headers=headers)
