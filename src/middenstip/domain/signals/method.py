"""Which open signals look like this one: the only file of this room that uses `methods.matching`."""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.selectors import open_around
from middenstip.methods.matching.dutch import as_written

COMPARED = 200  # newest open signals in the gemeente
SHARED = 2  # words in common, at least
SHOWN = 5


def alike(signal: Signal) -> list[Signal]:
    """Open signals with the same words, most words first. People decide whether it is the same. One query."""
    mine = stems(signal)
    near = [(len(mine & stems(one)), one) for one in open_around(signal, COMPARED)]
    found = sorted((pair for pair in near if pair[0] >= SHARED), key=lambda pair: (-pair[0], pair[1].pk))
    return [one for _, one in found[:SHOWN]]


def stems(signal: Signal) -> set[str]:
    """The stems of its words."""
    texts: Iterable[str] = (signal.title, signal.text, signal.rule)
    return {stem for text in texts for _, stem in as_written(text)}
