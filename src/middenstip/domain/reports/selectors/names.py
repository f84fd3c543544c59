"""Names by public id, looked up when a story is read, because the journal stores no names."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Left
from django.utils.translation import gettext as _

from middenstip.domain.reports.selectors.sentences import NAMED, SEATS
from middenstip.domain.rooms import NOUNS
from middenstip.journal.models import Entry
from middenstip.kernel.face import Noun
from middenstip.kernel.half import Half
from middenstip.kernel.prepared import Prepared, Row

GONE = "iemand die wegging"
SHORT = 90  # an agreement may have 1,000 characters; a sentence shows only its beginning
_NOTHING = ("", "", 0)


def shortened(promise: str) -> str:
    """The promise as the end of a sentence: on one line, cut off when it is long."""
    line = " ".join(promise.split())
    return line.rstrip(".") if len(line) <= SHORT else line[:SHORT].rstrip() + "…"


def somebody(title: str) -> str:
    """A description of the person in this function without an organisation: *een bewoner van Lettele*."""
    alone = not title or title.startswith("iemand")
    return title if alone else _("een %(title)s") % {"title": title}


@dataclass(frozen=True)
class Names:
    """The names of the ids in some entries: (noun, public id) to (name, more, halves).

    more: what the noun stores beside its name: for a seat its organisation, for an agreement its last day.
    halves: the halves that acted on it, as bits: for an agreement the halves that signed.
    """

    rows: dict[tuple[str, str], tuple[str, str, int]]

    def name(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), _NOTHING)[0]

    def more(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), _NOTHING)[1]

    def halves(self, noun: str, public_id: str) -> int:
        return self.rows.get((noun, public_id), _NOTHING)[2]

    def who(self, person: str, seat: str) -> str:
        """*Ilse (gemeente Deventer)*, *Marijke*, or *iemand die wegging*."""
        if self.more("person", person):
            return _(GONE)
        organisation = self.more("seat", seat)
        name = self.name("person", person) or _("iemand")
        return f"{name} ({organisation})" if organisation else name

    def seat(self, seat: str) -> str:
        """*hoofd Groen van gemeente Deventer*, or *een bewoner van Lettele*."""
        title, organisation = self.name("seat", seat), self.more("seat", seat)
        if organisation:
            return _("%(title)s van %(organisation)s") % {"title": title, "organisation": organisation}
        return somebody(title)

    def thing(self, noun: str, public_id: str) -> str:
        """The name of this thing, cut off when it is long."""
        name = self.name(noun, public_id)
        return shortened(name) if NOUNS[noun].is_long else name


def names_in(entries: Iterable[Entry]) -> Names:
    """All names that these entries need. One query."""
    ids: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        ids["person"].add(entry.actor)
        ids["seat"] |= {entry.seat, *(str(entry.data.get(key, "")) for key in SEATS)}
        ids["initiative"].add(entry.thread)
        ids[entry.kind.partition(".")[0]].add(entry.subject)
    wanted = {noun: ids[noun] - {""} for noun in NAMED}
    return Names({(noun, key): (name, more, bits) for noun, key, name, more, bits in _ALL.rows(**wanted)})


def signed_halves() -> Any:
    """The halves that signed an agreement, as bits: an annotation."""
    return _acted(NOUNS["agreement"])


def _acted(noun: Noun) -> Any:
    """The halves that acted on a thing, as bits: an annotation."""
    acted = noun.acted
    if acted is None:
        return Value(0)
    rows = apps.get_model(acted.model)._default_manager.filter(**{acted.thing: OuterRef("pk")}, **acted.only)
    first, *others = (
        Case(When(Exists(rows.filter(**{acted.half: half.value})), then=Value(half.bit)), default=Value(0))
        for half in Half
    )
    return sum(others, first)


def newest_with_names(newest: QuerySet[Entry], limit: int) -> QuerySet[Any, Any]:
    """The first `limit` of these entries and all names they need, as one query that the caller prepares.

    Read its rows with `apart`.
    """

    def taken(column: Any) -> Any:
        return newest.values_list(column)[:limit]

    columns_of = {"person": "actor", "initiative": "thread"}
    ids = {noun: taken(columns_of.get(noun, "subject")) for noun in NAMED if noun != "seat"}
    seats = [{"seat": taken(one)} for one in ("seat", *(KeyTextTransform(key, "data") for key in SEATS))]
    entries: QuerySet[Any, Any] = Entry.objects.filter(pk__in=taken("pk")).annotate(
        _noun=Value(_ENTRY, output_field=CharField()), _data=Cast("data", TextField())
    )
    names = [_of_noun(noun, some, _BLANK) for some in (ids, *seats) for noun in some]
    columns = ("_noun", "subject", "kind", "thread", "pk", "actor", "seat", "half", "at", "_data")
    return entries.values_list(*columns).union(*names, all=True)


def apart(rows: Iterable[Row]) -> tuple[list[Entry], Names]:
    """Split rows of `newest_with_names` into the entries, newest first, and the names."""
    entries, names = [], {}
    for noun, key, name, more, number, *rest in rows:
        if noun != _ENTRY:
            names[noun, key] = (name, more, number)
            continue
        actor, seat, half, at, data = rest
        who = {"actor": actor, "seat": seat, "half": half}
        told = {"subject": key, "kind": name, "thread": more, "data": json.loads(data)}
        entries.append(Entry(pk=number, at=at, public=True, **who, **told))
    entries.sort(key=lambda one: (one.at, one.pk), reverse=True)
    return entries, Names(names)


_ENTRY = "entry"
# The columns that only entries have, in the order of `newest_with_names`.
_BLANK: dict[str, Any] = {f"_{key}": Value("", output_field=TextField()) for key in ("actor", "seat", "half")}
_BLANK |= {"_at": Cast(Value(None), DateTimeField()), "_data": Value("", output_field=TextField())}


def _all(**ids: list[str]) -> QuerySet[Any, Any]:
    first, *others = (_of_noun(noun, ids) for noun in NAMED)
    everything: QuerySet[Any, Any] = first.union(*others, all=True)
    return everything


def _of_noun(key: str, ids: Mapping[str, Any], blank: Mapping[str, Any] | None = None) -> Any:
    """The names of the rows of this noun with these public ids, followed by `blank` columns."""
    noun = NOUNS[key]
    shape = {
        "_noun": Value(key, output_field=CharField()),
        "_id": F(noun.code),
        "_name": Cast(Left(noun.name, 2 * SHORT) if noun.is_long else F(noun.name), CharField()),
        "_more": _more(noun),
        "_bits": _acted(noun),
    } | dict(blank or {})
    rows = apps.get_model(noun.model)._default_manager.filter(**{f"{noun.code}__in": ids[key]})
    return rows.annotate(**shape).values_list(*shape)


def _more(noun: Noun) -> Any:
    if not noun.more:
        return Value("", output_field=CharField())
    return Coalesce(Cast(F(noun.more), CharField()), Value(""), output_field=CharField())


_ALL = Prepared(_all, lists=NAMED)
