"""Names by public id, looked up when somebody reads: the journal itself holds none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Left
from django.utils.translation import gettext

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Organisation, Person, Seat
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half
from middenstip.kernel.prepared import Prepared

GONE = "iemand die wegging"
SHORT = 90  # an agreement may be 1,000 characters; a sentence shows its beginning
NOUNS = ("person", "seat", "organisation", "initiative", "goal", "agreement")
_SEATS = ("seat", "broker")
_NOTHING = ("", "", 0)


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
        alone = not title or title.startswith("iemand")
        return title if alone else gettext("een %(title)s") % {"title": title}

    def thing(self, noun: str, public_id: str) -> str:
        """The name of an initiative, goal or agreement, shortened."""
        name = self.name(noun, public_id)
        if noun == "agreement":
            name = name.rstrip(".") if len(name) <= SHORT else name[:SHORT].rstrip() + "…"
        return name


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


def _all(**ids: list[str]) -> QuerySet[Any, Any]:
    gone = Cast(F("erased_at"), CharField())
    people: QuerySet[Any, Any] = _named(Person, "person", ids, F("name"), gone)
    return people.union(
        _named(Seat, "seat", ids, F("title"), F("side__organisation__name")),
        _named(Organisation, "organisation", ids, F("name")),
        _named(Initiative, "initiative", ids, F("title"), F("origin_half")),
        _named(Goal, "goal", ids, F("title")),
        _named(
            Agreement,
            "agreement",
            ids,
            Left("what", SHORT + 1),
            Cast(F("due_on"), CharField()),
            signed_halves(),
        ),
        all=True,
    )


def _named(
    model: Any, noun: str, ids: dict[str, list[str]], name: Any, more: Any = None, bits: Any = None
) -> Any:
    return (
        model.objects.filter(public_id__in=ids[noun])
        .annotate(
            _noun=Value(noun, output_field=CharField()),
            _name=Cast(name, CharField()),
            _more=Coalesce(more, Value(""), output_field=CharField()) if more else Value(""),
            _bits=bits or Value(0),
        )
        .values_list("_noun", "public_id", "_name", "_more", "_bits")
    )


_ALL = Prepared(_all, lists=NOUNS)
