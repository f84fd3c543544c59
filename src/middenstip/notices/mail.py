"""One delivery as a mail: plain text, and the same in one simple layout."""

from __future__ import annotations

from css_inline import CSSInliner
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from middenstip.notices.audiences import WHY
from middenstip.notices.models import FOLLOW, Delivery
from middenstip.notices.unsubscribe import unsubscribe_path

_inliner = CSSInliner(load_remote_stylesheets=False)


def message_for(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of a delivery (with its notice and person loaded). No query.

    Mail about what somebody follows can be switched off with one click (RFC 8058). Mail about an own case
    cannot: without it somebody would miss an answer.
    """
    notice, person = delivery.notice, delivery.notice.person
    off = settings.SITE_URL + unsubscribe_path(person) if notice.kind == FOLLOW else ""
    gaps = {
        "subject": notice.subject,
        "text": notice.text,
        "name": person.name,
        "url": settings.SITE_URL + notice.path,
        "why": WHY[notice.why],
        "site_name": settings.SITE_NAME,
        "unsubscribe_url": off,
    }
    headers = {"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"}  # RFC 3834
    if off:
        headers |= {"List-Unsubscribe": f"<{off}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    with override("nl"):  # nobody told us in which language they read
        text, html = (render_to_string(f"notices/mail.{kind}", gaps) for kind in ("txt", "html"))
    to = [person.email or ""]
    message = EmailMultiAlternatives(subject=notice.subject, body=text, to=to, headers=headers)
    message.attach_alternative(_inliner.inline(html), "text/html")
    return message
