"""Somebody types the code from the mail: the person, the seat and what waited are made in one write.

Before that nothing belongs to the address: see `PendingClaim`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import rules as intake_rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import PendingClaim, Person
from middenstip.domain.parties.selectors import claims_to_ask, expected_at, person_at
from middenstip.journeys import submit_initiative
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

GONE = "Dit wacht niet meer op je antwoord."


@dataclass(frozen=True)
class Proven:
    """Who came in, and the idea that waited for the code (the last, if there were more)."""

    person: Person
    initiative: Initiative | None = None


@write
def prove(*, login: str, email: str, visitor: str, at: datetime, with_ideas: bool = True) -> Proven:
    """The code of this login was right: `email` belongs to this visitor.

    Raises `NotNow` when the code was used already, or nothing waits for an address that nobody has; and
    `Refused` when an idea that waited cannot be told any more: then come in without (`with_ideas`).
    """
    parties.use_codes(login=login)
    email = typed.address(email)
    mine = PendingClaim.objects.filter(visitor=visitor, email=email, until__gt=at) if visitor else None
    waiting = list(mine.order_by("pk")) if mine is not None else []
    name = waiting[-1].name if waiting else _name_by_desk(email, at)
    if name is None and not (person_at(email) or expected_at(email)):
        raise NotNow("Wat je vertelde, wachtte te lang op de code. Begin opnieuw.")
    person = parties.register_person(email=email, name=name or "", at=at)
    told = [_tell(person, claim, at) for claim in _last_of_each(waiting)] if with_ideas else []
    done = [claim.pk for claim in waiting if with_ideas or not claim.told]
    PendingClaim.objects.filter(pk__in=done).delete()
    return Proven(person, told[-1] if told else None)


@write
def ask(
    *, by: Actor, key: str, name: str, email: str, area: Area, told: Mapping[str, Any], at: datetime
) -> PendingClaim:
    """A handler types in an idea of the owner of this address, who is asked first."""
    require(intake_rules.may_type_in(by, area))
    return parties.type_in(key=key, email=email, name=name, told=told, at=at)


@write
def accept(*, person: Person, claim: str, at: datetime) -> Initiative:
    """What the desk typed in is theirs: it goes to the field. Raises `NotNow` when it waits no more."""
    waiting = _asked(person, claim, at)
    initiative = _tell(person, waiting, at)
    waiting.delete()
    return initiative


@write
def decline(*, person: Person, claim: str, at: datetime) -> None:
    """It is not theirs: it is gone."""
    _asked(person, claim, at).delete()


def _last_of_each(waiting: list[PendingClaim]) -> list[PendingClaim]:
    """Of an idea that was told more than once, by its name, only the last time counts.

    Somebody who goes back before the code is typed tells the same idea again, in a new form.
    """
    by_name = {typed.folded(claim.told["texts"]["title"]): claim for claim in waiting if claim.told}
    return list(by_name.values())


def _asked(person: Person, claim: str, at: datetime) -> PendingClaim:
    waiting = next((one for one in claims_to_ask(person, at) if one.public_id == claim), None)
    if waiting is None:
        raise NotNow(GONE)
    return waiting


def _name_by_desk(email: str, at: datetime) -> str | None:
    typed_in = PendingClaim.objects.filter(visitor="", email=email, until__gt=at).order_by("pk").last()
    return typed_in.name if typed_in else None


def _tell(person: Person, claim: PendingClaim, at: datetime) -> Initiative:
    told = dict(claim.told)
    area, home = area_by_code(told.pop("area")), area_by_code(told.pop("home"))
    if area is None:
        raise Invalid({"area": "Deze wijk of buurt kennen we niet meer. Vertel je idee opnieuw."})
    point = told.pop("point", None)
    told |= {"half": Half(told["half"]), "point": tuple(point) if point else None}
    return submit_initiative.draft(initiator=person, area=area, home=home, at=at, **told)
