"""Queries about people and their hats."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.models import (
    Application,
    Follow,
    Grant,
    Membership,
    PendingClaim,
    Person,
    Profile,
    Seat,
)
from middenstip.domain.parties.rules import ADMIN, MANAGER
from middenstip.kernel import typed
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


def with_hats(person: int) -> QuerySet[Person]:
    """A row per hat and role of this person (a key); `person_with_hats` reads them."""
    sits = {f"hat_{name}": F(f"memberships__{name}") for name in _HAT}
    return Person.objects.filter(pk=person).annotate(**sits).order_by("memberships")


_PERSON = Prepared(with_hats, keys=["person"])
_SEAT = Prepared(
    lambda public_id: Seat.objects.select_related("side__organisation", "area").filter(public_id=public_id),
    texts=["public_id"],
)


def person_with_hats(person: int, query: Prepared = _PERSON) -> Person | None:
    """The person with this key, with `hat_rows` for `hats_of_person`; None when unknown. One query.

    `query` is `with_hats`, or the same with more columns.
    """
    rows: list[Person] = query.things(person=person)
    if not rows:
        return None
    hats = [tuple(getattr(row, f"hat_{name}") for name in _HAT) for row in rows]
    rows[0].hat_rows = [hat for hat in hats if hat[0]]
    return rows[0]


def hats_of_person(person: Person, on: date) -> list[Actor]:
    """Every seat this person sits in on this day, as actors, oldest first.

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
    """One seat with its organisation and area; None when there is none."""
    found: list[Seat] = _SEAT.things(public_id=public_id)
    return found[0] if found else None


def profile_of(person: int) -> Profile | None:
    """What this person (a key) shows of themselves; None when nothing. One query."""
    return Profile.objects.filter(person=person).first()


def profile_by_id(public_id: str) -> Profile | None:
    """The same with its person, by the public id of the person. One query."""
    rows = Profile.objects.select_related("person")
    return rows.filter(person__public_id=public_id, person__erased_at=None).first()


def seats_of(person: int, on: date) -> list[Seat]:
    """The seats of this person (a key) that count for their half on a day. One query."""
    sits = Membership.objects.filter(on_day(on), person=person).values("seat")
    seats = Seat.objects.filter(pk__in=sits, confirmed_at__isnull=False)
    return list(seats.select_related("side__organisation").order_by("pk"))


def people_of(organisation: str, on: date, limit: int) -> list[dict[str, Any]]:
    """The functions of an organisation (a public id) that somebody has on a day, at most `limit`. One query.

    Flat dicts: title, half, and the name and `shown_id` of who sits there, "" unless their profile shows it.
    """
    sits = Membership.objects.filter(on_day(on), seat__side__organisation__public_id=organisation)
    shown = Q(person__profile__seats=True)
    rows = sits.filter(seat__confirmed_at__isnull=False).annotate(
        shown_name=Case(When(shown, then="person__name"), default=Value("")),
        shown_id=Case(When(shown, then="person__public_id"), default=Value("")),
    )
    columns = {"title": F("seat__title"), "half": F("seat__half"), "name": F("shown_name")}
    named: QuerySet[Any, Any] = rows.order_by("seat__title", "pk").values("shown_id", **columns)
    return list(named[:limit])


def seats_with_role(role: str, area_codes: list[str], on: date) -> list[Seat]:
    """The seats that hold `role` in one of these areas (or everywhere) today."""
    held = seats_holding(role, area_codes, on)
    return list(held.select_related("side__organisation", "area").distinct().order_by("pk"))


def seats_holding(role: str, area_codes: list[str], on: date) -> QuerySet[Seat]:
    """The same as a query to extend; a seat with the role in two of the areas is in it twice."""
    return Seat.objects.filter(_holding(role, area_codes, on))


def holds_role(seat: int, role: str, area_codes: list[str], on: date) -> bool:
    """Whether this seat (a key) holds `role` in one of these areas (or everywhere) today. One query."""
    return seats_holding(role, area_codes, on).filter(pk=seat).exists()


def grants_around(areas: list[int], inside: int, on: date) -> list[dict[str, Any]]:
    """The roles valid on this day in these areas (keys) or everywhere, and in the areas inside `inside`.

    Flat dicts: key, role, start, area, seat, and the person in it ("" when empty). One query.
    """
    here = Q(area=None) | Q(area__in=areas) | Q(area__municipality=inside) | Q(area__district=inside)
    rows = Grant.objects.filter(here, on_day(on)).order_by("role", "area__name", "from_on", "pk")
    names = ("pk", "role", "from_on", "area__name", "seat__half", "seat__title")
    return list(
        rows.values(*names, organisation=F("seat__side__organisation__name"), name=sitter("seat", on))
    )


