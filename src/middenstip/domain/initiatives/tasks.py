"""The worker tasks of this room: keep the search index up to date, outside the request.

Indexing a text takes seven statements, which would slow down the request that submits an idea. The task
reads new facts from the journal, so nothing is lost when the worker stops half-way.
"""

from __future__ import annotations

from contextlib import suppress

from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.face import SEARCHED
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

READER, TELLING = SEARCHED.reader, SEARCHED.kinds


def learn_words() -> int:
    """Index the texts that were submitted or changed since the last run; returns how many."""
    return readers.hand_over(READER, _learn, TELLING)


@write
def _learn(entry: Entry) -> int:
    """Handle one fact and mark it as handled, in one transaction."""
    if not readers.done(READER, entry):
        return 0
    initiative = Initiative.objects.filter(public_id=entry.subject).first()
    if initiative is None:
        return 0
    if initiative.submitted_at and not initiative.is_hidden:
        method.keep(initiative)
    else:
        method.forget(initiative.pk)
    return 1


def mend_words() -> int:
    """Add what the index lacks and remove what no longer exists; returns how many texts that were.

    Usually there is nothing to do. But a move to another database copies the journal without the index, and
    the journal then says that everything was indexed.
    """
    known = method.known()
    public = set(Initiative.objects.public().values_list("pk", flat=True))
    for pk in sorted(known - public):
        _forget(pk)
    for pk in sorted(public - known):
        with suppress(NotNow):  # another worker did it already
            _keep(pk)
    return len(known ^ public)


@write
def _forget(pk: int) -> None:
    method.forget(pk)


@write
def _keep(pk: int) -> None:
    method.keep(Initiative.objects.get(pk=pk))
