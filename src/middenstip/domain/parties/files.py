"""The portrait of a person and the logo of an organisation."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.parties.models import Organisation, Person, Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict, no


def _person(public_id: str) -> Person | None:
    return Person.objects.filter(public_id=public_id, erased_at=None).first()


def _people(ids: Collection[str]) -> set[str]:
    return set(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", flat=True))


def _organisation(public_id: str) -> Organisation | None:
    return Organisation.objects.filter(public_id=public_id).first()


def _organisations(ids: Collection[str]) -> set[str]:
    return set(Organisation.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _everybody(reader: Reader, thing: object) -> Verdict:
    return YES


def _is_self(by: Actor, person: Person) -> Verdict:
    return YES if by.person_id == person.pk else no("Alleen jij zet een foto bij je eigen naam.")


def _sits_there(by: Actor, organisation: Organisation) -> Verdict:
    """Whether the hat of this actor is a seat of the organisation. One query."""
    if Seat.objects.filter(pk=by.seat_id, side__organisation=organisation).exists():
        return YES
    return no("Een logo plaatst wie een zetel heeft bij deze organisatie.")


def _nowhere(thing: object) -> Mapping[str, str]:
    return {}


HOLDERS = (
    Holder(
        noun="person",
        find=_person,
        existing=_people,
        may_read=_everybody,
        may_add=_is_self,
        path=lambda person: "/mijn/",
        name=lambda person: person.shown_name,
        where=_nowhere,
        is_portrait=True,
    ),
    Holder(
        noun="organisation",
        find=_organisation,
        existing=_organisations,
        may_read=_everybody,
        may_add=_sits_there,
        path=lambda organisation: f"/partij/{organisation.public_id}/",
        name=lambda organisation: organisation.name,
        where=_nowhere,
        is_portrait=True,
    ),
)