def grants_everywhere(words: str, before: int | None, on: date, limit: int) -> list[dict[str, Any]]:
    """The roles valid on this day in all areas, newest first, as flat dicts. One query.

    `words` are part of a name, function or organisation; `before` is the key that the page before ended with.
    """
    rows = Grant.objects.filter(on_day(on)).order_by("-pk")
    if before:
        rows = rows.filter(pk__lt=before)
    if words:
        sits = Membership.objects.filter(on_day(on), seat=OuterRef("seat"), person__name__icontains=words)
        organisation = Q(seat__side__organisation__name__icontains=words)
        rows = rows.filter(Q(seat__title__icontains=words) | organisation | Exists(sits))
    names = ("pk", "role", "from_on", "area__name", "area__code", "seat__area__code", "seat__half")
    named = rows.values(
        *names, "seat__title", organisation=F("seat__side__organisation__name"), name=sitter("seat", on)
    )
    return list(named[:limit])


def grant_by_key(key: int) -> Grant | None:
    return Grant.objects.select_related("seat__side__organisation").filter(pk=key).first()


def sitting_in(seats: list[int], on: date) -> dict[int, list[Person]]:
    """The people in these seats on a day, by the key of the seat."""
    found: dict[int, list[Person]] = {seat: [] for seat in seats}
    rows = (
        Membership.objects.filter(on_day(on), seat__in=seats)
        .select_related("person__pending_address")
        .order_by("pk")
    )
    for row in rows:
        found[row.seat_id].append(row.person)
    return found


def working(role: str, on: date) -> QuerySet[Membership]:
    """The memberships on a day, in seats that hold `role` on that day, in any area."""
    return Membership.objects.filter(on_day(on), on_day(on, "seat__grants__"), seat__grants__role=role)


def is_only_one(person: int, role: str, on: date) -> bool:
    """Whether this person is the only one with this role, in all areas."""
    return set(working(role, on).values_list("person", flat=True)) == {person}


def holder_of(seat: str, on: date, role: str = "") -> Subquery:
    """The name of the person in the seat (a column of the outer query) on a day; None when it is empty.

    With a role: also None when the seat does not hold that role on that day.
    """
    sits = working(role, on) if role else Membership.objects.filter(on_day(on))
    return Subquery(sits.filter(seat=OuterRef(seat)).order_by("pk").values("person__name")[:1])


def sitter(seat: str, on: date, role: str = "") -> Coalesce:
    """The same, with "" for None."""
    return Coalesce(holder_of(seat, on, role), Value(""))


def party_in(seat: str, on: date) -> Coalesce:
    """Display name of one side of an agreement: the organisation, else the person in the seat, else ""."""
    return Coalesce(F(f"{seat}__side__organisation__name"), holder_of(seat, on), Value(""))


def person_at(email: str) -> Person | None:
    """Whose mailbox this is: the one person who proved this address, as first or as second address.

    The only way from an address to a person, for logging in, joining, the desk, roles and erasing. One query.
    """
    address = typed.address(email)
    second = EmailAddress.objects.filter(user=OuterRef("pk"), email=address, verified=True)
    return Person.objects.filter(Q(email=address) | Exists(second)).first() if address else None


def expected_at(email: str) -> Person | None:
    """The person whom others named with this address, and who has not proven it yet."""
    return Person.objects.filter(pending_address__email=typed.address(email)).first()


def waits_at(email: str, at: datetime) -> bool:
    """Whether a code opens a door for this address: a person has it, was named with it, or is asked."""
    if (known := person_at(email)) is not None:
        return known.is_active
    typed_in = PendingClaim.objects.filter(visitor="", email=typed.address(email), until__gt=at)
    return expected_at(email) is not None or typed_in.exists()


def claims_to_ask(person: Person, at: datetime) -> list[PendingClaim]:
    """What a handler typed in for this person, who was not asked yet whether it is theirs. One query."""
    asked = PendingClaim.objects.filter(visitor="", until__gt=at)
    second = EmailAddress.objects.filter(user=person, email=OuterRef("email"), verified=True)
    return list(asked.filter(Q(email=person.email) | Exists(second)).order_by("pk"))


def follows(person: int, kind: str, target: str) -> bool:
    return Follow.objects.filter(person=person, kind=kind, target=target).exists()


def _holding(role: str, area_codes: list[str], on: date) -> Q:
    held = Q(grants__role=role) & on_day(on, "grants__")
    return held & (Q(grants__area=None) | Q(grants__area__code__in=area_codes))


def on_day(on: date, to: str = "") -> Q:
    """The condition for memberships or grants that are valid on this day; their last day is exclusive."""
    return Q(**{f"{to}from_on__lte": on}) & (Q(**{f"{to}until_on": None}) | Q(**{f"{to}until_on__gt": on}))


AROUND = ("area__district", "area__municipality", "side__organisation")


def speaks_for(seat: Seat, on: date) -> QuerySet[Seat]:
    """The seats that may confirm this seat: they count for the same half, in its area or around it, and
    somebody sits in them on this day."""
    return speaking(seat.area, seat.half, on).exclude(pk=seat.pk)


def speaking(area: Area, half: str, on: date) -> QuerySet[Seat]:
    """The seats that count for this half in this area or around it, with somebody in them on this day."""
    around = [key for key in (area.pk, area.district_id, area.municipality_id) if key]
    sits = Membership.objects.filter(on_day(on)).values("seat")
    return Seat.objects.filter(area__in=around, half=half, confirmed_at__isnull=False, pk__in=sits)


