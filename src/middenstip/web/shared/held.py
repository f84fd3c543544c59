"""What a writer is told after posting: that it is there, or that a moderator reads it first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from middenstip.domain.moderation.lifecycle import TERM
from middenstip.kernel.hidden import Hideable


def or_held(row: Hideable, words: str) -> str:
    """`words` when everyone can read the text of this row now; else what happens to it first. One query."""
    row.refresh_from_db(fields=["hidden"])
    if not row.is_hidden:
        return words
    return _(
        "Je tekst is binnen. Een moderator leest hem eerst, binnen %(days)s werkdagen. Je krijgt bericht."
    ) % {"days": TERM}
