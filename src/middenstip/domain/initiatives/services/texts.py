"""What people type about an initiative, and what they read when somebody else typed first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from middenstip.domain.initiatives.models import Initiative, ReinsCard

TEXTS = ("title", "what", "why", "motto")
CHANGED_SINCE = "Iemand veranderde dit nadat jij het opende. Hieronder staan beide teksten."


def values_of(row: Initiative | ReinsCard, keys: Iterable[str]) -> dict[str, str]:
    """These columns as they are now, to show beside what was typed."""
    return {key: getattr(row, key) for key in keys}


def clean(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts that were typed, without space around them."""
    return {key: texts[key].strip() for key in TEXTS if key in texts}


def lines(text: str) -> str:
    """Line by line, without space around a line or empty ones."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
