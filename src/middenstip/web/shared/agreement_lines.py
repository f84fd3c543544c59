"""Agreements as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from middenstip.domain.projects.selectors import AgreementLine
from middenstip.web.shared.dates import days_left, long_date

STATES = {
    "proposed": "tekenen",
    "open": "loopt",
    "done": "gedaan",
    "not_met": "mis",
    "withdrawn": "ingetrokken",
    "lapsed": "vervallen",
}
LATE = "telaat"
LONGEST = 120  # characters of a promise in a list; the whole text stands on its own page


def agreement_lines(rows: Iterable[AgreementLine], today: date) -> list[dict[str, Any]]:
    """What `components/agreements.html` needs, per agreement."""
    return [
        {
            "url": reverse("projects:detail", args=[row.public_id]),
            "who": row.promisor,
            "to": row.promisee,
            "text": Truncator(row.what).chars(LONGEST),
            "when_text": due_words(row.due_on, today, is_late=row.is_late),
            "state": LATE if row.is_late else STATES[row.state],
        }
        for row in rows
    ]


def late_first(line: dict[str, Any]) -> bool:
    """A key to sort lines by: what is too late comes first, the rest keeps its order."""
    return bool(line["state"] != LATE)


def due_words(due_on: date, today: date, *, is_late: bool) -> str:
    """The last day, and how many days ago that was for what is too late."""
    due = _("Uiterlijk %(day)s") % {"day": long_date(due_on)}
    return f"{due} · {days_left(due_on, today)}" if is_late else due
