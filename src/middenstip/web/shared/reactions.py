"""Reactions as plain values for their templates, on their own pages and on pages of other rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.reactions.face import TEXT
from middenstip.domain.reactions.lifecycle import KINDS, SHOWN, WITHDRAWN
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.domain.reactions.turns import turn
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import has_contact
from middenstip.kernel.term import working_days
from middenstip.web.shared import dates

ICONS = {
    "tip": "lamp",
    "experience": "praat",
    "concern": "let-op",
    "question": "vraag",
    "familiar": "hart",
}


def as_reactions(
    rows: Iterable[Reaction], replies: Mapping[int, list[Reaction]], today: date, reader: int | None
) -> list[dict[str, Any]]:
    """Values for `reactions/_list.html`. `reader` is the key of the person who reads."""
    return [_reaction(row, replies.get(row.pk, []), today, reader) for row in rows]


def waiting_words(talk: Talk, today: date) -> str:
    """*1 zorg of vraag wacht op antwoord, al 2 werkdagen*; "" when none waits."""
    if not talk.waiting or talk.waiting_since is None:
        return ""
    days = working_days(timezone.localdate(talk.waiting_since), today)
    count = ngettext(
        "%(count)s zorg of vraag wacht op antwoord",
        "%(count)s zorgen of vragen wachten op antwoord",
        talk.waiting,
    ) % {"count": talk.waiting}
    if not days:
        return f"{count}, {_('sinds vandaag')}"
    since = ngettext("al %(days)s werkdag", "al %(days)s werkdagen", days) % {"days": days}
    return f"{count}, {since}"


def chips(talk: Talk, page: str, chosen: str) -> list[dict[str, Any]]:
    """The filters by kind with their counts; kinds that nobody used are left out."""
    counts = talk.numbers
    listed = [("", _("Alles"), sum(counts.values()))]
    listed += [(kind, _(word).capitalize(), counts[kind]) for kind, word in KINDS.items() if counts[kind]]
    return [
        {
            "url": f"{page}?soort={kind}" if kind else page,
            "label": label,
            "count": count,
            "current": kind == chosen,
        }
        for kind, label, count in listed
    ]


def _reaction(row: Reaction, replies: list[Reaction], today: date, reader: int | None) -> dict[str, Any]:
    waits = turn(row)
    return _said(row, today) | {
        "url": path_to("reaction", row.public_id),
        "kind": row.kind,
        "kind_text": _(KINDS[row.kind]).capitalize() if row.kind else _("Antwoord"),
        "icon": ICONS.get(row.kind, "praat"),
        "ball": waits.who.name if waits else "",
        "is_answered": row.is_owed and any(one.is_answer for one in replies),
        "is_mine": row.person_id == reader,
        "is_masked": row.state == SHOWN and has_contact(row.text),
        "count": row.recognised_count,
        "is_recognised": getattr(row, "is_recognised", False),
        "replies": [_said(one, today) | {"url": path_to("reaction", one.public_id)} for one in replies],
    }


def _said(row: Reaction, today: date) -> dict[str, Any]:
    is_shown = row.state == SHOWN
    gone = _("Deze reactie is ingetrokken.") if row.state == WITHDRAWN else _(row.text)
    return {
        "id": row.public_id,
        "key": row.pk,
        "who": row.person.shown_name if is_shown else "",
        "place": row.seat.label if is_shown and row.seat else "",
        "date": dates.short_date(row.at, today),
        "iso": timezone.localdate(row.at).isoformat(),
        "text": row.text if is_shown else "",
        "gone": "" if is_shown else gone,
        "is_answer": row.is_answer,
        "is_changed": row.changed_at is not None,
        "report": reverse("moderation:report", args=[TEXT.key, row.public_id]) if is_shown else "",
    }
