"""Seats come to a table, ask for a chair, are let in, and leave."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import (
    ASKED,
    GATHERING,
    GOAL,
    INVITATION,
    NOT_NOW,
    PROPOSED,
    REQUEST,
    SENT,
    WRITING,
)
from middenstip.domain.goals.models import Answer, Chair, Goal, Request
from middenstip.domain.goals.selectors import chairs_at, halves_at
from middenstip.domain.goals.services.counting import count_yes
from middenstip.domain.goals.services.hold import at_table, fresh, hats_of, keep, note, sits_in_another
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import hats_of_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import ALL_HALVES
from middenstip.kernel.term import after_working_days
from middenstip.kernel.verdict import NotNow, require, said
from middenstip.kernel.write import write

WORKING_DAYS = 5  # the table has this long to answer; then the initiator and the verbinder are asked too
PATIENCE = timedelta(days=30)  # a request nobody answers lapses; after *niet nu* the seat waits as long


@write
def join_goal(*, by: Actor, goal: Goal, at: datetime) -> Chair:
    """A seat that was invited joins the table; the initiator needs no invitation. See also `ask_chair`.

    When the third half is present, writing starts.
    """
    seat = hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    goal = fresh(goal)
    chairs = chairs_at(goal)
    if any(chair.seat_id == by.seat_id for chair in chairs):
        raise NotNow("Je zit al aan deze tafel.")
    is_invited = goal.invitations.filter(seat=by.seat_id, state=SENT, until__gte=at).exists()
    if not is_invited and not (goal.initiative and is_initiator(by.person_id, goal.initiative)):
        _check_seat(by, goal, seat, chairs, at)  # the true reason first: some seats may never sit here
        raise NotNow("Aan deze tafel kom je op uitnodiging. Je kunt wel een stoel vragen.")
    return _come(by, goal, seat, chairs, at)


@write
def ask_chair(*, by: Actor, goal: Goal, word: str = "", public_id: str = "", at: datetime) -> Request:
    """A seat that was not invited asks for a chair; a second request changes nothing."""
    today = timezone.localdate(at)
    seat = hold_seat(by.person_id, by.seat_id, today)
    goal = fresh(goal)
    chairs = chairs_at(goal)
    if any(chair.seat_id == by.seat_id for chair in chairs):
        raise NotNow("Je zit al aan deze tafel.")
    _check_seat(by, goal, seat, chairs, at)
    mine = goal.requests.filter(seat=by.seat_id)
    if (asked := mine.filter(state=ASKED).first()) is not None:
        return asked
    refused = mine.filter(state=NOT_NOW, answered_at__gt=at - PATIENCE).first()
    if refused and refused.answered_at:
        day = timezone.localdate(refused.answered_at + PATIENCE)
        raise NotNow(said("De tafel zei: niet nu. Vanaf %(day)s kun je het opnieuw vragen.", day=day))
    request = Request(
        goal=goal,
        seat=seat,
        person_id=by.person_id,
        word=typed.line(word),
        at=at,
        due_on=after_working_days(today, WORKING_DAYS),
    ).store()
    note(facts.ChairAsked, goal, by, at, seat=by.seat_public_id)
    return request


@write
def give_chair(*, by: Actor, request: Request, at: datetime) -> Chair:
    """Somebody at the table says yes: the seat that asked sits down at once."""
    today = timezone.localdate(at)
    hats = hats_of_person(request.person, today)
    asker = next((hat for hat in hats if hat.seat_id == request.seat_id), None)
    if asker is None:
        raise NotNow("Wie dit vroeg, zit niet meer in deze zetel. Je hoeft niets te doen.")
    seat = hold_seat(asker.person_id, asker.seat_id, today)
    goal, request, chairs = _asked(by, request, at)
    if any(chair.seat_id == seat.pk for chair in chairs):
        raise NotNow("Deze zetel zit al aan tafel.")
    _answer(request, "let_in", at)
    note(facts.ChairGiven, goal, by, at, seat=asker.seat_public_id)
    return _come(asker, goal, seat, chairs, at)


@write
def refuse_chair(*, by: Actor, request: Request, reply: str, at: datetime) -> Request:
    """Somebody at the table says *niet nu*, with a word for the seat that asked."""
    goal, request, _chairs = _asked(by, request, at)
    request.reply = typed.line(reply)
    _answer(request, "refuse", at)
    note(facts.ChairRefused, goal, by, at, seat=request.seat.public_id)
    return request


@write
def withdraw_request(*, by: Actor, request: Request, at: datetime) -> Request:
    """The seat that asked no longer wants a chair."""
    request = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if request.seat_id != by.seat_id:
        raise NotNow("Alleen wie een stoel vroeg, trekt de vraag in.")
    return _answer(request, "withdraw", at)


@write
def drop_requests(*, seat: Seat, at: datetime) -> None:
    """Withdraw what this seat asked: the person left."""
    asked = Request.objects.filter(seat=seat, state=ASKED)
    asked.update(state=REQUEST.after(ASKED, "withdraw"), answered_at=at)


@write
def lapse_requests(*, at: datetime) -> int:
    """Requests that nobody answered in time lapse; returns how many."""
    late = Request.objects.filter(state=ASKED, at__lt=at - PATIENCE)
    return late.update(state=REQUEST.after(ASKED, "lapse"), answered_at=at)


@write
def leave_goal(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """A seat leaves. If its half is then missing, the table waits for that half again.

    A goal without seats is not shared: when the last seat leaves it becomes a proposal again.
    """
    goal = fresh(goal)
    chairs = at_table(by, goal)
    note(facts.ChairLeft, goal, by, at, seat=by.seat_public_id, left=by.half)
    return take_chair_away(by, goal, by.seat_id, chairs, at)


def take_chair_away(by: Actor, goal: Goal, seat: int, chairs: list[Chair], at: datetime) -> Goal:
    """Remove the chair of this seat (a key) from these chairs, and count again."""
    staying = [chair for chair in chairs if chair.seat_id != seat]
    goal.state = GOAL.after(goal.state, "leave")
    Chair.objects.filter(goal=goal, seat=seat, left_at=None).update(left_at=at)
    if goal.state in (GATHERING, WRITING):  # still closed: a seat takes its letter along
        goal.letters.filter(seat=seat).delete()
    goal.halves_present = halves_at(staying)
    if goal.halves_present != ALL_HALVES and GOAL.allows(goal.state, "lose_half"):
        goal.state = GOAL.after(goal.state, "lose_half")
    if goal.state == PROPOSED:
        count_yes(by, goal, goal.versions.get(number=goal.number), staying, at)
    if not staying and GOAL.allows(goal.state, "lose_all"):
        goal.state, goal.halves_yes = GOAL.after(goal.state, "lose_all"), 0
    return keep(goal, at)


def sit_down_at(by: Actor, goal: Goal, seat: Seat, chairs: list[Chair], at: datetime) -> Chair:
    """Add a chair for this seat beside these chairs."""
    _check_seat(by, goal, seat, chairs, at)
    goal.state = GOAL.after(goal.state, "join")
    chair = Chair(goal=goal, seat=seat, joined_at=at).store()
    note(facts.ChairTaken, goal, by, at, seat=by.seat_public_id, joined=by.half)
    goal.halves_present = halves_at([*chairs, chair])
    if goal.halves_present == ALL_HALVES and GOAL.allows(goal.state, "complete"):
        goal.state = GOAL.after(goal.state, "complete")
    if chair.counts:
        goal.halves_yes &= ~by.half.bit
    keep(goal, at)
    return chair


def _check_seat(by: Actor, goal: Goal, seat: Seat, chairs: list[Chair], at: datetime) -> None:
    hats = hats_of(by, at)
    require(rules.may_join(hats, goal))
    require(rules.may_sit(seat.half, seat.side_id is None, sits_in_another(by, chairs, hats)))
    GOAL.after(goal.state, "join")


def _come(by: Actor, goal: Goal, seat: Seat, chairs: list[Chair], at: datetime) -> Chair:
    if goal.number:  # a seat that comes back must answer the version again, like a newcomer
        Answer.objects.filter(version__goal=goal, version__number=goal.number, seat=by.seat_id).delete()
    chair = sit_down_at(by, goal, seat, chairs, at)
    for invitation in goal.invitations.filter(seat=seat, state=SENT):
        invitation.state, invitation.answered_at = INVITATION.after(SENT, "accept"), at
        invitation.store("state", "answered_at")
    for asked in goal.requests.filter(seat=seat, state=ASKED):  # invited while the request waited
        _answer(asked, "let_in", at)
    return chair


def _asked(by: Actor, request: Request, at: datetime) -> tuple[Goal, Request, list[Chair]]:
    """The table locked, the request as it is now, and the chairs; refused when `by` may not answer it."""
    goal = fresh(request.goal)
    request = Request.objects.select_related("seat").get(pk=request.pk)
    chairs = chairs_at(goal)
    is_late = request.due_on < timezone.localdate(at)
    require(rules.may_let_in(by, goal, {chair.seat_id for chair in chairs}, is_late))
    return goal, request, chairs


def _answer(request: Request, act: str, at: datetime) -> Request:
    request.state, request.answered_at = REQUEST.after(request.state, act), at
    return request.store("state", "reply", "answered_at")
