"""Movements: proposed, begun by a second yes, joined and left, and ended when too few are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import facts, rules
from middenstip.domain.matching.lifecycle import (
    DECLINED,
    FEWEST,
    INVITED,
    JOINED,
    LEFT,
    MEMBER,
    MOVEMENT,
    MOVING,
    PROPOSED,
    WAITING,
)
from middenstip.domain.matching.models import Movement, MovementMember
from middenstip.domain.matching.selectors.movements import movement_by_id
from middenstip.domain.matching.services.record import fresh_movement, record_movement
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hold_seat
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
@once(lambda public_id: Movement.objects.get(public_id=public_id))
def propose_movement(
    *,
    by: Actor,
    own: Initiative,
    others: Sequence[Initiative],
    told: Mapping[str, str],
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Movement:
    """Propose a movement of `own` and the `others`, who are asked. `told`: title, aim and text."""
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    require(rules.may_bring(by, own))
    others = [one for one in dict.fromkeys(others) if one != own]
    columns = _columns(told)
    if not others:
        raise Invalid({"others": "Kies minstens één initiatief om samen mee te beginnen."})
    movement = Movement(
        public_id=public_id or new_id(),
        person_id=by.person_id,
        seat_id=by.seat_id,
        area=own.area,
        municipality_id=own.municipality_id,
        district_id=own.district_id,
        proposed_at=at,
        changed_at=at,
        **columns,
    ).store()
    first = MovementMember(movement=movement, initiative=own, state=JOINED, at=at).store()
    record_movement(facts.MovementProposed, movement, by, at)
    _invite(movement, [first], others, by, at)
    return movement


@write
def change_movement(*, by: Doer, movement: Movement, told: Mapping[str, str], at: datetime) -> Movement:
    """One of those in it changes the words that they share."""
    movement, members = fresh_movement(movement)
    require(rules.may_lead(by, movement, members))
    movement.state = MOVEMENT.after(movement.state, "change")
    columns = _columns(told)
    for name, value in columns.items():
        setattr(movement, name, value)
    movement.changed_at = at
    movement.store(*columns, "changed_at")
    record_movement(facts.MovementChanged, movement, by, at)
    return movement


@write
def invite_to_movement(
    *, by: Doer, movement: Movement, others: Sequence[Initiative], at: datetime
) -> Movement:
    """One of those in it asks other initiatives to join."""
    movement, members = fresh_movement(movement)
    require(rules.may_lead(by, movement, members))
    MOVEMENT.after(movement.state, "invite")
    _invite(movement, members, list(dict.fromkeys(others)), by, at)
    return movement


@write
def want_movement(*, by: Doer, movement: Movement, initiative: Initiative, at: datetime) -> Movement:
    """An initiator asks to join a movement that runs; who was asked already is in it at once."""
    movement, members = fresh_movement(movement)
    require(rules.may_bring(by, initiative))
    MOVEMENT.after(movement.state, "want")
    known = next((one for one in members if one.initiative_id == initiative.pk), None)
    if known and known.state == INVITED:
        return _join(movement, members, known, by, at)
    require(rules.may_grow(members, 1))
    if known:
        known.state, known.at = MEMBER.after(known.state, "want"), at
        known.store("state", "at")
    else:
        MovementMember(movement=movement, initiative=initiative, state="wants", at=at).store()
    record_movement(facts.MovementWanted, movement, by, at, initiative)
    return movement


@write
def answer_movement(
    *, by: Doer, movement: Movement, initiative: Initiative, accept: bool, at: datetime
) -> Movement:
    """The initiator who was asked says yes or no; the second yes begins the movement."""
    movement, members = fresh_movement(movement)
    member = _member(members, initiative)
    if accept:
        require(rules.may_bring(by, member.initiative))
        MEMBER.after(member.state, "join")
        return _join(movement, members, member, by, at)
    require(rules.may_speak_for(by, member.initiative))
    _settle(member, "decline", at)
    record_movement(facts.MovementDeclined, movement, by, at, member.initiative)
    return movement


@write
def let_into_movement(
    *, by: Doer, movement: Movement, initiative: Initiative, accept: bool, at: datetime
) -> Movement:
    """One of those in it answers an initiative that asked to join."""
    movement, members = fresh_movement(movement)
    require(rules.may_lead(by, movement, members))
    member = _member(members, initiative)
    if accept:
        require(rules.may_invite(member.initiative))
        MEMBER.after(member.state, "let_in")
        return _join(movement, members, member, by, at)
    _settle(member, "refuse", at)
    record_movement(facts.MovementRefused, movement, by, at, member.initiative)
    return movement


@write
def leave_movement(*, by: Doer, movement: Movement, initiative: Initiative, at: datetime) -> Movement:
    """An initiator takes their initiative out; the movement ends when too few are left."""
    movement, members = fresh_movement(movement)
    member = _member(members, initiative)
    require(rules.may_speak_for(by, member.initiative))
    was_in = member.state == JOINED
    _settle(member, "leave", at)
    if was_in:
        record_movement(facts.MovementLeft, movement, by, at, member.initiative)
        _end_when_small(movement, members, at)
    return movement


@write
def hide_movement(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts; journeys of moderation call this."""
    movement = _found(code)
    hidden.hide(movement, words)
    record_movement(facts.MovementHidden, movement, by, at)


