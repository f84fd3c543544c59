"""What happened with an initiative, newest first."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.reports.selectors import SENTENCES, told
from middenstip.domain.reports.selectors.names import shortened
from middenstip.domain.reports.selectors.standing import Row, Standing
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.half import halves_of
from middenstip.web.shared import dates, svg

MADE = "agreement.made"
URLS = {"goal": "/opgave/{}/", "agreement": "/afspraak/{}/"}


def story_part(
    initiative: Initiative, standing: Standing, today: date, limit: int = 15
) -> list[dict[str, Any]]:
    """The newest lines for `components/timeline.html`. Two queries.

    That an agreement stands is told from `standing`, which knows its words and who signed: looking those
    up again would cost the page its seventh query.
    """
    entries = readers.story(thread=initiative.public_id, limit=limit)
    lines = {line.id: line for line in told([entry for entry in entries if entry.kind != MADE])}
    deals = {row["id"]: row for row in standing.agreements}
    shown = []
    for entry in entries:
        line, deal = lines.get(entry.pk), deals.get(entry.subject)
        if line:
            url = URLS[line.href_kind].format(line.href_id) if line.href_kind in URLS else ""
            said = (line.before, line.link, line.after)
            mark = {"mark": _(line.mark), "is_good": line.is_good}
            shown.append(_shown(entry, line.halves, said, url, today) | mark)
        elif entry.kind == MADE and deal:
            shown.append(_made(entry, deal, today))
    return shown


def _made(entry: Entry, deal: Row, today: date) -> dict[str, Any]:
    before, _gap, after = _(str(SENTENCES[MADE])).partition("{agreement}")
    said = (before, shortened(deal["text"]), after)
    url = URLS["agreement"].format(entry.subject)
    mark = {"mark": _("afspraak"), "is_good": True}
    return _shown(entry, deal["number_2"], said, url, today) | mark


def _shown(entry: Entry, halves: int, said: tuple[str, str, str], url: str, today: date) -> dict[str, Any]:
    """`said` is the sentence in three: before the name, the name that becomes the link, after it."""
    acted = halves_of(halves)
    who = _("Alle drie") if len(acted) > 2 else _(" en ").join(svg.half_word(half) for half in acted)
    return {
        "date_text": dates.past_date(entry.at, today),
        "iso": timezone.localdate(entry.at).isoformat(),
        "ring": svg.ring_svg(halves, size=22, label=False),
        "who": who[:1].upper() + who[1:],
        "before": said[0],
        "link": said[1],
        "after": said[2],
        "url": url,
    }
