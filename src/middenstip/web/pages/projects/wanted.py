"""Which projects of a portfolio somebody wants to see, in which order: the same on a page and in a file."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.projects.lifecycle import PROJECT
from middenstip.domain.projects.selectors import ORDERS, Asked
from middenstip.kernel.half import Half

STATES = {word: state for state, word in PROJECT.words.items()}
HALVES = {half.value: half for half in Half}
FIRST = ORDERS[0]
_WORDS = _noop("nieuwste eerst"), _noop("geld het eerst op"), _noop("grootste bedrag eerst")
ORDER_WORDS = dict(zip(ORDERS, _WORDS, strict=True))


def asked_in(request: HttpRequest) -> Asked:
    """The filter in an address; what it does not know is left out."""
    told = request.GET
    order = told.get("op", "")
    return Asked(
        state=STATES.get(told.get("stap", ""), ""),
        half=HALVES.get(told.get("helft", "")),
        order=order if order in ORDERS else FIRST,
    )


def query_of(asked: Asked) -> list[tuple[str, str]]:
    """The same filter for an address; what is usual is left out."""
    told = {
        "stap": PROJECT.words.get(asked.state, ""),
        "helft": asked.half.value if asked.half else "",
        "op": "" if asked.order == FIRST else asked.order,
    }
    return [(name, value) for name, value in told.items() if value]


def words_of(asked: Asked) -> list[str]:
    """The same in sentences."""
    said = []
    if asked.state:
        said.append(_("Alleen projecten in de stap: %(state)s.") % {"state": _(PROJECT.words[asked.state])})
    if asked.half:
        said.append(_("Alleen projecten waarin deze helft meedoet: %(half)s.") % {"half": _(asked.half.word)})
    said.append(_("Volgorde: %(order)s.") % {"order": _(ORDER_WORDS[asked.order])})
    return said
