"""People, organisations, seats and roles: who speaks for which half, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.models import (
    TITLE_LENGTH,
    Application,
    Follow,
    Grant,
    Membership,
    Organisation,
    Person,
    Profile,
    Seat,
    Side,
)
from middenstip.domain.parties.selectors import (
    AROUND,
    hold_person,
    holds_role,
    on_day,
    organisation_named,
    sides_around,
    speaks_for,
)
from middenstip.domain.parties.services.addresses import expect_person, forget_addresses
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

PLAYS_ALREADY = "In %(area)s koos %(who)s al een andere helft. Die geldt hier ook."


@dataclass(frozen=True)
class Appointee:
    """A person, their function in an organisation, and why that organisation belongs to this half."""

    email: str
    name: str
    title: str
    organisation: str
    half: Half
    reason: str


@write
def register_on_paper(*, by: Actor, name: str, at: datetime) -> Person:
    """A person without an e-mail address, who came to the desk; `by` typed it in."""
    name = typed.name("name", name)
    if not name:
        raise Invalid({"name": "Vul de naam in. Een voornaam is genoeg."})
    person = Person(email=None, name=name, joined_at=at)
    person.set_unusable_password()
    person.store()
    record(facts.PersonRegistered(subject=person.public_id), by=by, at=at)
    return person


@write
def rename_person(*, by: Doer, name: str, at: datetime) -> Person:
    """A person changes their own display name."""
    person = hold_person(by.person_id)
    person.name = typed.name("name", name)
    if not person.name:
        raise Invalid({"name": "Vul een naam in. Een voornaam is genoeg."})
    return person.store("name")


@write
def choose_side(
    *, by: Actor | None, organisation: Organisation, area: Area, half: Half, reason: str, at: datetime
) -> Side:
    """An organisation chooses its half in an area and says why; the choice cannot be changed."""
    around = sides_around(organisation, area)
    if any(side.area_id == area.pk for side in around):
        raise Invalid(
            {"half": said("In %(area)s koos %(who)s al een helft.", who=organisation.name, area=area.name)}
        )
    same_half(around, organisation, half)
    return _first_choice(by, organisation, area, half, reason, at)


@write
def make_seat(
    *, title: str, area: Area, half: Half, side: Side | None = None, confirmed_at: datetime | None = None
) -> Seat:
    """A seat in an organisation (with the half of its side), or a person's own seat.

    Without `confirmed_at` it does not count for its half until it is confirmed: see `confirm_seat`.
    """
    if side and side.half != half:
        raise Invalid({"half": "Een zetel speelt voor de helft die de organisatie in dit gebied koos."})
    name = typed.name("title", title)
    return Seat(title=name, area=area, half=half, side=side, confirmed_at=confirmed_at).store()


@write
def confirm_seat(*, by: Actor, seat: Seat, at: datetime) -> Seat:
    """An administrator, or a seat that counts for that half there, confirms that this seat speaks for it."""
    seat = Seat.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=seat.pk)
    sits = Membership.objects.filter(on_day(timezone.localdate(at)), seat=seat)
    is_own = sits.filter(person=by.person_id).exists()
    counts = speaks_for(seat, timezone.localdate(at)).filter(pk=by.seat_id).exists()
    require(rules.may_confirm(by, seat, is_own, counts))
    if seat.confirmed_at:
        raise NotNow("Deze zetel is al bevestigd.")
    seat.confirmed_at, seat.confirmed_by_id = at, by.seat_id
    record(facts.SeatConfirmed(subject=seat.public_id, seat=seat.public_id, **seat.area.where), by=by, at=at)
    return seat.store("confirmed_at", "confirmed_by")


@write
def take_seat(*, person: Person, seat: Seat, at: datetime) -> Membership:
    """Put a person in a seat; a second call changes nothing."""
    sitting = Membership.objects.filter(person=person, seat=seat, until_on=None).first()
    if sitting:
        return sitting
    return _sit(person, seat, at)


@write
def own_seat(*, person: Person, half: Half, area: Area, at: datetime, is_home: bool = True) -> Seat:
    """The seat of one person who speaks for themselves: *bewoner van Lettele*. Made once.

    When it is not known that they live or work in `area` (not `is_home`), it is the own seat they have in
    this gemeente, or else *bewoner* without a place. A resident counts at once, because the
    address is proven; others wait for `confirm_seat`.
    """
    word = "in" if half == Half.GOVERNMENT else "van"
    bare = half.person
    title = Truncator(f"{bare} {word} {area.name}").chars(TITLE_LENGTH) if is_home else bare
    mine = None
    if person.joined_at != at:  # a person who was made just now has no seat yet
        hold_person(person.pk)  # two forms at once make one seat
        known = Seat.objects.filter(
            on_day(timezone.localdate(at), "memberships__"),
            memberships__person=person,
            side=None,
            half=half,
        )
        if is_home:
            known = known.filter(area=area).exclude(title=bare)
        else:
            known = known.filter(Q(area=area) | Q(area__municipality=area))
        mine = known.order_by("pk").first()
    if mine is None:
        counts_from = at if half == Half.RESIDENTS else None
        mine = make_seat(title=title, area=area, half=half, confirmed_at=counts_from)
        _sit(person, mine, at)
    return mine


@write
def organisation_seat(
    *, organisation: str, title: str, half: Half, reason: str, area: Area, at: datetime
) -> Seat:
    """A function in the organisation with this name, which has this half here. Created if missing.

    Only an administrator gives functions, so the new seat is confirmed.
    """
    known = organisation_named(organisation) or _organisation(organisation)
    around = sides_around(known, area)
    side = next((one for one in around if one.area_id == area.pk), None)
    if side is None:
        same_half(around, known, half)
        side = _first_choice(None, known, area, half, reason, at)
        return make_seat(title=title, area=area, half=half, side=side, confirmed_at=at)
    for seat in Seat.objects.filter(side=side, half=half).select_related("area").order_by("pk"):
        if typed.folded(seat.title) == typed.folded(title):
            return seat
    return make_seat(title=title, area=area, half=half, side=side, confirmed_at=at)


@write
def leave_seat(*, person: Person, seat: Seat, at: datetime) -> None:
    """A person leaves a seat. The seat and its agreements stay; access to the administration ends."""
    today = timezone.localdate(at)
    left = Membership.objects.filter(on_day(today), person=person, seat=seat).update(until_on=today)
    if left:
        if person.is_staff:
            _close_administration(seat, today)
        record(facts.SeatLeft(subject=seat.public_id, **seat.area.where), by=None, at=at)


@write
def seat_person(*, whom: Appointee, area: Area, at: datetime) -> Seat:
    """Put a person in a function; creates the person, organisation and seat if unknown. Repeatable."""
    for field in ("name", "title", "organisation"):
        if not typed.folded(getattr(whom, field)):
            raise Invalid({field: "Vul een naam, een functie en een organisatie in."})
    person = expect_person(email=whom.email, name=whom.name, at=at)
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
    """An administrator gives a person a function, with a role or ("") without one. Repeatable.

    A new administrator gets no access to Django's admin this way: see `appoint`.
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
    """Grant a role to a seat without checks: for the command line and the demo, never for a page."""
    if role not in rules.ROLES:
        raise Invalid({"role": "Deze rol bestaat niet."})
    if role == rules.ADMIN:
        sits = Membership.objects.filter(on_day(timezone.localdate(at)), seat=seat)
        Person.objects.filter(pk__in=sits.values("person")).update(is_staff=True)
    return _grant(None, seat, role, area, at)


