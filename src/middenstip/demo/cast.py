"""The cast: the invented people of one small neighbourhood, used in tests, demo and screenshots.

Real places, invented people. Every address is in a reserved domain, so that no mail can be delivered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import ADMIN, CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import DEMO_DOMAIN, hats_of_person
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.write import write


@dataclass(frozen=True)
class Member:
    """One of the cast: the person, function, organisation (None: without one) and half."""

    key: str
    name: str
    half: Half
    area: str
    title: str = ""
    organisation: str = ""
    reason: str = ""
    role: str = ""

    @property
    def email(self) -> str:
        return f"{self.key}{DEMO_DOMAIN}"


R, G, B = Half.RESIDENTS, Half.GOVERNMENT, Half.BUSINESS
CITY = "GM0150"
CAST = (
    Member("marijke", "Marijke Wolterink", R, "WK015014"),
    Member(
        "bas",
        "Bas Roelvink",
        B,
        CITY,
        "eigenaar",
        "Kwekerij De Esch",
        "Een bedrijf dat planten kweekt en verkoopt.",
    ),
    Member(
        "ilse",
        "Ilse van der Kolk",
        G,
        CITY,
        "adviseur Groen",
        "gemeente Deventer",
        "De gemeente is overheid.",
    ),
    Member(
        "samira",
        "Samira Haddou",
        G,
        CITY,
        "gebiedsregisseur dorpen",
        "gemeente Deventer",
        "De gemeente is overheid.",
        HANDLER,
    ),
    Member(
        "yara",
        "Yara Timmer",
        R,
        CITY,
        "verbinder",
        "Stadslab De Stip",
        "Een vereniging van bewoners.",
        CONNECTOR,
    ),
    Member("gerrit", "Gerrit Nijland", R, "WK015014"),
    Member("tarik", "Tarik Aksoy", R, CITY),
    Member(
        "noor",
        "Noor Haverkate",
        R,
        CITY,
        "beheerder",
        "Stadslab De Stip",
        "Een vereniging van bewoners.",
        ADMIN,
    ),
)


def invite_cast(at: datetime) -> dict[str, Actor]:
    """Give the cast their seats; returns the actors by key. The areas must exist."""
    return invite(CAST, at)


@write
def invite(members: Iterable[Member], at: datetime) -> dict[str, Actor]:
    """Give these people their seats; returns the actors by key. The areas must exist."""
    members = tuple(members)
    areas = {area.code: area for area in Area.objects.filter(code__in={m.area for m in members})}
    actors = {}
    for member in members:
        person = parties.register_person(email=member.email, name=member.name, at=at)
        person.last_login = at  # else the cast would be deleted as people who never logged in
        person.store("last_login")
        seat = _seat(member, person, areas[member.area], at)
        if member.role:
            area = None if member.role == ADMIN else areas[member.area]
            parties.appoint(seat=seat, role=member.role, area=area, at=at)
        actors[member.key] = next(
            hat for hat in hats_of_person(person, timezone.localdate(at)) if hat.seat_id == seat.pk
        )
    return actors


def _seat(member: Member, person: Person, area: Area, at: datetime) -> Seat:
    if not member.organisation:
        return parties.own_seat(person=person, half=member.half, area=area, at=at)
    whom = parties.Appointee(
        email=member.email,
        name=member.name,
        title=member.title,
        organisation=member.organisation,
        half=member.half,
        reason=member.reason,
    )
    return parties.seat_person(whom=whom, area=area, at=at)
