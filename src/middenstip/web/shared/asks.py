"""A concrete question for help as plain values."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.initiatives.models import Ask, Size

# The number and the unit beside the question; without a number only a word.
SIZES = {
    Size.MINUTES: ("10", _noop("min")),
    Size.HOUR: ("1", _noop("uur")),
    Size.DAY: ("1", _noop("dag")),
    Size.LONGER: ("", _noop("langer")),
}


def ask_line(ask: Ask) -> dict[str, str]:
    """The question with its size: `number` ("" for *langer*) and `unit`."""
    number, unit = SIZES[Size(ask.size)]
    return {"text": ask.text, "number": number, "unit": _(unit)}
