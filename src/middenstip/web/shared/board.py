"""The bestuur of a goal as plain values, for its own page and for the page of the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.goals.lifecycle import ASKED_OF, COMMITMENTS, NEE, PORTFOLIO, TOLD, VISIT
from middenstip.domain.goals.models import Commitment, Portfolio, Visit
from middenstip.kernel.clock import is_past
from middenstip.kernel.contact import masked
from middenstip.web.shared import dates


def as_portfolio(one: Portfolio, today: date, said: Sequence[Commitment] = ()) -> dict[str, Any]:
    """Values for `components/portfolio.html`; `said` are its commitments, the newest first."""
    waits = one.state in ASKED_OF
    return {
        "key": one.public_id,
        "seat": one.seat.label,
        "half": one.seat.half,
        "stand": _(PORTFOLIO.words[one.state]),
        "answer": _(COMMITMENTS[one.answer]) if one.answer else "",
        "kind": "nee" if one.answer == NEE else "gedaan",
        "text": masked(one.text),
        "said": dates.long_date(one.said_at) if one.said_at else "",
        "confirmed": dates.long_date(one.confirmed_at) if one.confirmed_at else "",
        "due": dates.long_date(one.due_on) if waits and one.due_on else "",
        "is_late": waits and is_past(one.due_on, today),
        "was_late": one.was_in_time is False,
        "earlier": [
            {
                "answer": _(COMMITMENTS[line.answer]),
                "text": masked(line.text),
                "day": dates.long_date(line.at),
            }
            for line in said[1:]
        ],
    }


def as_visit(one: Visit) -> dict[str, Any]:
    """Values of one visit: who was there, on what day, and what the other side says."""
    seat = one.portfolio.seat
    stand = _(VISIT.words[one.state])
    if one.state == TOLD and one.by_id == seat.pk:
        stand = _("schreef de portefeuillehouder op")
    return {
        "key": one.public_id,
        "seat": seat.label,
        "half": seat.half,
        "day": dates.long_date(one.on),
        "note": masked(one.note),
        "stand": stand,
    }