@write
def end_role(*, by: Actor, grant: Grant, at: datetime) -> None:
    """End a role today; a second call changes nothing. Raises `NotNow` for the last administrator."""
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
    """Follow an area or initiative; False when the person already followed it."""
    hold_person(person)
    return Follow.objects.get_or_create(person_id=person, kind=kind, target=target, defaults={"at": at})[1]


@write
def unfollow(*, person: int, kind: str, target: str) -> bool:
    """Stop following it; False when the person did not follow it. Wiping the person waits for it."""
    hold_person(person)
    return Follow.objects.filter(person=person, kind=kind, target=target).delete()[0] > 0


@write
def choose_mail_about(*, person: int, target: str, mail: str) -> None:
    """How a person (a key) gets mail about one initiative they follow: a key of `Follow.MAILS`, "" as usual.

    Raises `NotNow` for who does not follow it.
    """
    if mail and mail not in Follow.MAILS:
        raise Invalid({"mail": "Kies hoe je mail krijgt."})
    hold_person(person)
    followed = Follow.objects.filter(person=person, kind=Follow.INITIATIVE, target=target)
    if not followed.update(mail=mail):
        raise NotNow("Je volgt dit niet meer.")


@write
def follow_area(*, person: int, area: Area, at: datetime) -> None:
    """Follow an area; a second call changes nothing."""
    follow(person=person, kind=Follow.AREA, target=area.code, at=at)


@write
def unfollow_area(*, person: int, area: Area) -> None:
    """Stop following an area."""
    unfollow(person=person, kind=Follow.AREA, target=area.code)


@write
def forget_follows(*, area: Area) -> None:
    """Nobody follows an area that was removed."""
    Follow.objects.filter(kind=Follow.AREA, target=area.code).delete()


@write
def erase_person(*, by: Doer, person: Person, at: datetime) -> Person:
    """Erase a person's name and address. What they did stays, without a name (AVG art. 17)."""
    require(rules.may_erase(by, person.public_id))
    today = timezone.localdate(at)
    Membership.objects.filter(on_day(today), person=person).update(until_on=today)
    Follow.objects.filter(person=person).delete()
    Application.objects.filter(person=person).delete()
    Profile.objects.filter(person=person).delete()
    forget_addresses(person)
    person.name, person.email, person.erased_at = "", None, at
    person.is_active = person.is_staff = False
    person.set_unusable_password()
    person.store()
    record(facts.PersonErased(subject=person.public_id), by=by, at=at)
    return person


def same_half(around: list[Side], organisation: Organisation, half: Half) -> None:
    """Refuse a second half for an organisation within a gemeente, its wijken and their buurten."""
    other = next((side for side in around if side.half != half), None)
    if other:
        raise Invalid({"half": said(PLAYS_ALREADY, who=organisation.name, area=other.area.name)})


def _organisation(name: str) -> Organisation:
    return Organisation(name=typed.name("organisation", name)).store()


def _first_choice(
    by: Actor | None, organisation: Organisation, area: Area, half: Half, reason: str, at: datetime
) -> Side:
    reason = typed.line(reason)
    if not reason:
        raise Invalid({"reason": "Zeg in één zin waarom deze helft bij de organisatie past."})
    side = Side(organisation=organisation, area=area, half=half, reason=reason).store()
    record(facts.SideChosen(subject=organisation.public_id, chosen=half, **area.where), by=by, at=at)
    return side


def _sit(person: Person, seat: Seat, at: datetime) -> Membership:
    membership = Membership(person=person, seat=seat, from_on=timezone.localdate(at)).store()
    record(facts.SeatTaken(subject=seat.public_id, **seat.area.where), by=None, at=at)
    return membership


def _close_administration(seat: Seat, on: date) -> None:
    """End access to Django's admin for people in this seat who no longer hold the role in any seat."""
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
