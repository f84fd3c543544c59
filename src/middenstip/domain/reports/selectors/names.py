"""Names by public id, looked up when somebody reads: the journal itself holds none."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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
from django.utils.translation import gettext

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Organisation, Person, Seat
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half
from middenstip.kernel.prepared import Prepared, Row

GONE = "iemand die wegging"
SHORT = 90  # an agreement may be 1,000 characters; a sentence shows its beginning
_SEATS = ("seat", "broker")
_NOTHING = ("", "", 0)


def shortened(promise: str) -> str:
    """What was promised, as the end of a sentence: one line, its beginning when it is long."""
    line = " ".join(promise.split())
    return line.rstrip(".") if len(line) <= SHORT else line[:SHORT].rstrip() + "…"


def somebody(title: str) -> str:
    """Whoever has this function, where there is no organisation to name: *een bewoner van Lettele*."""
    alone = not title or title.startswith("iemand")
    return title if alone else gettext("een %(title)s") % {"title": title}


@dataclass(frozen=True)
class Names:
    """What the ids in some entries are called: (noun, public id) to (name, more, halves).

    more: of a person "gone" when erased, of a seat its organisation, of an agreement its last day.
    halves: of an agreement the halves that signed it, as bits.
    """

    rows: dict[tuple[str, str], tuple[str, str, int]]

    def name(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), _NOTHING)[0]

    def more(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), _NOTHING)[1]

    def signers(self, agreement: str) -> int:
        return self.rows.get(("agreement", agreement), _NOTHING)[2]

    def who(self, person: str, seat: str) -> str:
        """*Ilse (gemeente Deventer)*, *Marijke*, or *iemand die wegging*."""
        if self.more("person", person):
            return gettext(GONE)
        organisation = self.more("seat", seat)
        name = self.name("person", person) or gettext("iemand")
        return f"{name} ({organisation})" if organisation else name

    def seat(self, seat: str) -> str:
        """*hoofd Groen van gemeente Deventer*, or *een bewoner van Lettele*."""
        title, organisation = self.name("seat", seat), self.more("seat", seat)
        if organisation:
            return gettext("%(title)s van %(organisation)s") % {"title": title, "organisation": organisation}
        return somebody(title)

    def thing(self, noun: str, public_id: str) -> str:
        """The name of an initiative, goal or agreement, shortened."""
        name = self.name(noun, public_id)
        return shortened(name) if noun == "agreement" else name


def names_in(entries: Iterable[Entry]) -> Names:
    """Every name these entries need. One query."""
    ids: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        ids["person"].add(entry.actor)
        ids["seat"] |= {entry.seat, *(str(entry.data.get(key, "")) for key in _SEATS)}
        ids["initiative"].add(entry.thread)
        ids[entry.kind.partition(".")[0]].add(entry.subject)
    wanted = {noun: ids[noun] - {""} for noun in NOUNS}
    return Names({(noun, key): (name, more, bits) for noun, key, name, more, bits in _ALL.rows(**wanted)})


def signed_halves() -> Any:
    """The halves that signed an agreement, as bits: an annotation."""
    signed = Signature.objects.filter(agreement=OuterRef("pk"), at__isnull=False)
    first, *others = (
        Case(When(Exists(signed.filter(seat__half=half.value)), then=Value(half.bit)), default=Value(0))
        for half in Half
    )
    return sum(others, first)


def newest_with_names(newest: QuerySet[Entry], limit: int) -> QuerySet[Any, Any]:
    """The first `limit` of these entries, and every name they need: one query, to be prepared.

    Read its rows with `apart`.
    """

    def taken(column: Any) -> Any:
        return newest.values_list(column)[:limit]

    ids = {"person": taken("actor"), "initiative": taken("thread")}
    ids |= dict.fromkeys(("organisation", "goal", "agreement"), taken("subject"))
    seats = [{"seat": taken(one)} for one in ("seat", *(KeyTextTransform(key, "data") for key in _SEATS))]
    entries: QuerySet[Any, Any] = Entry.objects.filter(pk__in=taken("pk")).annotate(
        _noun=Value(_ENTRY, output_field=CharField()), _data=Cast("data", TextField())
    )
    names = [_of_noun(noun, some, _BLANK) for some in (ids, *seats) for noun in some]
    columns = ("_noun", "subject", "kind", "thread", "pk", "actor", "seat", "half", "at", "_data")
    return entries.values_list(*columns).union(*names, all=True)


def apart(rows: Iterable[Row]) -> tuple[list[Entry], Names]:
    """Rows of `newest_with_names`: the entries, newest first, and the names."""
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
# What an entry has and a name has not, in the order of `newest_with_names`.
_BLANK: dict[str, Any] = {f"_{key}": Value("", output_field=TextField()) for key in ("actor", "seat", "half")}
_BLANK |= {"_at": Cast(Value(None), DateTimeField()), "_data": Value("", output_field=TextField())}


def _all(**ids: list[str]) -> QuerySet[Any, Any]:
    first, *others = (_of_noun(noun, ids) for noun in NOUNS)
    everything: QuerySet[Any, Any] = first.union(*others, all=True)
    return everything


def _of_noun(noun: str, ids: Mapping[str, Any], blank: Mapping[str, Any] | None = None) -> Any:
    """The names of the rows of this noun with these public ids, with `blank` columns behind them."""
    model, name, more, bits = _SHAPES[noun]
    shape = {
        "_noun": Value(noun, output_field=CharField()),
        "_name": Cast(name, CharField()),
        "_more": Coalesce(more, Value(""), output_field=CharField()),
        "_bits": bits,
    } | dict(blank or {})
    rows = model.objects.filter(public_id__in=ids[noun]).annotate(**shape)
    return rows.values_list("_noun", "public_id", "_name", "_more", "_bits", *(blank or ()))


_NO_BITS = Value(0)
_SHAPES: dict[str, tuple[Any, Any, Any, Any]] = {
    "person": (Person, F("name"), Cast(F("erased_at"), CharField()), _NO_BITS),
    "seat": (Seat, F("title"), F("side__organisation__name"), _NO_BITS),
    "organisation": (Organisation, F("name"), Value(""), _NO_BITS),
    "initiative": (Initiative, F("title"), F("origin_half"), _NO_BITS),
    "goal": (Goal, F("title"), Value(""), _NO_BITS),
    "agreement": (Agreement, Left("what", 2 * SHORT), Cast(F("due_on"), CharField()), signed_halves()),
}
NOUNS = tuple(_SHAPES)
_ALL = Prepared(_all, lists=NOUNS)
