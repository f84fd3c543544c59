"""Texts of the rooms in the language of the reader."""

from __future__ import annotations

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STAGES, STEPS
from middenstip.kernel.verdict import Sentence

SEARCH_SHOWS = 155  # characters of a description that search engines show below a title
MB = 1_000_000
MARKS = str.maketrans(".,", ",.")


def in_words(reason: str) -> str:
    """The translated reason of a refusal, with its values filled in. "" stays ""."""
    if isinstance(reason, Sentence):
        return _(reason.text) % reason.values
    return _(reason) if reason else ""


def first_words(text: str) -> str:
    """The beginning of a text on one line, for lists of results and for shared links."""
    return Truncator(" ".join(text.split())).chars(SEARCH_SHOWS)


def thousands(value: int) -> str:
    """*104.301*."""
    return f"{value:,}".replace(",", _("."))


def megabytes(number: int) -> str:
    """*2,4 MB*, or *1.210 MB* from a hundred on."""
    if number >= 100 * MB:
        return f"{thousands(number // MB)} MB"
    return f"{local_number(f'{number / MB:.1f}'.replace('.', ','))} MB"


def local_number(dutch: str) -> str:
    """A number in Dutch notation, in the notation of the reader: *103.405* or *103,405*."""
    return dutch if _(".") == "." else dutch.translate(MARKS)


def stage_words(stage: str) -> str:
    """The stage of an initiative: *stap 3: verbinden*; without a number for an ending."""
    name = _(STAGES.words[stage])
    if stage not in STEPS:
        return name
    return _("stap %(number)s: %(name)s") % {"number": STEPS.index(stage) + 1, "name": name}
