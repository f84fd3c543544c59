"""Reads about people and their hats."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from middenstip.domain.parties.models import Follow, Grant, Membership, Person, Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.verdict import NotNow

DEMO_DOMAIN = "@demo.middenstip.example"

_HAT = (
    "seat_id",
    "seat__public_id",
    "seat__half",
    "seat__title",
    "seat__side__organisation__name",
    "seat__grants__role",
    "seat__grants__area__code",
    "seat__grants__area_id",
    "seat__grants__from_on",
    "seat__grants__until_on",
    "from_on",
    "until_on",
)


def _with_hats(person: int) -> QuerySet[Person]:
    sits = {f"hat_{name}": F(f"memberships__{name}") for name in _HAT}
    return Person.objects.filter(pk=person).annotate(**sits).order_by("memberships")


_PERSON = Prepared(_with_hats, keys=["person"])
_SEAT = Prepared(
    lambda public_id: Seat.objects.select_related("side__organisation", "area").filter(public_id=public_id),
    texts=["public_id"],
)


def person_with_hats(person: int) -> Person | None:
    """Who has this key, with `hat_rows` for `hats_of_person`. One query: a row per seat and role."""
    rows: list[Person] = _PERSON.things(person=person)
    if not rows:
        return None
    hats = [tuple(getattr(row, f"hat_{name}") for name in _HAT) for row in rows]
    rows[0].hat_rows = [hat for hat in hats if hat[0]]
    return rows[0]


def hats_of_person(person: Person, on: date) -> list[Actor]:
    """Every seat this person sits in today, as actors, oldest first.

    No query when the person was read by `person_with_hats`, else one.
    """
    known = person if person.hat_rows is not None else person_with_hats(person.pk)
    hats: dict[int, Actor] = {}
    for row in (known and known.hat_rows) or ():
        seat, seat_id, half, title, organisation, role, code, area, start, end, sat, left = row
        if on < sat or (left is not None and left <= on):
            continue
        grants = hats[seat].grants if seat in hats else frozenset()
        if role and start <= on and (end is None or on < end) and (code or area is None):
            grants |= {(role, code or "")}
        label = f"{title}, {organisation}" if organisation else title
        hats[seat] = Actor(person.pk, person.public_id, seat, seat_id, Half(half), person.name, label, grants)
    return list(hats.values())


def seat_by_id(public_id: str) -> Seat | None:
    """One seat with its organisation and area."""
    found: list[Seat] = _SEAT.things(public_id=public_id)
    return found[0] if found else None


def seats_with_role(role: str, area_codes: list[str], on: date) -> list[Seat]:
    """The seats that hold `role` in one of these areas (or everywhere) today."""
    held = seats_holding(role, area_codes, on)
    return list(held.select_related("side__organisation", "area").distinct().order_by("pk"))


def seats_holding(role: str, area_codes: list[str], on: date) -> QuerySet[Seat]:
    """The same to build on; a seat with the role in two of the areas is there twice."""
    return Seat.objects.filter(_holding(role, area_codes, on))


def holds_role(seat: int, role: str, area_codes: list[str], on: date) -> bool:
    """Whether this seat (a key) holds `role` in one of these areas (or everywhere) today. One query."""
    return seats_holding(role, area_codes, on).filter(pk=seat).exists()


def grants_around(areas: list[int], inside: int, on: date) -> list[dict[str, Any]]:
    """The roles that count today in these areas (keys) or everywhere, and in what lies in `inside`.

    Flat dicts: key, role, from when, where, the seat and who sits in it ("" for nobody). One query.
    """
    here = Q(area=None) | Q(area__in=areas) | Q(area__municipality=inside) | Q(area__district=inside)
    rows = Grant.objects.filter(here, on_day(on)).order_by("role", "area__name", "from_on", "pk")
    names = ("pk", "role", "from_on", "area__name", "seat__half", "seat__title")
    return list(
        rows.values(*names, organisation=F("seat__side__organisation__name"), name=sitter("seat", on))
    )


def grant_by_key(key: int) -> Grant | None:
    return Grant.objects.select_related("seat__side__organisation").filter(pk=key).first()


def sitting_in(seats: list[int], on: date) -> dict[int, list[Person]]:
    """Who sits in these seats today: seat key to people."""
    found: dict[int, list[Person]] = {seat: [] for seat in seats}
    rows = Membership.objects.filter(on_day(on), seat__in=seats).select_related("person").order_by("pk")
    for row in rows:
        found[row.seat_id].append(row.person)
    return found


def working(role: str, on: date) -> QuerySet[Membership]:
    """Who sits on a day in a seat that holds `role` then, wherever that is."""
    return Membership.objects.filter(on_day(on), on_day(on, "seat__grants__"), seat__grants__role=role)


def is_only_one(person: int, role: str, on: date) -> bool:
    """Whether this person holds a role, anywhere, and nobody else does."""
    return set(working(role, on).values_list("person", flat=True)) == {person}


def holder_of(seat: str, on: date, role: str = "") -> Subquery:
    """The name of who sits in the seat (a column of the outer query) on a day; None when nobody does.

    With a role: nobody does either when the seat does not hold it any more.
    """
    sits = working(role, on) if role else Membership.objects.filter(on_day(on))
    return Subquery(sits.filter(seat=OuterRef(seat)).order_by("pk").values("person__name")[:1])


def sitter(seat: str, on: date, role: str = "") -> Coalesce:
    """The same; "" when nobody does."""
    return Coalesce(holder_of(seat, on, role), Value(""))


def party_in(seat: str, on: date) -> Coalesce:
    """A side of a promise: the organisation of the seat, or else who sits there on a day; "" for neither."""
    return Coalesce(F(f"{seat}__side__organisation__name"), holder_of(seat, on), Value(""))


def person_by_email(email: str) -> Person | None:
    return Person.objects.filter(email=email.strip().lower()).first()


def follows(person: int, kind: str, target: str) -> bool:
    return Follow.objects.filter(person=person, kind=kind, target=target).exists()


def _holding(role: str, area_codes: list[str], on: date) -> Q:
    held = Q(grants__role=role) & on_day(on, "grants__")
    return held & (Q(grants__area=None) | Q(grants__area__code__in=area_codes))


def on_day(on: date, to: str = "") -> Q:
    """The memberships or grants that count on this day: the last day is not included."""
    return Q(**{f"{to}from_on__lte": on}) & (Q(**{f"{to}until_on": None}) | Q(**{f"{to}until_on__gt": on}))


def sits_in(person: int, seats: list[int], on: date) -> bool:
    """Whether this person sits in one of these seats (all keys) on a day. One query."""
    return Membership.objects.filter(on_day(on), person=person, seat__in=seats).exists()


def hold_person(person: int) -> Person:
    """The person (a key), locked until what they do now is done: wiping waits. `NotNow` for who is wiped."""
    held = Person.objects.select_for_update(no_key=True).get(pk=person)
    if held.erased_at:
        raise NotNow("Je gegevens zijn gewist.")
    return held


def hold_seat(person: int, seat: int, on: date) -> Seat:
    """Keep somebody in the seat (both keys) in which they begin something, until that is done. One query.

    Getting up waits for it, and what follows from that comes later: nothing is left that waits for who is
    gone. Raises `NotNow` for who got up meanwhile.
    """
    sits = Membership.objects.filter(on_day(on), person=person, seat=seat).order_by("pk")
    held = sits.select_related("seat").select_for_update(of=("self",), no_key=True).first()
    if held is None:
        raise NotNow("Je zit niet meer in deze zetel.")
    return held.seat


def strangers(before: datetime) -> QuerySet[Person]:
    """Who gave an e-mail address before this moment, never came in, and sits only in a seat of their own."""
    never = Person.objects.filter(last_login=None, email__isnull=False, joined_at__lt=before)
    invited = Membership.objects.filter(person=OuterRef("pk"), seat__side__isnull=False)
    return never.exclude(Exists(invited)).order_by("joined_at", "pk")


def people_in_demo() -> list[dict[str, str]]:
    """The invented people that a demo visitor may step into: those with a reserved e-mail address."""
    rows = (
        Membership.objects.filter(until_on=None, person__email__endswith=DEMO_DOMAIN)
        .select_related("person", "seat__side__organisation")
        .order_by("person_id", "pk")
    )
    cast: dict[str, dict[str, str]] = {}
    for row in rows:
        one = {"id": row.person.public_id, "name": row.person.name, "half": row.seat.half}
        cast.setdefault(row.person.public_id, one | {"label": row.seat.label})
    return list(cast.values())
