"""Requests for advice as plain values, for their list and for pages of other rooms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.advice.lifecycle import CLOSED, DONE, OPEN, REQUEST
from middenstip.domain.advice.models import AdviceRequest
from middenstip.domain.rooms import path_to
from middenstip.kernel.clock import is_past
from middenstip.kernel.contact import masked
from middenstip.web.shared import dates


def as_requests(rows: Iterable[AdviceRequest], today: date) -> list[dict[str, Any]]:
    """Values for `components/advice_lines.html`; each was read with its area and the organisation."""
    return [
        {
            "url": path_to("advice", row.public_id),
            "text": masked(row.question),
            "who": row.seat.label,
            "half": row.seat.half,
            "place": row.area.name,
            "count": given_words(row),
            **stand_of(row, today),
        }
        for row in rows
    ]


def stand_of(row: AdviceRequest, today: date) -> dict[str, str]:
    """Where it stands, in words, with the kind of its mark: `mark` and `kind`."""
    if row.state == OPEN and today <= row.closes_on:
        return {"mark": _("tot en met %(day)s") % {"day": dates.long_date(row.closes_on)}, "kind": "bezig"}
    if row.state in (OPEN, CLOSED) and is_past(row.due_on, today) and row.waiting:
        return {"mark": _("antwoord is te laat"), "kind": "telaat"}
    if row.state in (OPEN, CLOSED) and row.due_on:
        return {"mark": _("antwoord voor %(day)s") % {"day": dates.long_date(row.due_on)}, "kind": "bezig"}
    return {"mark": _(REQUEST.words[row.state]), "kind": "gedaan" if row.state == DONE else "nee"}


def given_words(row: AdviceRequest) -> str:
    """*3 adviezen, 1 wacht*, or that there is none."""
    if not row.given:
        return _("nog geen advies")
    count = ngettext("%(count)s advies", "%(count)s adviezen", row.given) % {"count": row.given}
    if not row.waiting:
        return _("%(count)s, allemaal beantwoord") % {"count": count}
    waits = ngettext("%(count)s wacht op antwoord", "%(count)s wachten op antwoord", row.waiting)
    return f"{count}, {waits % {'count': row.waiting}}"
