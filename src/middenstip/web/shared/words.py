"""What the rooms say, in the language of the reader."""

from __future__ import annotations

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STAGES, STEPS
from middenstip.kernel.verdict import Sentence

MARKS = str.maketrans(".,", ",.")


def in_words(reason: str) -> str:
    """A reason of a refusal, translated; the values in its gaps stay as they are. "" stays ""."""
    if isinstance(reason, Sentence):
        return _(reason.text) % reason.values
    return _(reason) if reason else ""


def thousands(value: int) -> str:
    """*104.301*."""
    return f"{value:,}".replace(",", _("."))


def local_number(dutch: str) -> str:
    """A number in Dutch notation as the reader writes it: *103.405* or *103,405*."""
    return dutch if _(".") == "." else dutch.translate(MARKS)


def stage_words(stage: str) -> str:
    """How far an initiative is: *stap 3: verbinden*; without a number for what is no step."""
    name = _(STAGES.words[stage])
    if stage not in STEPS:
        return name
    return _("stap %(number)s: %(name)s") % {"number": STEPS.index(stage) + 1, "name": name}
