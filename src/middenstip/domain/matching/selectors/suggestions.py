"""What may help a person."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F, Q

from middenstip.domain.initiatives.lifecycle import LEARNING, STOPPED
from middenstip.domain.matching.lifecycle import LISTED
from middenstip.domain.matching.models import Suggestion

MOST = 20
_AROUND = (
    "own_listing__initiative",
    "own_initiative",
    "listing__area",
    "listing__person",
    "listing__seat__side__organisation",
    "initiative__area",
    "initiative__initiator",
)


def suggestion_by_id(public_id: str) -> Suggestion | None:
    """One suggestion with both things; None when there is none. One query."""
    return Suggestion.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def suggestions_for(person: int, on: date) -> list[Suggestion]:
    """What this person (a key) has not answered yet, newest first. One query.

    Only things that can be found today: nothing that is hidden, closed or withdrawn meanwhile.
    """
    rows = Suggestion.objects.filter(person=person, answer="").filter(_is_there(on))
    return list(rows.select_related(*_AROUND).order_by("-made_at", "pk")[:MOST])


def new_since(person: int, since: datetime) -> int:
    """How many suggestions this person (a key) got since this moment."""
    return Suggestion.objects.filter(person=person, made_at__gte=since).count()


def _is_there(on: date) -> Q:
    listed = Q(
        listing__hidden__isnull=True,
        listing__state__in=LISTED,
        listing__until_on__gte=on,
        listing__person__erased_at=None,
    )
    runs = Q(
        initiative__hidden__isnull=True,
        initiative__submitted_at__isnull=False,
        initiative__initiator__erased_at=None,
    )
    runs &= ~Q(initiative__stage__in=(LEARNING, STOPPED))
    own = Q(own_listing__state__in=LISTED, own_listing__until_on__gte=on, own_listing__person=F("person"))
    mine = Q(own_initiative__initiator=F("person"), own_initiative__submitted_at__isnull=False)
    return (Q(listing__isnull=False) & listed | Q(initiative__isnull=False) & runs) & (own | mine)
