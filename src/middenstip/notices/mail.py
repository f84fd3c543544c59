"""One delivery as a mail: plain text, and the same in a simple HTML layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from css_inline import CSSInliner
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from middenstip.domain.parties.models import Person
from middenstip.domain.rooms import NOUNS
from middenstip.kernel.reply_address import reply_address
from middenstip.kernel.reply_text import ABOVE
from middenstip.notices.heard import AUDIENCES
from middenstip.notices.models import FOLLOW, Delivery, Notice
from middenstip.notices.rooms.initiatives import INITIATOR
from middenstip.notices.rooms.intake import DESK, HANDLER
from middenstip.notices.selectors import names_actor
from middenstip.notices.unsubscribe import unsubscribe_path

_inliner = CSSInliner(load_remote_stylesheets=False)


def message_for(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of a delivery (with its notice, entry and person loaded). One query.

    Mail about what a person follows can be switched off with one click (RFC 8058). Mail about a person's own
    case cannot, because that person would miss an answer.
    """
    notice, person = delivery.notice, delivery.notice.person
    reply = _reply_address(notice)
    off = settings.SITE_URL + unsubscribe_path(person) if notice.kind == FOLLOW else ""
    gaps = {
        "subject": notice.subject,
        "text": notice.text,
        "name": person.name,
        "who": _who(notice),
        "url": settings.SITE_URL + notice.path,
        "why": AUDIENCES[notice.why].why,
        "site_name": settings.SITE_NAME,
        "unsubscribe_url": off,
        "above": ABOVE if reply else "",
    }
    message = _message("mail", delivery, gaps)
    if reply:
        message.reply_to = [reply]
    return message


def digest_for(first: Delivery, more: Sequence[Notice]) -> EmailMultiAlternatives:
    """The mail of the day: this delivery and more notices about what a person follows. No query."""
    notices, person = [first.notice, *more], first.notice.person
    lines = [
        {"subject": one.subject, "text": one.text, "url": settings.SITE_URL + one.path} for one in notices
    ]
    gaps = {
        "subject": f"{len(notices)} berichten over wat je volgt",
        "lines": lines,
        "name": person.name,
        "site_name": settings.SITE_NAME,
        "unsubscribe_url": settings.SITE_URL + unsubscribe_path(person),
        "choose_url": settings.SITE_URL + "/mijn/volgen/",
    }
    return _message("digest", first, gaps)


def _message(template: str, delivery: Delivery, gaps: dict[str, Any]) -> EmailMultiAlternatives:
    headers = {"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"}  # RFC 3834
    if off := gaps["unsubscribe_url"]:
        headers |= {"List-Unsubscribe": f"<{off}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    with override("nl"):  # the language of the reader is unknown
        text, html = (render_to_string(f"notices/{template}.{kind}", gaps) for kind in ("txt", "html"))
    to = [delivery.notice.person.mailbox]
    message = EmailMultiAlternatives(subject=gaps["subject"], body=text, to=to, headers=headers)
    message.attach_alternative(_inliner.inline(html), "text/html")
    return message


def _who(notice: Notice) -> str:
    """The name now of the person who acted; "" for an act of the reader, and for the erased. One query."""
    actor = notice.entry.actor
    if not names_actor(notice.entry.kind) or actor in ("", notice.person.public_id):
        return ""
    person = Person.objects.filter(public_id=actor, erased_at=None)
    return person.values_list("name", flat=True).first() or ""


def _reply_address(notice: Notice) -> str:
    """Where a reply to a mail about a case arrives; "" for every other mail, and when none are received."""
    case = re.fullmatch(NOUNS["case"].path.format("(.+)"), notice.path)
    if not case or notice.why not in (INITIATOR.key, HANDLER.key, DESK.key):
        return ""
    return reply_address(case[1], notice.person.public_id)