@write
def show_movement(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    movement = _found(code)
    hidden.show(movement)
    record_movement(facts.MovementShown, movement, by, at)


def part_from_movements(person: Person, at: datetime) -> None:
    """The initiatives of a person who is erased leave their movements (inside a write)."""
    own = MovementMember.objects.filter(initiative__initiator=person, state__in=(*WAITING, JOINED))
    for pk in own.order_by("movement").values_list("movement", flat=True).distinct():
        movement, members = fresh_movement(Movement(pk=pk))
        for member in members:
            if member.initiative.initiator_id != person.pk or member.state not in (*WAITING, JOINED):
                continue
            member.state = DECLINED if member.state == INVITED else LEFT
            member.store("state")
        _end_when_small(movement, members, at)
    alone = Movement.objects.filter(person=person, began_at=None)
    alone.update(title=hidden.GONE, aim=hidden.GONE, text="", hidden=None)


def _invite(
    movement: Movement,
    members: Sequence[MovementMember],
    others: Sequence[Initiative],
    by: Doer,
    at: datetime,
) -> None:
    """Ask these; who is in it, was asked before or said no is not asked again."""
    known = {one.initiative_id for one in members}
    fresh = [one for one in others if one.pk not in known]
    if not fresh:
        raise NotNow("Die zijn al gevraagd. Kies een ander initiatief.")
    require(rules.may_grow(members, len(fresh)))
    for initiative in sorted(fresh, key=lambda one: one.pk):
        require(rules.may_invite(initiative))
        MovementMember(movement=movement, initiative=initiative, state=INVITED, at=at).store()
        record_movement(facts.MovementInvited, movement, by, at, initiative)


def _join(
    movement: Movement, members: Sequence[MovementMember], member: MovementMember, by: Doer, at: datetime
) -> Movement:
    was = movement.state
    movement.state = MOVEMENT.after(was, "begin")
    member.state, member.at = JOINED, at
    member.store("state", "at")
    if was == PROPOSED:
        movement.began_at = at
        movement.store("state", "began_at")
        record_movement(facts.MovementBegun, movement, by, at, member.initiative)
    else:
        record_movement(facts.MovementJoined, movement, by, at, member.initiative)
    return movement


def _settle(member: MovementMember, act: str, at: datetime) -> None:
    member.state, member.at = MEMBER.after(member.state, act), at
    member.store("state", "at")


def _end_when_small(movement: Movement, members: Sequence[MovementMember], at: datetime) -> None:
    """A movement that ran needs two initiatives, a proposal the one that made it."""
    left = sum(one.state == JOINED for one in members)
    needs = FEWEST if movement.state == MOVING else 1
    if left >= needs or not MOVEMENT.allows(movement.state, "end"):
        return
    movement.state, movement.ended_at = MOVEMENT.after(movement.state, "end"), at
    movement.store("state", "ended_at")
    waiting = MovementMember.objects.filter(movement=movement, state__in=WAITING)
    waiting.update(state=LEFT, at=at)
    if movement.began_at:
        record_movement(facts.MovementEnded, movement, None, at)


def _member(members: Sequence[MovementMember], initiative: Initiative) -> MovementMember:
    for one in members:
        if one.initiative_id == initiative.pk:
            return one
    raise NotNow("Dit initiatief hoort niet bij deze beweging.")


def _columns(told: Mapping[str, str]) -> dict[str, Any]:
    columns = {
        "title": typed.name("title", told.get("title") or ""),
        "aim": typed.line(told.get("aim") or ""),
        "text": typed.text(told.get("text") or ""),
    }
    errors = {}
    if not columns["title"]:
        errors["title"] = "Geef de beweging een naam."
    if not columns["aim"]:
        errors["aim"] = "Schrijf in één zin waar jullie samen naartoe gaan."
    if errors:
        raise Invalid(errors)
    return columns


def _found(code: str) -> Movement:
    Movement.objects.select_for_update(of=("self",)).get(public_id=code)
    found = movement_by_id(code)
    assert found
    return found
