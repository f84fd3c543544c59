"""The worker task of this room: keep the search index up to date, outside the request."""

from __future__ import annotations

from contextlib import suppress

from middenstip.domain.learning import method
from middenstip.domain.learning.face import SEARCHED
from middenstip.domain.learning.models import CaseStudy
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

READER, TELLING = SEARCHED.reader, SEARCHED.kinds


def learn_words() -> int:
    """Index the case studies that changed since the last run; returns how many."""
    return readers.hand_over(READER, _learn, TELLING)


def mend_words() -> int:
    """Add what the index lacks and remove what nobody may read; returns how many that were."""
    known = method.known()
    public = set(CaseStudy.objects.public().values_list("pk", flat=True))
    for pk in sorted(known ^ public):
        with suppress(NotNow):  # another worker did it already
            _settle(pk)
    return len(known ^ public)


@write
def _learn(entry: Entry) -> int:
    """Handle one fact and mark it as handled, in one transaction."""
    if not readers.done(READER, entry):
        return 0
    pk = CaseStudy.objects.filter(public_id=entry.subject).values_list("pk", flat=True).first()
    if pk is None:
        return 0
    _settle(pk)
    return 1


@write
def _settle(pk: int) -> None:
    study = CaseStudy.objects.public().filter(pk=pk).first()
    if study:
        method.keep(study)
    else:
        method.forget(pk)
