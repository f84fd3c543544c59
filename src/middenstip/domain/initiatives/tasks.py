"""What the worker does for this room: keep the search up to date, outside the request.

Putting a text in the index costs seven statements; whoever tells an idea should not wait for that. The
journal says what is new, so nothing is lost when the worker stops half-way.
"""

from __future__ import annotations

from contextlib import suppress

from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

READER = "search"
TELLING = ("initiative.submitted", "initiative.changed")


def learn_words() -> int:
    """Make findable what was told or changed since the last round; returns how many texts."""
    return readers.hand_over(READER, _learn, TELLING)


@write
def _learn(entry: Entry) -> int:
    """Deal with one fact, and note that it is dealt with, in one piece."""
    if not readers.done(READER, entry):
        return 0
    initiative = Initiative.objects.filter(public_id=entry.subject, submitted_at__isnull=False).first()
    if initiative:
        method.keep(initiative)
    return 1 if initiative else 0


def mend_words() -> int:
    """Put in what the index lacks, take out what is gone; returns how many texts that were.

    Nothing is wrong, as a rule. But a move to another database brings the journal along and not the index,
    which then believes it has read everything.
    """
    known = method.known()
    public = set(Initiative.objects.filter(submitted_at__isnull=False).values_list("pk", flat=True))
    for pk in sorted(known - public):
        _forget(pk)
    for pk in sorted(public - known):
        with suppress(NotNow):  # another worker did
            _keep(pk)
    return len(known ^ public)


@write
def _forget(pk: int) -> None:
    method.forget(pk)


@write
def _keep(pk: int) -> None:
    method.keep(Initiative.objects.get(pk=pk))