def confirmers_of(seat: Seat, on: date) -> list[int]:
    """The keys of the seats that may confirm this seat: those that speak for its half, and administrators."""
    codes = [area.code for area in (seat.area, seat.area.district, seat.area.municipality) if area]
    found = {one.pk for one in seats_with_role(ADMIN, codes, on)}
    return sorted(found | set(speaks_for(seat, on).values_list("pk", flat=True)))


def application_by_id(public_id: str) -> Application | None:
    """One application with its area and person; None when there is none. One query."""
    rows = Application.objects.select_related(
        "area__district", "area__municipality", "person__pending_address", "seat__side__organisation"
    )
    return rows.filter(public_id=public_id).first()


def applications_waiting(before: int | None, limit: int) -> list[Application]:
    """The applications that wait for an answer, newest first. One query."""
    rows = Application.objects.filter(state=Application.ASKED).select_related("area", "person")
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:limit])


def deciders_of(application: Application, on: date) -> list[int]:
    """The keys of the seats that may decide about this application, without those of the applicant."""
    area = application.area
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    found = set(speaking(area, application.half, on).values_list("pk", flat=True))
    found |= {one.pk for one in seats_with_role(ADMIN, codes, on)}
    own = Membership.objects.filter(on_day(on), person=application.person_id).values_list("seat", flat=True)
    return sorted(found - set(own))


def sits_in(person: int, seats: list[int], on: date) -> bool:
    """Whether this person sits in one of these seats (all keys) on a day. One query."""
    return Membership.objects.filter(on_day(on), person=person, seat__in=seats).exists()


def hold_person(person: int) -> Person:
    """The person (a key), locked for this transaction so that erasure waits. `NotNow` when erased."""
    held = Person.objects.select_for_update(no_key=True).get(pk=person)
    if held.erased_at:
        raise NotNow("Je gegevens zijn gewist.")
    return held


def hold_seat(person: int, seat: int, on: date) -> Seat:
    """The seat, with the membership of this person (both keys) locked for this transaction. One query.

    Leaving the seat waits for this lock, and afterwards cleans up what this transaction adds, so that nothing
    waits for a person who left. Raises `NotNow` when the person has left the seat already.
    """
    sits = Membership.objects.filter(on_day(on), person=person, seat=seat).order_by("pk")
    held = sits.select_related("seat").select_for_update(of=("self",), no_key=True).first()
    if held is None:
        raise NotNow("Je zit niet meer in deze zetel.")
    return held.seat


def hold_memberships(person: int) -> None:
    """All memberships of the person (a key), locked for this transaction, before what hangs on them."""
    held = Membership.objects.filter(person=person).order_by("pk")
    list(held.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))


def people_in_demo() -> list[dict[str, str]]:
    """The invented people that a demo visitor may log in as: those with a reserved e-mail address."""
    rows = (
        Membership.objects.filter(until_on=None, person__email__endswith=DEMO_DOMAIN)
        .select_related("person", "seat__side__organisation")
        .order_by("person_id", "pk")
    )
    cast: dict[str, dict[str, str]] = {}
    for row in rows:
        key = (row.person.email or "").removesuffix(DEMO_DOMAIN)
        one = {"id": row.person.public_id, "key": key, "name": row.person.name, "half": row.seat.half}
        cast.setdefault(row.person.public_id, one | {"label": row.seat.label})
    return list(cast.values())


def manager_above(codes: list[str], on: date) -> tuple[Seat | None, bool]:
    """The seat of a manager who is told that a term has passed, and whether the nearest one was empty.

    `codes` are the areas from near to far. An area of which the manager's seat is empty passes it on to the
    one above; at the top stand the managers of everywhere, then the administrators. One or two queries.
    """
    sits = Membership.objects.filter(on_day(on), seat=OuterRef("seat"))
    held = Grant.objects.filter(on_day(on), Q(area=None) | Q(area__code__in=codes), role=MANAGER)
    rows = held.annotate(is_filled=Exists(sits)).select_related("seat__side__organisation", "area")
    order = {code: place for place, code in enumerate(codes)}
    near = sorted(rows, key=lambda one: (order.get(one.area.code if one.area else "", len(codes)), one.pk))
    filled = next((one for one in near if one.is_filled), None)
    if filled:
        return filled.seat, filled != near[0] and filled.area_id != near[0].area_id
    top = Seat.objects.filter(on_day(on, "grants__"), on_day(on, "memberships__"), grants__role=ADMIN)
    return top.select_related("side__organisation").order_by("pk").first(), True


def codes_around(area: Area) -> list[str]:
    """The codes of this area and those above it, from near to far."""
    around = (area, area.district, area.municipality)
    return list(dict.fromkeys(one.code for one in around if one))


def halves_spoken_for(people: Collection[int], on: date) -> set[tuple[int, str]]:
    """For which halves these people (keys) have a seat on a day: pairs of person and half. One query."""
    rows = Membership.objects.filter(on_day(on), person__in=list(people))
    return set(rows.values_list("person", "seat__half"))
