"""A person erases their data or leaves their own seat. Afterwards nothing waits for that person."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.utils import timezone

from middenstip.domain.agreements import services as agreements
from middenstip.domain.baseline import services as baseline
from middenstip.domain.files import services as files
from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ACTION, CASE
from middenstip.domain.intake.models import Action
from middenstip.domain.labs import services as labs
from middenstip.domain.learning import services as learning
from middenstip.domain.matching import services as matching
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.facts import PersonErased, SeatLeft
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import hold_memberships, hold_person
from middenstip.domain.projects import services as projects
from middenstip.domain.questions import services as questions
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, hand_over_seat, take_part, withdraw_photo
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write

READER = "leave"
GOING = (SeatLeft.kind, PersonErased.kind)
HELPING = ("offered", "accepted")


@write
def erase(*, by: Doer, person: Person, at: datetime) -> Person:
    """Erase a person's identity; what they did stays without a name. Other rows are cleaned up afterwards."""
    require(rules.may_erase(by, person.public_id))
    hold_person(person.pk)
    hold_memberships(person.pk)
    initiatives.lose_follower(person=person)
    files.drop_files_of(person=person, at=at)
    intake.forget_phones(person=person)
    goals.forget_uses(person=person)
    labs.drop_check_of(person=person)
    labs.drop_tasks_of(person=person.pk, at=at)
    labs.drop_visits_of(person=person.pk, at=at)
    labs.drop_days_of(person=person.pk)
    gatherings.drop_attendances_of(person=person, at=at)
    withdraw_photo.forget_host(person=person, at=at)
    baseline.drop_answers_of(person=person)
    questions.drop_lines_of(person=person)
    learning.drop_drafts(person=person)
    matching.forget_person(person=person, at=at)
    return parties.erase_person(by=by, person=person, at=at)


def clear_up(*, at: datetime) -> int:
    """Clean up after everyone who left since the last run; returns how many that were.

    The worker does this from facts in the journal, so that leaving takes one click however much waits for a
    person, and nothing is lost when a process dies half-way. Acts that were running at the moment of leaving
    are finished by then (see `hold_seat`). What a seat of an organisation owes waits for its next holder.
    """
    return readers.hand_over(READER, partial(_clear_up, at=at), GOING)


@write
def _clear_up(entry: Entry, at: datetime) -> int:
    """Clean up after one person, and mark the entry as handled, in one transaction."""
    if not readers.done(READER, entry):
        return 0
    if entry.kind == PersonErased.kind:
        own = Seat.objects.filter(memberships__person__public_id=entry.subject).distinct()
        initiatives.drop_drafts(initiator=entry.subject)
        projects.drop_takes_of(person=entry.subject, at=at)
    else:
        own = Seat.objects.filter(public_id=entry.subject)
    left = own.filter(side__isnull=False, memberships__until_on=timezone.localdate(entry.at))
    for seat in left.distinct().order_by("pk"):
        hand_over_seat.leave_behind(seat=seat, at=entry.at)
    for seat in own.filter(side=None).order_by("pk"):
        get_up(seat, at)
    return 1


def get_up(seat: Seat, at: datetime) -> None:
    """Withdraw a person's own seat from all that waits for it: tables, signatures, help, actions."""
    person = Person.objects.filter(memberships__seat=seat).latest("memberships__pk")
    by = Actor(
        person_id=person.pk,
        person_public_id=person.public_id,
        seat_id=seat.pk,
        seat_public_id=seat.public_id,
        half=Half(seat.half),
    )
    sits = Goal.objects.filter(chairs__seat=seat, chairs__left_at=None).exclude(state__in=GOAL.ends)
    for goal in sits.order_by("pk"):
        agree_goal.leave(by=by, goal=goal, at=at)
    goals.drop_requests(seat=seat, at=at)
    labs.stop_hosting(by=by, at=at)
    agreements.lapse_waiting_for(by=by, seat=seat, at=at)
    for partner in Partner.objects.filter(seat=seat, state__in=HELPING).exclude(initiative__stage__in=ENDED):
        take_part.end_help(by=by, partner=partner, at=at)
    carried = Action.objects.filter(carrier=seat, state=ACTION.start)
    for action in carried.exclude(case__state__in=CASE.ends):
        intake.give_back_action(by=by, action=action, at=at)
