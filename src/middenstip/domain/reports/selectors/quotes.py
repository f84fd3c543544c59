"""The texts that facts are about: *what* happened, besides *that* it happened. One query for all rooms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Left

from middenstip.domain.reports.selectors.sentences import TOLD
from middenstip.journal.models import Entry
from middenstip.journal.told import Quote
from middenstip.kernel.prepared import Prepared

LONGEST = 300  # characters; a feed shows the beginning


def _same(one: Quote) -> tuple[str, ...]:
    """What two quotes share that read the same column: only the sentence below differs."""
    return (one.model, one.text, one.thing, one.column)


_QUOTED = [said.quoted for said in TOLD.values() if said.quoted]
_SOURCES: list[Quote] = list({_same(quote): quote for quote in _QUOTED}.values())
_PLACES = {_same(one): place for place, one in enumerate(_SOURCES)}
_THINGS = [f"things{place}" for place in range(len(_SOURCES))]
_NUMBERS = [f"numbers{place}" for place, one in enumerate(_SOURCES) if one.number]


def quotes_of(entries: Iterable[Entry]) -> dict[int, str]:
    """The beginning of the text of each entry that has one, by the key of the entry. One query, or none."""
    asked: dict[str, set[Any]] = defaultdict(set)
    wanted: list[tuple[int, tuple[int, str, int]]] = []
    for entry in entries:
        quote = TOLD[entry.kind].quoted if entry.kind in TOLD else None
        if quote is None:
            continue
        place = _PLACES[_same(quote)]
        number = int(entry.data[quote.number]) if quote.number else 0
        thing = entry.thread if quote.by_thread else entry.subject
        asked[f"things{place}"].add(thing)
        if quote.number:
            asked[f"numbers{place}"].add(number)
        wanted.append((entry.pk, (place, thing, number)))
    if not wanted:
        return {}
    rows = _ALL.rows(**{key: sorted(asked[key]) for key in (*_THINGS, *_NUMBERS)})
    texts = {(place, thing, number): text for place, thing, number, text in rows}
    return {pk: texts[key] for pk, key in wanted if texts.get(key)}


def _all(**ids: list[Any]) -> QuerySet[Any, Any]:
    first, *others = (_rows_of(place, one, ids) for place, one in enumerate(_SOURCES))
    everything: QuerySet[Any, Any] = first.union(*others, all=True)
    return everything


def _rows_of(place: int, one: Quote, ids: dict[str, list[Any]]) -> Any:
    where = {f"{one.thing}__in": ids[f"things{place}"]}
    if one.number:
        where[f"{one.column}__in"] = ids[f"numbers{place}"]
    shape = {
        "_place": Value(place, output_field=IntegerField()),
        "_thing": F(one.thing),
        "_number": F(one.column) if one.number else Value(0, output_field=IntegerField()),
        "_text": Left(one.text, LONGEST, output_field=TextField()),
    }
    rows = apps.get_model(one.model)._default_manager.filter(**where)
    return rows.order_by().annotate(**shape).values_list(*shape)


_ALL = Prepared(_all, lists=_THINGS, key_lists=_NUMBERS)
