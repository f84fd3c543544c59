"""All data about one person, to download (AVG art. 15 and 20), collected from the rooms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from middenstip.domain.parties.models import Membership, Person
from middenstip.domain.rooms import ROOMS
from middenstip.kernel.face import Kept

KEPT: tuple[Kept, ...] = tuple(kept for room in ROOMS for kept in room.kept)


def my_data(person: Person, kept: Sequence[Kept] = KEPT) -> dict[str, Any]:
    """Plain values with Dutch keys, ready for JSON; moments as ISO 8601. One query, plus one per `kept`."""
    own = own_seats(person)
    told: dict[str, Any] = {"naam": person.name, "e-mail": person.email, "sinds": _plain(person.joined_at)}
    return told | {one.word: [_values(one, row) for row in rows_of(one, person, own)] for one in kept}


def own_seats(person: Person) -> list[int]:
    """The person's own seats (keys). Acts in other seats belong to those seats, not to the person."""
    return list(Membership.objects.filter(person=person, seat__side=None).values_list("seat", flat=True))


def rows_of(kept: Kept, person: Person, own: Sequence[int]) -> QuerySet[Any]:
    """The rows about this person, with these own seats, in the order in which they were written."""
    rows = apps.get_model(kept.model)._default_manager.all()
    along = {path.rpartition("__")[0] for path in kept.columns.values()} - {""} | {*kept.with_}
    if along:  # without a name Django would load every relation
        rows = rows.select_related(*along)
    mine = {kept.path: person} if kept.of == "person" else {f"{kept.path}__in": own}
    found: QuerySet[Any] = rows.filter(**mine).order_by("pk")
    return found


def _values(kept: Kept, row: Any) -> dict[str, Any]:
    return {word: _plain(_at_the_end(row, path)) for word, path in kept.columns.items()}


def _at_the_end(value: Any, path: str) -> Any:
    """The value at the end of this path; None when a part of the path is None."""
    for name in path.split("__"):
        value = getattr(value, name, None)
    return value


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
