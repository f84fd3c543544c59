"""What the rooms say, in the language of the reader."""

from __future__ import annotations

from django.utils.translation import gettext as _

from middenstip.kernel.verdict import Sentence


def in_words(reason: str) -> str:
    """A reason of a refusal, translated; the values in its gaps stay as they are. "" stays ""."""
    if isinstance(reason, Sentence):
        return _(reason.text) % reason.values
    return _(reason) if reason else ""


def thousands(value: int) -> str:
    """*104.301*."""
    return f"{value:,}".replace(",", _("."))
