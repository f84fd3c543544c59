"""Case studies as plain values, for their list and for pages of other rooms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from middenstip.domain.learning.lifecycle import FAILED, OUTCOMES, PARTLY, WORKED
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import first_words

ICONS = {WORKED: "vink", PARTLY: "lijkt", FAILED: "mis"}


def as_studies(rows: Iterable[CaseStudy]) -> list[dict[str, Any]]:
    """Values for `learning/_lines.html`; each was read with its area."""
    return [
        {
            "url": path_to("study", row.public_id),
            "title": masked(row.title),
            "line": masked(row.place) or row.area.name,
            "text": first_words(masked(row.broke_where if row.outcome == FAILED else row.how)),
            "ring": ring(row.halves),
            **outcome_of(row),
        }
        for row in rows
    ]


def ring(halves: int) -> SafeString:
    """The halves that took part."""
    return ring_svg(halves, size=36)


def outcome_of(row: CaseStudy) -> dict[str, str]:
    """The outcome as a word with its icon; the three look alike."""
    return {"outcome": _(OUTCOMES[row.outcome]).capitalize(), "icon": ICONS[row.outcome]}
