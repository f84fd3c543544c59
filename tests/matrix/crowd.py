"""More rows behind every page of the world."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.db.models import Model

from middenstip.domain.agreements.models import Signature
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Answer, Chair, Letter, Version
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, ReinsCard, Update
from middenstip.domain.intake.models import Case, Note
from middenstip.domain.parties.models import Follow, Membership, Person, Seat
from middenstip.journal.models import Entry
from middenstip.kernel.ids import new_id
from middenstip.notices.models import Notice
from tests.matrix.rows import crowds
from tests.matrix.world import World


def crowd(world: World, more: int) -> None:
    """Copies of existing rows, in bulk: more people at the same table, and more of each thing."""
    seats = _people(world, more)
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
    _news(world, more)
    others = copies(initiative, *({"title": f"Plan {number}"} for number in range(more)))
    for one in (InitiativeTheme.objects.first(), ReinsCard.objects.first(), world.case):
        assert one
        copies(one, *({"initiative": other} for other in others))
    Initiative.objects.update(follower_count=len(world.roles))
    copies(goal, *({"title": f"Doel {number}"} for number in range(more)))
    promises = copies(agreement, *({"what": f"Belofte {number}."} for number in range(more)))
    first = Signature.objects.filter(agreement=agreement).first()
    assert first
    copies(first, *({"agreement": other} for other in promises))
    for of_room in crowds():
        of_room(world, more)


def _people(world: World, more: int) -> list[Seat]:
    """People with their own seat, who each take part in everything they can."""
    gerrit = Person.objects.get(pk=world.cast.gerrit.person_id)
    seat = Seat.objects.get(pk=world.cast.gerrit.seat_id)
    people = copies(gerrit, *({"email": None, "name": f"Buur {number}"} for number in range(more)))
    seats = copies(seat, *({"title": f"bewoner {number}"} for number in range(more)))
    sits = Membership.objects.get(seat=seat)
    copies(sits, *({"seat": s, "person": p} for s, p in zip(seats, people, strict=True)))
    return seats


def _news(world: World, more: int) -> None:
    """More news, actions, follows and mails about the same things, and more areas around them."""
    initiative, cast = world.initiative, world.cast
    at = cast.at
    Update.objects.bulk_create(
        Update(initiative=initiative, seat_id=cast.marijke.seat_id, text=f"Nieuws {n}", at=at)
        for n in range(more)
    )
    Note.objects.bulk_create(
        Note(case=world.case, seat_id=cast.samira.seat_id, text=f"Verslag {n}", at=at) for n in range(more)
    )
    copies(world.action, *({"text": f"Taak {number}"} for number in range(more)))
    for actor in world.roles.values():
        if actor:
            kind = Follow.INITIATIVE
            Follow.objects.bulk_create(
                Follow(person_id=actor.person_id, kind=kind, target=one.public_id, at=at)
                for one in Initiative.objects.all()
            )
    entry = Entry.objects.filter(thread=initiative.public_id, public=True).first()
    assert entry
    facts = copies(entry, *({"at": at} for _ in range(more)))
    Notice.objects.bulk_create(
        Notice(
            person_id=actor.person_id, entry=fact, kind="own", why="x", subject="Post", text="Tekst.",
            path="/", created_at=at,
        )
        for fact in facts
        for actor in world.roles.values()
        if actor
    )  # fmt: skip
    village = Area.objects.get(code="WK015014")
    changes = [{"code": f"BU015014{n:02}", "kind": "buurt", "name": f"Buurt {n}"} for n in range(more)]
    copies(village, *(change | {"parent": village, "district": village} for change in changes))
    city = village.municipality
    changes = [{"code": f"WK0150{n + 20}", "name": f"Wijk {n}", "district": None} for n in range(more)]
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
        if isinstance(other, Initiative):
            other.number = f"LET-{len(made) + 1000}"
        if isinstance(other, Case):
            other.code = new_id()
        for key, value in change.items():
            setattr(other, key, value)
        made.append(other)
    rows: list[Model] = type(one).objects.bulk_create(made)
    return rows
