"""Questions as plain values, for their list and for pages of other rooms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.questions.lifecycle import OPEN
from middenstip.domain.questions.models import Question
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared import dates


def as_questions(rows: Iterable[Question], today: date) -> list[dict[str, Any]]:
    """Values for `components/question_lines.html`; each was read with its person, seat and area."""
    return [
        {
            "url": path_to("question", row.public_id),
            "text": masked(row.text),
            "line": " · ".join(
                part
                for part in (masked(row.place) or row.area.name, dates.short_date(row.asked_at, today))
                if part
            ),
            "half": row.seat.half if row.seat else "",
            "mark": answered_words(row),
            "is_good": row.helped_count > 0,
            "is_open": row.state == OPEN,
            "is_beginner": row.is_beginner,
        }
        for row in rows
    ]


def answered_words(row: Question) -> str:
    """*3 antwoorden, 1 hielp*, or *wie weet dit?* when nobody answered."""
    if row.state == OPEN:
        return _("wie weet dit?") if row.raised_at else _("wacht op antwoord")
    count = ngettext("%(count)s antwoord", "%(count)s antwoorden", row.answer_count)
    words = count % {"count": row.answer_count}
    if not row.helped_count:
        return words
    helped = ngettext("%(count)s hielp", "%(count)s hielpen", row.helped_count)
    return f"{words}, {helped % {'count': row.helped_count}}"
