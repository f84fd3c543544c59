"""The texts that people type about an initiative, and the current values shown after a conflict (`Stale`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from middenstip.domain.initiatives.models import Initiative, ReinsCard
from middenstip.kernel import typed

TEXTS = ("title", "what", "why", "motto")
LINES = ("title", "motto")  # texts that are stored as one line
CHANGED_SINCE = "Iemand veranderde dit nadat jij het opende. Hieronder staan beide teksten."


def values_of(row: Initiative | ReinsCard, keys: Iterable[str]) -> dict[str, str]:
    """The current values of these columns, to show beside what was typed."""
    return {key: getattr(row, key) for key in keys}


def clean(texts: Mapping[str, str]) -> dict[str, str]:
    """The typed texts in the form in which they are stored."""
    kept = {key: typed.name(key, texts[key]) for key in LINES if key in texts}
    return kept | {key: typed.text(texts[key]) for key in TEXTS if key in texts and key not in LINES}
