"""Writes about parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import Truncator

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.models import (
    TITLE_LENGTH,
    Follow,
    Grant,
    Membership,
    Organisation,
    Person,
    Seat,
    Side,
)
from middenstip.domain.parties.selectors import hold_person, holds_role, on_day
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write


@dataclass(frozen=True)
class Appointee:
    """Who gets which function in an organisation, and why that organisation plays for this half."""

    email: str
    name: str
    title: str
    organisation: str
    half: Half
    reason: str


@write
def register_person(*, email: str, name: str, at: datetime) -> Person:
    """The person with this address, made if unknown; a known person keeps the own name. Twice is once."""
    email = email.strip().lower()
    known = Person.objects.filter(email=email).first()
    if known:
        return known
    person = Person(email=email, name=name.strip(), joined_at=at)
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.store()
    except IntegrityError:  # somebody clicked twice
        return Person.objects.get(email=email)
    record(facts.PersonRegistered(subject=person.public_id), by=None, at=at)
    return person


@write
def register_on_paper(*, by: Actor, name: str, at: datetime) -> Person:
    """Somebody without an e-mail address, who told it at the counter; `by` typed it in."""
    if not name.strip():
        raise Invalid({"name": "Vul de naam in. Een voornaam is genoeg."})
    person = Person(email=None, name=name.strip(), joined_at=at)
    person.set_unusable_password()
    person.store()
    record(facts.PersonRegistered(subject=person.public_id), by=by, at=at)
    return person


@write
def rename_person(*, by: Actor, name: str, at: datetime) -> Person:
    """Somebody changes the own shown name."""
    person = hold_person(by.person)
    if not name.strip():
        raise Invalid({"name": "Vul een naam in. Een voornaam is genoeg."})
    person.name = name.strip()
    return person.store("name")


@write
def choose_side(
    *, by: Actor | None, organisation: Organisation, area: Area, half: Half, reason: str, at: datetime
) -> Side:
    """An organisation chooses its half in an area and says why; once chosen it stands."""
    if Side.objects.filter(organisation=organisation, area=area).exists():
        raise Invalid(
            {"half": said("In %(area)s koos %(who)s al een helft.", who=organisation.name, area=area.name)}
        )
    return _first_choice(by, organisation, area, half, reason, at)


@write
def make_seat(*, title: str, area: Area, half: Half, side: Side | None = None) -> Seat:
    """A seat in an organisation (its half is that of the side), or somebody's own seat."""
    if side and side.half != half:
        raise Invalid({"half": "Een zetel speelt voor de helft die de organisatie in dit gebied koos."})
    return Seat(title=title.strip(), area=area, half=half, side=side).store()


@write
def take_seat(*, person: Person, seat: Seat, at: datetime) -> Membership:
    """Somebody sits down in a seat; sitting down twice is sitting once."""
    sitting = Membership.objects.filter(person=person, seat=seat, until_on=None).first()
    if sitting:
        return sitting
    return _sit(person, seat, at)


@write
def own_seat(*, person: Person, half: Half, area: Area, at: datetime) -> Seat:
    """The seat in which somebody speaks alone for a half: *bewoner van Lettele*. Made once."""
    word = "in" if half == Half.GOVERNMENT else "van"
    title = Truncator(f"{half.person} {word} {area.name}").chars(TITLE_LENGTH)
    mine = None
    if person.joined_at != at:  # whoever came just now has no seat to find
        hold_person(person.pk)  # two forms at once make one seat
        mine = Seat.objects.filter(
            on_day(timezone.localdate(at), "memberships__"),
            memberships__person=person,
            side=None,
            half=half,
            area=area,
        ).first()
    if mine is None:
        mine = make_seat(title=title, area=area, half=half)
        _sit(person, mine, at)
    return mine


@write
def organisation_seat(
    *, organisation: str, title: str, half: Half, reason: str, area: Area, at: datetime
) -> Seat:
    """A function in the organisation with this name, which plays here for this half. Made once."""
    known, _ = Organisation.objects.get_or_create(name=organisation.strip())
    side = Side.objects.filter(organisation=known, area=area).first()
    if side is None:
        side = _first_choice(None, known, area, half, reason, at)
    elif seat := Seat.objects.filter(side=side, title=title.strip(), half=half).first():
        return seat
    return make_seat(title=title, area=area, half=half, side=side)


@write
def leave_seat(*, person: Person, seat: Seat, at: datetime) -> None:
    """Somebody gets up. The seat and its promises stay; what an administrator could does not."""
    today = timezone.localdate(at)
    left = Membership.objects.filter(on_day(today), person=person, seat=seat).update(until_on=today)
    if left:
        if person.is_staff:
            _close_administration(seat, today)
        record(facts.SeatLeft(subject=seat.public_id, **seat.area.where), by=None, at=at)


@write
def seat_person(*, whom: Appointee, area: Area, at: datetime) -> Seat:
    """Somebody sits down in a function; what of it is unknown is made. Twice is once."""
    for field in ("name", "title", "organisation"):
        if not getattr(whom, field).strip():
            raise Invalid({field: "Vul een naam, een functie en een organisatie in."})
    person = register_person(email=whom.email, name=whom.name, at=at)
    seat = organisation_seat(
        organisation=whom.organisation,
        title=whom.title,
        half=whom.half,
        reason=whom.reason,
        area=area,
        at=at,
    )
    take_seat(person=person, seat=seat, at=at)
    return seat


