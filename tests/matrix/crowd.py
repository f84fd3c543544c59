"""Thirty of everything behind every page of the world."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.db.models import Model

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Answer, Chair, Letter, Version
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, ReinsCard, Update
from middenstip.domain.intake.models import Note
from middenstip.domain.parties.models import Follow, Membership, Person, Seat
from middenstip.domain.projects.models import Signature
from middenstip.journal.models import Entry
from middenstip.kernel.ids import new_id
from middenstip.notices.models import Notice
from tests.matrix.world import World

MORE = 29


def crowd(world: World) -> None:
    """Copies of what is there, in bulk: more people at the same table, and more of each thing beside it."""
    seats = _people(world)
    initiative, agreement = world.initiative, world.agreement
    goal = agreement.goal
    assert goal
    version = Version.objects.get(goal=goal)
    for one in (
        Chair.objects.filter(goal=goal).first(),
        Letter.objects.filter(goal=goal).first(),
        Answer.objects.filter(version=version).first(),
        Partner.objects.filter(initiative=initiative).first(),
        Signature.objects.filter(agreement=agreement).first(),
    ):
        assert one
        copies(one, *({"seat": seat} for seat in seats))
    _news(world)
    others = copies(initiative, *({"title": f"Plan {number}"} for number in range(MORE)))
    for one in (InitiativeTheme.objects.first(), ReinsCard.objects.first(), world.case):
        assert one
        copies(one, *({"initiative": other} for other in others))
    Initiative.objects.update(follower_count=len(world.roles))
    copies(goal, *({"title": f"Doel {number}"} for number in range(MORE)))
    promises = copies(agreement, *({"what": f"Belofte {number}."} for number in range(MORE)))
    first = Signature.objects.filter(agreement=agreement).first()
    assert first
    copies(first, *({"agreement": other} for other in promises))


def _people(world: World) -> list[Seat]:
    """People with an own seat, who each took part in what they can."""
    gerrit = Person.objects.get(pk=world.cast.gerrit.person)
    seat = Seat.objects.get(pk=world.cast.gerrit.seat)
    people = copies(gerrit, *({"email": None, "name": f"Buur {number}"} for number in range(MORE)))
    seats = copies(seat, *({"title": f"bewoner {number}"} for number in range(MORE)))
    sits = Membership.objects.get(seat=seat)
    copies(sits, *({"seat": s, "person": p} for s, p in zip(seats, people, strict=True)))
    return seats


def _news(world: World) -> None:
    """More told, planned, followed and mailed about the same things; and more areas around them."""
    initiative, cast = world.initiative, world.cast
    at = cast.at
    Update.objects.bulk_create(
        Update(initiative=initiative, seat_id=cast.marijke.seat, text=f"Nieuws {n}", at=at) for n in range(30)
    )
    Note.objects.bulk_create(
        Note(case=world.case, seat_id=cast.samira.seat, text=f"Verslag {n}", at=at) for n in range(30)
    )
    copies(world.action, *({"text": f"Taak {number}"} for number in range(MORE)))
    for actor in world.roles.values():
        if actor:
            kind = Follow.INITIATIVE
            Follow.objects.bulk_create(
                Follow(person_id=actor.person, kind=kind, target=one.public_id, at=at)
                for one in Initiative.objects.all()
            )
    entry = Entry.objects.filter(thread=initiative.public_id, public=True).first()
    assert entry
    facts = copies(entry, *({"at": at} for _ in range(MORE)))
    Notice.objects.bulk_create(
        Notice(
            person_id=actor.person, entry=fact, kind="own", why="x", subject="Post", text="Tekst.",
            path="/", created_at=at,
        )
        for fact in facts
        for actor in world.roles.values()
        if actor
    )  # fmt: skip
    village = Area.objects.get(code="WK015014")
    changes = [{"code": f"BU015014{n:02}", "kind": "buurt", "name": f"Buurt {n}"} for n in range(MORE)]
    copies(village, *(change | {"parent": village, "district": village} for change in changes))
    city = village.municipality
    changes = [{"code": f"WK0150{n + 20}", "name": f"Wijk {n}", "district": None} for n in range(MORE)]
    copies(village, *(change | {"parent": city} for change in changes))


def copies(one: Any, *changes: dict[str, Any]) -> list[Any]:
    """Copies of a row, each with some columns changed."""
    made = []
    for change in changes:
        other = copy(one)
        other._state = copy(one._state)
        other._state.fields_cache = {}
        other.pk = other.id = None
        if hasattr(other, "public_id"):
            other.public_id = new_id()
        for key, value in change.items():
            setattr(other, key, value)
        made.append(other)
    rows: list[Model] = type(one).objects.bulk_create(made)
    return rows
