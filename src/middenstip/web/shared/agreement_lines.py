"""Agreements as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from middenstip.domain.projects.selectors import AgreementLine
from middenstip.web.shared.dates import days_left


def agreement_lines(rows: Iterable[AgreementLine], today: date) -> list[dict[str, Any]]:
    """What `projects/_lines.html` needs, per agreement."""
    return [
        {
            "url": reverse("projects:detail", args=[row.public_id]),
            "promisor": row.promisor,
            "promisee": row.promisee,
            "what": row.what,
            "due_on": row.due_on,
            "state": row.state,
            "is_late": row.is_late,
            "late_text": days_left(row.due_on, today) if row.is_late else "",
        }
        for row in rows
    ]
