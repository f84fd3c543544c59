"""The worker tasks of this room: the index of texts, suggestions, and needs and offers that go to sleep.

They read new facts from the journal, so nothing is lost when the worker stops half-way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from django.apps import apps

from middenstip.domain.initiatives.face import SEARCHED as IDEAS
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import method, services
from middenstip.domain.matching.face import SUGGESTED_ON, SUGGESTER
from middenstip.domain.matching.lifecycle import FRESH, LISTED, PATIENCE
from middenstip.domain.matching.method import Found
from middenstip.domain.matching.models import IndexMark, Listing
from middenstip.domain.matching.selectors import listing_by_id
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.face import Noun, Searched
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

AT_ONCE = 200  # rows that one round asks or puts to sleep
MOST_BELOW = 200  # texts below one thing, such as answers, by which it is found


def learn_words(among: Found) -> int:
    """Index the texts that changed since the last run; returns how many. `among`: what is searched.

    The room of initiatives keeps its own words, because its lists are found by them too.
    """
    total = 0
    for reader in dict.fromkeys(one.reader for _noun, one in among.values() if one.reader != IDEAS.reader):
        some = [(noun, one) for noun, one in among.values() if one.reader == reader]
        kinds = sorted({kind for _noun, one in some for kind in one.kinds})
        total += readers.hand_over(reader, partial(_learn, reader, some), kinds)
    return total


@write
def _learn(reader: str, some: list[tuple[Noun, Searched]], entry: Entry) -> int:
    """Handle one fact and mark it as handled, in one transaction."""
    if not readers.done(reader, entry):
        return 0
    return sum(_index(noun, one, {noun.code: entry.subject}) for noun, one in some)


def mend_words(among: Found) -> int:
    """Add what the index lacks and remove what nobody may read any more; returns how many texts that were."""
    return sum(1 for _key in mending(among))


def mending(among: Found) -> Iterator[str]:
    """The same, text by text: yields the key of each text that was mended. It can be stopped at any time."""
    for noun, one in among.values():
        model: Any = apps.get_model(noun.model)
        public = set(model._default_manager.filter(**one.only).values_list("pk", flat=True))
        for pk in sorted(public ^ method.known(one.index)):
            with suppress(NotNow):  # another worker did it already
                _mend(noun, one, pk)
                yield f"{one.index}:{pk}"


@write
def _mend(noun: Noun, one: Searched, pk: int) -> None:
    if not _index(noun, one, {"pk": pk}):
        method.forget(one.index, pk)


def reindexing(among: Found) -> Iterator[tuple[str, int]]:
    """Index everything anew; yields the kind and how many texts were done since the last time.

    It can be stopped at any time: the next run goes on where this one stopped. Needed after a new version of
    the stemmer, or of how words are looked up.
    """
    for noun, one in among.values():
        while done := _reindex(noun, one):
            yield one.index, done
    IndexMark.objects.all().delete()


@write
def _reindex(noun: Noun, one: Searched) -> int:
    """The next texts of one kind, and the mark behind them; 0 when all are done."""
    mark = IndexMark.objects.filter(pk=one.index).first()
    model: Any = apps.get_model(noun.model)
    rows = model._default_manager.filter(pk__gt=mark.last if mark else 0, **one.only)
    found = list(rows.order_by("pk").values_list("pk", *one.texts)[:AT_ONCE])
    more = _below(one, [row[0] for row in found])
    for pk, *texts in found:
        method.forget(one.index, pk)
        method.keep(one.index, pk, [*texts, *more.get(pk, ())])
    if found:
        IndexMark(kind=one.index, last=found[-1][0]).store()
    return len(found)


def _index(noun: Noun, one: Searched, which: dict[str, Any]) -> int:
    """Put one text in the index, or take it out when not everyone may read it (inside a write)."""
    model: Any = apps.get_model(noun.model)
    row = model._default_manager.filter(**which).values_list("pk", *one.texts).first()
    if row is None:
        return 0
    if model._default_manager.filter(pk=row[0], **one.only).exists():
        more = _below(one, [row[0]])
        method.keep(one.index, row[0], [*row[1:], *more.get(row[0], ())])
    else:
        method.forget(one.index, row[0])
    return 1


def _below(one: Searched, keys: Sequence[int]) -> dict[int, list[str]]:
    """The texts that belong to these rows, by key. One query, or none when nothing is below them."""
    found: dict[int, list[str]] = {}
    if one.below is None:
        return found
    model: Any = apps.get_model(one.below.model)
    to = f"{one.below.to}_id"
    rows = model._default_manager.filter(**{f"{to}__in": keys}, **one.below.only).order_by("pk")
    for key, text in rows.values_list(to, one.below.text):
        found.setdefault(key, []).append(text)
    return {key: texts[:MOST_BELOW] for key, texts in found.items()}


def suggest(at: datetime) -> int:
    """Suggest what fits everything that is new since the last run; returns how many suggestions."""
    return readers.hand_over(SUGGESTER, partial(_suggest, at=at), SUGGESTED_ON)


@write
def _suggest(entry: Entry, at: datetime) -> int:
    if not readers.done(SUGGESTER, entry):
        return 0
    about = _thing(entry)
    return services.make_suggestions(about=about, at=at) if about else 0


def _thing(entry: Entry) -> Listing | Initiative | None:
    """The need, offer or initiative of a fact, while everyone may find it."""
    if entry.kind.startswith("listing."):
        listing = listing_by_id(entry.subject)
        return listing if listing and listing.state in LISTED and not listing.is_hidden else None
    rows = Initiative.objects.public().select_related("area", "initiator")
    return rows.filter(public_id=entry.subject).first()


def tend(at: datetime) -> int:
    """Ask owners whether an old need or offer is still true, and put those to sleep that stay silent."""
    done = 0
    rows = Listing.objects.filter(state__in=LISTED, person__erased_at=None, hidden__isnull=True)
    for listing in rows.filter(asked_at=None, confirmed_at__lte=at - FRESH).order_by("pk")[:AT_ONCE]:
        done += services.question_listing(listing=listing, at=at)
    for listing in rows.filter(asked_at__lte=at - PATIENCE).order_by("pk")[:AT_ONCE]:
        done += services.put_to_sleep(listing=listing, at=at)
    return done
