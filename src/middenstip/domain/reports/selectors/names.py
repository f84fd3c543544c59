"""Names by public id, looked up when somebody reads: the journal itself holds none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Left
from django.utils.translation import gettext

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Organisation, Person, Seat
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.journal.models import Entry
from middenstip.kernel.half import bits_of
from middenstip.kernel.prepared import Prepared

GONE = "iemand die wegging"
SHORT = 90  # an agreement may be 1,000 characters; a sentence shows its beginning
NOUNS = ("person", "seat", "organisation", "initiative", "goal", "agreement")
_SEATS = ("seat", "broker")


@dataclass(frozen=True)
class Names:
    """What the ids in some entries are called: (noun, public id) to (name, more).

    more: of a person "gone" when erased, of a seat its organisation, of an agreement its last day.
    """

    rows: dict[tuple[str, str], tuple[str, str]]
    signers: dict[str, int]  # agreement to the halves that signed, as bits

    def name(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), ("", ""))[0]

    def more(self, noun: str, public_id: str) -> str:
        return self.rows.get((noun, public_id), ("", ""))[1]

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
    """Every name these entries need. One query, and one more when an agreement was made."""
    ids: dict[str, set[str]] = defaultdict(set)
    made = set()
    for entry in entries:
        ids["person"].add(entry.actor)
        ids["seat"] |= {entry.seat, *(str(entry.data.get(key, "")) for key in _SEATS)}
        ids["initiative"].add(entry.thread)
        ids[entry.kind.partition(".")[0]].add(entry.subject)
        if entry.kind == "agreement.made":
            made.add(entry.subject)
    wanted = {noun: ids[noun] - {""} for noun in NOUNS}
    rows = {(noun, key): (name, more) for noun, key, name, more in _ALL.rows(**wanted)}
    return Names(rows, _signers(made))


def _all(**ids: list[str]) -> QuerySet[Any, Any]:
    gone = Cast(F("erased_at"), CharField())
    people: QuerySet[Any, Any] = _named(Person, "person", ids, F("name"), gone)
    return people.union(
        _named(Seat, "seat", ids, F("title"), F("side__organisation__name")),
        _named(Organisation, "organisation", ids, F("name")),
        _named(Initiative, "initiative", ids, F("title"), F("origin_half")),
        _named(Goal, "goal", ids, F("title")),
        _named(Agreement, "agreement", ids, Left("what", SHORT + 1), Cast(F("due_on"), CharField())),
        all=True,
    )


def _named(model: Any, noun: str, ids: dict[str, list[str]], name: Any, more: Any = None) -> Any:
    return (
        model.objects.filter(public_id__in=ids[noun])
        .annotate(
            _noun=Value(noun, output_field=CharField()),
            _name=Cast(name, CharField()),
            _more=Coalesce(more, Value(""), output_field=CharField()) if more else Value(""),
        )
        .values_list("_noun", "public_id", "_name", "_more")
    )


_ALL = Prepared(_all, lists=NOUNS)


def _signers(agreements: set[str]) -> dict[str, int]:
    if not agreements:
        return {}
    signers: dict[str, int] = defaultdict(int)
    signed = Signature.objects.filter(agreement__public_id__in=agreements, at__isnull=False)
    for agreement, half in signed.values_list("agreement__public_id", "seat__half"):
        signers[agreement] |= bits_of([half])
    return signers
