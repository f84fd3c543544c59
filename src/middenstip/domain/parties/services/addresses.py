"""From a typed address to a person: what waits for the code, and what happens when it is typed.

An address that was not proven is no person. What was told with it waits in rows of its own; a person with
an address is made only here, by `register_person`, and the database refuses any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db.models import Q
from django.utils.crypto import salted_hmac

from middenstip.domain.parties import facts
from middenstip.domain.parties.models import LoginCode, PendingAddress, PendingClaim, Person
from middenstip.domain.parties.selectors import expected_at, person_at
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, said
from middenstip.kernel.write import write

VISITOR_WAITS = timedelta(hours=24)
TYPED_IN_WAITS = timedelta(days=30)
EXPECTED = timedelta(days=90)
CODE_WORKS = timedelta(minutes=15)
MOST_WAITING = 10  # of one visitor, and typed in for one address
USED = "Deze code is al gebruikt of werkt niet meer. Vraag een nieuwe."
TOO_MUCH_WAITS = "Er wacht al te veel op de code voor %(email)s. Typ eerst die code."


@write
def claim_address(
    *, visitor: str, key: str, email: str, name: str, told: Mapping[str, Any], at: datetime
) -> PendingClaim:
    """Keep what a visitor tells until they prove the address; the same form again replaces its words."""
    key = key or new_id()
    mine = PendingClaim.objects.filter(visitor=visitor)
    if mine.exclude(key=key).count() >= MOST_WAITING:
        raise Invalid({"email": said(TOO_MUCH_WAITS, email=email)})
    before = mine.filter(key=key).first()
    return _claim(before or PendingClaim(visitor=visitor, key=key), email, name, told, at + VISITOR_WAITS)


@write
def type_in(*, key: str, email: str, name: str, told: Mapping[str, Any], at: datetime) -> PendingClaim:
    """Keep what a handler typed in for the owner of this address, who is asked whether it is theirs."""
    key, email = key or new_id(), typed.address(email)
    mine = PendingClaim.objects.filter(visitor="")
    if mine.filter(email=email).exclude(key=key).count() >= MOST_WAITING:
        raise Invalid({"email": said(TOO_MUCH_WAITS, email=email)})
    before = mine.filter(key=key).first()
    return _claim(before or PendingClaim(visitor="", key=key), email, name, told, at + TYPED_IN_WAITS)


def _claim(
    claim: PendingClaim, email: str, name: str, told: Mapping[str, Any], until: datetime
) -> PendingClaim:
    claim.email, claim.name = typed.address(email), typed.name("name", name)
    claim.told, claim.until = dict(told), until
    Person(email=claim.email, name=claim.name).inspect("email", "name")  # in the words of a person
    claim.save()
    return claim


@write
def expect_person(*, email: str, name: str, at: datetime) -> Person:
    """The person at this address. Nobody yet: a person with this name, who proves the address later."""
    email = typed.address(email)
    known = person_at(email) or expected_at(email)
    if known:
        return known
    Person(email=email).inspect("email")
    person = _without_address(name, at)
    PendingAddress(person=person, email=email, until=at + EXPECTED).store()
    return person


@write
def register_person(*, email: str, name: str, at: datetime) -> Person:
    """The person who proved this address, made if unknown; a known person keeps their name. Repeatable."""
    email = typed.address(email)
    known = person_at(email) or expected_at(email)
    if known is None:
        new = _draft(email, name, at)
        new.inspect()
        Person.objects.bulk_create([new], ignore_conflicts=True)  # two requests at once make one row
        known = Person.objects.get(email=email)
        if known.public_id != new.public_id:  # the other request made it, with its address
            return known
        record(facts.PersonRegistered(subject=known.public_id), by=None, at=at)
    elif known.email is None:
        known.email, known.proven_at = email, at
        known.store("email", "proven_at")
        PendingAddress.objects.filter(person=known).delete()
    else:
        return known
    EmailAddress(user=known, email=email, verified=True, primary=True).save(force_insert=True)
    return known


@write
def keep_code(*, login: str, code: str, at: datetime) -> None:
    """A code that is mailed now. One that was mailed before keeps working for its own quarter of an hour."""
    LoginCode(login=login, digest=_digest(login, code), until=at + CODE_WORKS).save(force_insert=True)


def is_code(*, login: str, code: str, at: datetime) -> bool:
    """Whether this code was mailed for this login and still works. One query."""
    return LoginCode.objects.filter(login=login, digest=_digest(login, code), until__gt=at).exists()


@write
def use_codes(*, login: str) -> None:
    """A code opens the door once; all of this login are gone then. Raises `NotNow` when it was used."""
    if not LoginCode.objects.filter(login=login).delete()[0]:
        raise NotNow(USED)


@write
def drop_codes(*, login: str) -> None:
    """Too many wrong codes: none of this login works any more."""
    LoginCode.objects.filter(login=login).delete()


def forget_addresses(person: Person) -> None:
    """Every address of this person, and whatever waits at one."""
    known = set(EmailAddress.objects.filter(user=person).values_list("email", flat=True)) | {person.email}
    known |= set(PendingAddress.objects.filter(person=person).values_list("email", flat=True))
    PendingClaim.objects.filter(email__in=known - {None}).delete()
    PendingAddress.objects.filter(person=person).delete()
    EmailAddress.objects.filter(user=person).delete()


@write
def forget_pending(*, at: datetime) -> int:
    """Whatever waited too long is gone; returns how many claims and addresses that were. Codes go too."""
    late = Q(until__lte=at)
    LoginCode.objects.filter(late).delete()
    return PendingClaim.objects.filter(late).delete()[0] + PendingAddress.objects.filter(late).delete()[0]


def _draft(email: str | None, name: str, at: datetime) -> Person:
    told = {"joined_at": at, "proven_at": at if email else None, "password": make_password(None)}
    return Person(email=email, name=typed.name("name", name), **told)


def _without_address(name: str, at: datetime) -> Person:
    person = _draft(None, name, at).store()
    record(facts.PersonRegistered(subject=person.public_id), by=None, at=at)
    return person


def _digest(login: str, code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac("parties.login_code", f"{login}|{plain}", algorithm="sha256").hexdigest()
