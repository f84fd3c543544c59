"""Somebody wipes everything, or left an own seat. Nobody is left waiting for who is gone."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ACTION, CASE
from middenstip.domain.intake.models import Action
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.facts import PersonErased, SeatLeft
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import hold_person
from middenstip.domain.projects import services as projects
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write

READER = "leave"
GOING = (SeatLeft.kind, PersonErased.kind)
HELPING = ("offered", "accepted")


@write
def erase(*, by: Actor, person: Person, at: datetime) -> Person:
    """Wipe who somebody is; what was done stays unnamed. What waits for them is cleared up right after."""
    require(rules.may_erase(by, person.public_id))
    hold_person(person.pk)
    initiatives.lose_follower(person=person)
    return parties.erase_person(by=by, person=person, at=at)


def clear_up(*, at: datetime) -> int:
    """Clear up after everybody who left since the last round; returns how many that were.

    The worker does this, told by the journal: however much waits for somebody, leaving costs them one click,
    and a process that dies half-way loses nothing. Whatever began at the moment of leaving is there by now
    (see `hold_seat`). A seat of an organisation waits for whoever comes next.
    """
    return readers.hand_over(READER, partial(_clear_up, at=at), GOING)


@write
def _clear_up(entry: Entry, at: datetime) -> int:
    """Deal with one who left, and note that it is dealt with, in one piece."""
    if not readers.done(READER, entry):
        return 0
    if entry.kind == PersonErased.kind:
        own = Seat.objects.filter(memberships__person__public_id=entry.subject).distinct()
        initiatives.drop_drafts(initiator=entry.subject)
    else:
        own = Seat.objects.filter(public_id=entry.subject)
    for seat in own.filter(side=None).order_by("pk"):
        _get_up(seat, at)
    return 1


def _get_up(seat: Seat, at: datetime) -> None:
    """Whatever waits for this own seat: tables, signatures, help, and actions it carries for another."""
    person = Person.objects.filter(memberships__seat=seat).latest("memberships__pk")
    by = Actor(
        person=person.pk,
        person_id=person.public_id,
        seat=seat.pk,
        seat_id=seat.public_id,
        half=Half(seat.half),
    )
    sits = Goal.objects.filter(chairs__seat=seat, chairs__left_at=None).exclude(state__in=GOAL.ends)
    for goal in sits.order_by("pk"):
        agree_goal.leave(by=by, goal=goal, at=at)
    projects.lapse_waiting_for(by=by, seat=seat, at=at)
    for partner in Partner.objects.filter(seat=seat, state__in=HELPING).exclude(initiative__stage__in=ENDED):
        take_part.end_help(by=by, partner=partner, at=at)
    carried = Action.objects.filter(carrier=seat, state=ACTION.start)
    for action in carried.exclude(case__state__in=CASE.ends):
        intake.give_back_action(by=by, action=action, at=at)
