"""Stopping a table, or sending a chair away: by a yes of every half there, or by the facilitator."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import (
    GATHERING,
    GOAL,
    MOTION,
    PENDING,
    PROPOSED,
    SEND_AWAY,
    SHARED,
    STOP,
    WRITING,
)
from middenstip.domain.goals.models import Chair, Consent, Goal, Motion
from middenstip.domain.goals.selectors import chairs_at, halves_at
from middenstip.domain.goals.services.chairs import take_chair_away
from middenstip.domain.goals.services.counting import count_yes
from middenstip.domain.goals.services.hold import fresh, keep, note
from middenstip.domain.parties.selectors import sitting_in
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import ALL_HALVES
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

TIME_TO_SAY = TIME_TO_UNDO = timedelta(days=7)


@write
def make_motion(*, by: Actor, goal: Goal, seat: str = "", reason: str, at: datetime) -> Motion:
    """Ask to send the seat with this public id away, or ("") to stop the table.

    The seat that asks says yes with it. It happens at once when every half there has said yes, or when the
    facilitator asks it.
    """
    goal = fresh(goal)
    chairs = chairs_at(goal)
    chair = _chair(chairs, seat) if seat else None
    if chair and chair.seat_id == by.seat_id:
        raise NotNow("Dit is je eigen stoel. Je kunt zelf opstaan.")
    voters = voters_on(chairs, chair)
    require(rules.may_move(by, goal, {one.seat_id for one in voters}))
    _check_state(goal, chair)
    leads = rules.leads(by, goal)
    if chair and not leads:
        _check_only_one(chairs, chair)
    reason = typed.line(reason)
    if not reason:
        raise Invalid({"reason": "Zeg in één zin waarom. De anderen lezen dit."})
    if goal.motions.filter(state=PENDING, chair=chair).exists():
        raise NotNow("Dit verzoek ligt er al. Zeg daar ja of nee.")
    motion = Motion(
        goal=goal,
        act=SEND_AWAY if chair else STOP,
        chair=chair,
        by_id=by.seat_id,
        reason=reason,
        at=at,
        until=at + TIME_TO_SAY,
    ).store()
    note(facts.MotionMade, goal, by, at, act=motion.act, seat=seat)
    if leads:
        return _carry(by, motion, goal, chairs, at)
    return _consent(by, motion, goal, chairs, voters, at)


@write
def answer_motion(*, by: Actor, motion: Motion, is_yes: bool, at: datetime) -> Motion:
    """A seat says yes, or no: a single no of a seat that counts ends it. The one who asked withdraws so."""
    goal, motion = _fresh(motion)
    chairs = chairs_at(goal)
    voters = voters_on(chairs, motion.chair)
    require(rules.may_move(by, goal, {one.seat_id for one in voters}))
    if motion.state == PENDING and motion.until < at:
        raise NotNow("De tijd om hier ja op te zeggen is voorbij.")
    if is_yes:
        motion.state = MOTION.after(motion.state, "say_yes")
        if rules.leads(by, goal):
            return _carry(by, motion, goal, chairs, at)
        return _consent(by, motion, goal, chairs, voters, at)
    motion.state = MOTION.after(motion.state, "withdraw" if motion.by_id == by.seat_id else "refuse")
    return motion.store("state")


@write
def undo_motion(*, by: Actor, motion: Motion, at: datetime) -> Motion:
    """Bring the chair back, or let the stopped table go on. A seat there or the facilitator does it, in time.

    When somebody left for good meanwhile, the table goes on without their seat.
    """
    goal, motion = _fresh(motion)
    chairs = chairs_at(goal)
    if not rules.leads(by, goal):
        require(rules.may_act(by, {chair.seat_id for chair in chairs}))
    state = MOTION.after(motion.state, "undo")
    if motion.until < at:
        raise NotNow("Dit kon zeven dagen lang. Die zijn voorbij.")
    if motion.chair:
        _bring_back(by, goal, motion.chair, chairs, at)
    else:
        _resume(by, goal, motion, chairs, at)
    motion.state = state
    return motion.store("state")


@write
def lapse_motions(*, at: datetime) -> int:
    """Motions without a yes of every half in time lapse; returns how many."""
    late = Motion.objects.filter(state=PENDING, until__lt=at)
    return late.update(state=MOTION.after(PENDING, "lapse"))


def voters_on(chairs: list[Chair], about: Chair | None) -> list[Chair]:
    """The chairs that must say yes: those that count, without the one it is about.

    When none of them counts, all do: else nobody could stop such a table.
    """
    others = [chair for chair in chairs if about is None or chair.pk != about.pk]
    return [chair for chair in others if chair.counts] or others


def _fresh(motion: Motion) -> tuple[Goal, Motion]:
    """The table locked, and the motion as it is now."""
    goal = fresh(motion.goal)
    return goal, Motion.objects.select_related("chair__seat").get(pk=motion.pk)


def _chair(chairs: list[Chair], seat: str) -> Chair:
    found = next((chair for chair in chairs if chair.seat.public_id == seat), None)
    if found is None:
        raise NotNow("Deze zetel zit niet aan tafel.")
    return found


def _check_state(goal: Goal, chair: Chair | None) -> None:
    if chair is None and goal.state == SHARED:
        raise NotNow(
            "Dit doel is van alle drie de helften. Moet het anders? Leg dan een nieuwe versie op tafel."
        )
    GOAL.after(goal.state, "leave" if chair else "stop")


def _check_only_one(chairs: list[Chair], chair: Chair) -> None:
    """Two halves cannot send the third away: only the facilitator can."""
    others = [one for one in chairs if one.counts and one.pk != chair.pk and one.seat.half == chair.seat.half]
    if chair.counts and not others:
        raise NotNow("Dit is de enige stoel van deze helft. Vraag de gespreksleider om hulp.")


def _consent(
    by: Actor, motion: Motion, goal: Goal, chairs: list[Chair], voters: list[Chair], at: datetime
) -> Motion:
    """Note the yes of this seat. When every seat that must say yes did, it happens."""
    Consent.objects.get_or_create(motion=motion, seat_id=by.seat_id, defaults={"at": at})
    said_yes = set(motion.consents.values_list("seat", flat=True))
    if {chair.seat_id for chair in voters} <= said_yes:
        return _carry(by, motion, goal, chairs, at)
    return motion.store("state")


def _carry(by: Actor, motion: Motion, goal: Goal, chairs: list[Chair], at: datetime) -> Motion:
    _check_state(goal, motion.chair)
    motion.state, motion.carried_at = MOTION.after(motion.state, "carry"), at
    motion.goal_state, motion.until = goal.state, at + TIME_TO_UNDO
    motion.goal = goal
    motion.store()
    if motion.chair:
        seat = motion.chair.seat
        note(facts.ChairSentAway, goal, by, at, seat=seat.public_id, left=seat.half)
        take_chair_away(by, goal, seat.pk, chairs, at)
        return motion
    goal.state = GOAL.after(goal.state, "stop")
    note(facts.GoalStopped, goal, by, at)
    keep(goal, at)
    return motion


def _bring_back(by: Actor, goal: Goal, chair: Chair, chairs: list[Chair], at: datetime) -> None:
    if goal.state in GOAL.ends:
        raise NotNow("Deze tafel is gestopt. Draai eerst dat terug.")
    if any(one.seat_id == chair.seat_id for one in chairs):
        raise NotNow("Deze zetel zit al weer aan tafel.")
    if not sitting_in([chair.seat_id], timezone.localdate(at))[chair.seat_id]:
        raise NotNow("In deze zetel zit niemand meer.")
    chair.left_at = None
    chair.store("left_at")
    if goal.state == SHARED:  # decided without this seat: it must say ja too
        goal.state = GOAL.after(SHARED, "lose_all")
    note(facts.ChairBroughtBack, goal, by, at, seat=chair.seat.public_id, joined=chair.seat.half)
    _count_again(by, goal, [*chairs, chair], at)


def _resume(by: Actor, goal: Goal, motion: Motion, chairs: list[Chair], at: datetime) -> None:
    """The table goes on in the state in which it was stopped, without seats that nobody sits in any more."""
    newer = Goal.objects.filter(initiative=goal.initiative_id, opened_at__gt=goal.opened_at)
    if goal.initiative_id and newer.exclude(state__in=GOAL.ends).exists():
        raise NotNow("Er is intussen een nieuwe tafel. Praat daar verder.")
    sat = sitting_in([chair.seat_id for chair in chairs], timezone.localdate(at))
    gone = [chair for chair in chairs if not chair.seat.side_id and not sat[chair.seat_id]]
    Chair.objects.filter(pk__in=[chair.pk for chair in gone]).update(left_at=at)
    goal.state = motion.goal_state
    note(facts.GoalResumed, goal, by, at)
    _count_again(by, goal, [chair for chair in chairs if chair not in gone], at)


def _count_again(by: Actor, goal: Goal, chairs: list[Chair], at: datetime) -> None:
    goal.halves_present = halves_at(chairs)
    is_full = goal.halves_present == ALL_HALVES
    if goal.state == GATHERING and is_full:
        goal.state = GOAL.after(GATHERING, "complete")
    elif goal.state == WRITING and not is_full:
        goal.state = GOAL.after(WRITING, "lose_half")
    if goal.state == PROPOSED:
        count_yes(by, goal, goal.versions.get(number=goal.number), chairs, at)
    keep(goal, at)