@write
def appoint_person(*, by: Actor, whom: Appointee, role: str, area: Area, at: datetime) -> Seat:
    """Somebody gets a function by an administrator, with a role or ("") without one. Twice gives the same.

    Whoever becomes administrator does not get into the technical administration: see `appoint`.
    """
    require(rules.may_appoint(by, area))
    if role:
        require(rules.may_grant(by, role))
    seat = seat_person(whom=whom, area=area, at=at)
    where = None if role == rules.ADMIN else area
    if not role:
        record(facts.SeatGiven(subject=seat.public_id, seat=seat.public_id, **area.where), by=by, at=at)
    elif not holds_role(seat.pk, role, [where.code] if where else [], timezone.localdate(at)):
        _grant(by, seat, role, where, at)
    return seat


@write
def appoint(*, seat: Seat, role: str, area: Area | None, at: datetime) -> Grant:
    """A seat gets a role by whoever runs the machine: the command line and the demo, never a page."""
    if role not in rules.ROLES:
        raise Invalid({"role": "Deze rol bestaat niet."})
    if role == rules.ADMIN:
        sits = Membership.objects.filter(on_day(timezone.localdate(at)), seat=seat)
        Person.objects.filter(pk__in=sits.values("person")).update(is_staff=True)
    return _grant(None, seat, role, area, at)


@write
def end_role(*, by: Actor, grant: Grant, at: datetime) -> None:
    """A role ends today; ending it twice is ending it once. Raises `NotNow` for the last administrator."""
    require(rules.may_grant(by, grant.role))
    today = timezone.localdate(at)
    held = Grant.objects.filter(on_day(today))
    if not held.filter(pk=grant.pk).exists():
        return
    if grant.role == rules.ADMIN:
        others = held.filter(on_day(today, "seat__memberships__"), role=rules.ADMIN).exclude(pk=grant.pk)
        if not others.exists():
            raise NotNow("Dit is de laatste beheerder. Geef eerst iemand anders die rol.")
    held.filter(pk=grant.pk).update(until_on=today)
    if grant.role == rules.ADMIN:
        _close_administration(grant.seat, today)
    record(facts.RoleEnded(subject=grant.seat.public_id, role=grant.role), by=by, at=at)


@write
def follow(*, person: int, kind: str, target: str, at: datetime) -> bool:
    """Somebody wants to hear about an area or initiative; False when that was so already."""
    hold_person(person)
    return Follow.objects.get_or_create(person_id=person, kind=kind, target=target, defaults={"at": at})[1]


@write
def unfollow(*, person: int, kind: str, target: str) -> bool:
    """Somebody wants to hear no more; False when that was so already."""
    return Follow.objects.filter(person=person, kind=kind, target=target).delete()[0] > 0


@write
def erase_person(*, by: Actor, person: Person, at: datetime) -> Person:
    """Wipe who somebody is. What they did stays true, without a name (AVG art. 17)."""
    require(rules.may_erase(by, person.public_id))
    today = timezone.localdate(at)
    Membership.objects.filter(on_day(today), person=person).update(until_on=today)
    Follow.objects.filter(person=person).delete()
    person.name, person.email, person.erased_at = "", None, at
    person.is_active = person.is_staff = False
    person.set_unusable_password()
    person.store()
    record(facts.PersonErased(subject=person.public_id), by=by, at=at)
    return person


@write
def forget_person(*, person: Person, at: datetime) -> None:
    """Take somebody who never came in out again, with the own seat and every trace of the address.

    Raises `ProtectedError` when anything stands on that seat, `NotNow` for who came in after all.
    """
    person = hold_person(person.pk)
    if person.last_login:
        raise NotNow("Deze persoon is toch gekomen.")
    own = list(Seat.objects.filter(memberships__person=person, side=None).values_list("pk", flat=True))
    gone = person.public_id
    person.delete()
    Seat.objects.filter(pk__in=own, memberships=None).delete()
    record(facts.PersonErased(subject=gone), by=None, at=at)


def _first_choice(
    by: Actor | None, organisation: Organisation, area: Area, half: Half, reason: str, at: datetime
) -> Side:
    if not reason.strip():
        raise Invalid({"reason": "Zeg in één zin waarom deze helft bij de organisatie past."})
    side = Side(organisation=organisation, area=area, half=half, reason=reason.strip()).store()
    record(facts.SideChosen(subject=organisation.public_id, chosen=half, **area.where), by=by, at=at)
    return side


def _sit(person: Person, seat: Seat, at: datetime) -> Membership:
    membership = Membership(person=person, seat=seat, from_on=timezone.localdate(at)).store()
    record(facts.SeatTaken(subject=seat.public_id, **seat.area.where), by=None, at=at)
    return membership


def _close_administration(seat: Seat, on: date) -> None:
    """Whoever sat in this seat keeps the technical administration only through a role held today."""
    still = Membership.objects.filter(
        on_day(on), on_day(on, "seat__grants__"), seat__grants__role=rules.ADMIN
    )
    sat = Person.objects.filter(memberships__seat=seat, memberships__seat__grants__role=rules.ADMIN)
    sat.filter(is_staff=True).exclude(pk__in=still.values("person")).update(is_staff=False)


def _grant(by: Actor | None, seat: Seat, role: str, area: Area | None, at: datetime) -> Grant:
    grant = Grant(seat=seat, role=role, area=area, from_on=timezone.localdate(at)).store()
    where = area.where if area else {}
    record(facts.RoleGranted(subject=seat.public_id, role=role, **where), by=by, at=at)
    return grant
