"""The notices of a person, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.notices.selectors import InboxLine
from middenstip.web.shared import dates


def as_notices(lines: Sequence[InboxLine], today: date) -> list[dict[str, Any]]:
    """Notices for `post/_notices.html`; the link marks one as read and leads to its page."""
    return [
        {
            "id": line.id,
            "subject": line.subject,
            "text": _first_words(line.text),
            "who": line.who,
            "is_new": not line.is_read,
            "date": _("vandaag")
            if timezone.localdate(line.at) == today
            else dates.short_date(line.at, today),
        }
        for line in lines
    ]


def _first_words(text: str) -> str:
    """The first line of a notice; with the next one if it ends in a colon."""
    first, *more = [line for line in text.splitlines() if line] or [""]
    return f"{first} {more[0]}" if more and first.endswith(":") else first
