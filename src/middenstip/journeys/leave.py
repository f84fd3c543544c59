"""Somebody leaves a seat of their own, or the whole platform. Nobody is left waiting for who is gone."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ACTION, CASE
from middenstip.domain.intake.models import Action
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Person, Seat
from middenstip.domain.parties.selectors import hold_person, on_day
from middenstip.domain.projects import services as projects
from middenstip.journeys import agree_goal, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write

HELPING = ("offered", "accepted")


@write
def leave_seat(*, person: Person, seat: Seat, at: datetime) -> None:
    """Get up from a seat. An organisation finds somebody else for it; an own seat is nobody's after this.

    First up, then clear: whatever began at the same moment is there by then (see `hold_seat`).
    """
    parties.leave_seat(person=person, seat=seat, at=at)
    if seat.side_id is None:
        _get_up(person, seat, at)


@write
def erase(*, by: Actor, person: Person, at: datetime) -> Person:
    """Wipe who somebody is: nobody waits for an own seat, drafts go, what was done stays unnamed."""
    require(rules.may_erase(by, person.public_id))
    hold_person(person.pk)
    today = timezone.localdate(at)
    own = Seat.objects.filter(on_day(today, "memberships__"), memberships__person=person, side=None)
    seats = list(own.order_by("pk"))
    follows = Follow.objects.filter(person=person, kind=Follow.INITIATIVE)
    followed = list(follows.values_list("target", flat=True))
    erased = parties.erase_person(by=by, person=person, at=at)
    for seat in seats:
        _get_up(person, seat, at)
    for initiative in Initiative.objects.filter(public_id__in=followed).order_by("pk"):
        initiatives.count_follower(initiative=initiative, change=-1)
    initiatives.drop_drafts(initiator=person)
    return erased


def _get_up(person: Person, seat: Seat, at: datetime) -> None:
    """Whatever waits for this own seat: tables, signatures, help, and actions it carries for another."""
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
    projects.withdraw_waiting_for(by=by, seat=seat, at=at)
    for partner in Partner.objects.filter(seat=seat, state__in=HELPING).exclude(initiative__stage__in=ENDED):
        take_part.end_help(by=by, partner=partner, at=at)
    carried = Action.objects.filter(carrier=seat, state=ACTION.start)
    for action in carried.exclude(case__state__in=CASE.ends):
        intake.give_back_action(by=by, action=action, at=at)
