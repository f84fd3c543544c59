"""Opening a dialogue, coming in and leaving, and its steps. Who leads it moves it, and has no vote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils import timezone

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import (
    CLARIFY,
    COLLECT,
    DECIDED,
    LIVES,
    METHODS,
    NO,
    PARKED,
    ROUNDS,
)
from middenstip.domain.deliberation.models import Attendee, Dialogue, Stance
from middenstip.domain.deliberation.selectors.dialogues import (
    attendee_in,
    attendee_with,
    attendees_of,
    hold_dialogue,
    next_attendee,
    recognised_in,
    stances_in,
    views_in,
)
from middenstip.domain.deliberation.services.ballots import hold_table, require_seat
from middenstip.domain.deliberation.services.record import record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person, hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import YES, Invalid, NotNow, Verdict, require
from middenstip.kernel.write import write

MOST_PEOPLE = 300


def _again(public_id: str) -> Dialogue:
    return Dialogue.objects.get(public_id=public_id)


@write
@once(_again)
def open_dialogue(
    *,
    by: Actor,
    goal: Goal,
    method: str,
    question: str,
    text: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Dialogue:
    """Begin a dialogue at a table. The seat that opens it leads it."""
    goal = hold_table(goal)
    require_seat(by, goal)
    if method not in METHODS:
        raise Invalid({"method": "Kies hoe jullie praten."})
    text = typed.text(text)
    if method == ROUNDS and not text:
        raise Invalid({"text": "Een consentronde gaat over een voorstel. Schrijf het op."})
    if any(LIVES[one.method].acts(one.state) for one in goal.dialogues.all()):
        raise NotNow("Aan deze tafel loopt al een gesprek. Maak dat eerst af.")
    dialogue = Dialogue(
        public_id=public_id or new_id(),
        goal=goal,
        area=goal.area,
        method=method,
        question=typed.name("question", question),
        text=text,
        state=CLARIFY if method == ROUNDS else COLLECT,
        led_by_id=by.seat_id,
        opened_at=at,
    ).store()
    record_about(facts.DialogueOpened, dialogue, by, at, method=method)
    return dialogue


@write
def join_dialogue(*, by: Actor, dialogue: Dialogue, at: datetime) -> Attendee:
    """Take part, for the half of this seat; a person once. Coming back after leaving is the same number."""
    hold_person(by.person_id)
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    dialogue = hold_dialogue(dialogue)
    hats = hats_of_person(Person(pk=by.person_id), timezone.localdate(at))
    require(rules.may_attend(hats, dialogue))
    known = attendee_in(dialogue, [hat.seat_id for hat in hats])
    if known and known.left_at is None:
        return known
    LIVES[dialogue.method].after(dialogue.state, "join")
    if known:
        known.left_at = None
        return known.store("left_at")
    return _come_in(dialogue, by.half.value, by.seat_id)


@write
def join_on_paper(*, by: Actor, dialogue: Dialogue, half: str, number: int, at: datetime) -> Attendee:
    """Who leads lets in somebody without a phone; `number` is the one on their card, once."""
    dialogue = hold_dialogue(dialogue)
    require(rules.may_lead(by, dialogue))
    LIVES[dialogue.method].after(dialogue.state, "join")
    if half not in set(Half):
        raise Invalid({"half": "Kies bij welke helft iemand hoort."})
    if number != next_attendee(dialogue):
        known = attendee_with(dialogue, number)
        if known and known.on_paper and known.half == half:
            return known  # the same form twice
        raise NotNow("Dit nummer is net vergeven. Geef de kaart het volgende nummer.")
    return _come_in(dialogue, half, None)


@write
def leave_dialogue(*, by: Actor, dialogue: Dialogue, number: int, at: datetime) -> Attendee:
    """Somebody goes away: nobody waits for them any more. Who leads may note it for another."""
    dialogue = hold_dialogue(dialogue)
    attendee = attendee_with(dialogue, number)
    if attendee is None:
        raise NotNow(rules.NOT_THERE)
    require(_may_leave(by, dialogue, attendee))
    if attendee.left_at is None:
        attendee.left_at = at
        attendee.store("left_at")
    return attendee


@write
def move_dialogue(*, by: Actor, dialogue: Dialogue, act: str, step: str, at: datetime) -> Dialogue:
    """The next step. `step` is where the reader saw it, so that the same form twice moves it once.

    A step is refused until its rule is met: see `_CHECKS`.
    """
    dialogue = hold_dialogue(dialogue)
    require(rules.may_lead(by, dialogue))
    if dialogue.state != step:
        return dialogue
    if act not in MOVES:
        raise Invalid({"act": "Kies een stap."})
    life = LIVES[dialogue.method]
    after = life.after(dialogue.state, act)
    _CHECKS[act](dialogue)
    if act == "close" and not any(one.choice == NO for one in _this_round(dialogue)):
        after = life.after(dialogue.state, "adopt")
    if act == "ask":
        dialogue.round, dialogue.asked_text = dialogue.round + 1, dialogue.text
    dialogue.state = after
    dialogue.ended_at = at if after in (DECIDED, PARKED) else None
    dialogue.store("state", "round", "asked_text", "ended_at")
    if dialogue.ended_at:
        return _end(dialogue, by, at)
    record_about(facts.DialogueMoved, dialogue, by, at, step=after, round=dialogue.round)
    return dialogue


def hold_attendee(by: Actor, dialogue: Dialogue, number: int | None) -> Attendee:
    """Who speaks: the reader, or with `number` somebody on paper for whom the one who leads types."""
    if number is None:
        attendee = attendee_in(dialogue, [by.seat_id])
    else:
        require(rules.may_lead(by, dialogue))
        attendee = attendee_with(dialogue, number)
        if attendee and not attendee.on_paper:
            raise NotNow("Typ alleen in wie op papier meedoet. De anderen zeggen het zelf.")
    if attendee is None:
        raise NotNow(rules.NOT_THERE)
    if attendee.left_at:
        raise NotNow(rules.GONE)
    return attendee


def _come_in(dialogue: Dialogue, half: str, seat: int | None) -> Attendee:
    number = next_attendee(dialogue)
    if number > MOST_PEOPLE:
        raise NotNow("Dit gesprek is vol. Begin een tweede gesprek.")
    told = {"number": number, "half": half, "seat_id": seat, "on_paper": seat is None}
    return Attendee(dialogue=dialogue, **told).store()


def _may_leave(by: Actor, dialogue: Dialogue, attendee: Attendee) -> Verdict:
    return YES if attendee.seat_id == by.seat_id else rules.may_lead(by, dialogue)


def _this_round(dialogue: Dialogue) -> list[Stance]:
    return [one for one in stances_in(dialogue) if one.round == dialogue.round]


def _may_ask(dialogue: Dialogue) -> None:
    rules.check_proposal(dialogue)
    people = attendees_of(dialogue)
    rules.check_halves(people)
    if dialogue.round:
        rules.check_needs(people, _this_round(dialogue))
    elif dialogue.method == ROUNDS:
        rules.check_everybody_spoke(people)
    else:
        rules.check_carried(people, views_in(dialogue), recognised_in(dialogue))


def _may_decide(dialogue: Dialogue) -> None:
    people, stances = attendees_of(dialogue), _this_round(dialogue)
    rules.check_needs(people, stances)
    rules.check_decides(dialogue, stances, {one.pk: one.half for one in people})


def _may_surface(dialogue: Dialogue) -> None:
    rules.check_surfaced(attendees_of(dialogue), views_in(dialogue), recognised_in(dialogue))


def _end(dialogue: Dialogue, by: Actor, at: datetime) -> Dialogue:
    """Take the seats off, so that nobody can be joined to what they said."""
    people = Attendee.objects.filter(dialogue=dialogue).count()
    Attendee.objects.filter(dialogue=dialogue).update(seat=None)
    told = {"outcome": dialogue.state, "round": dialogue.round, "people": people}
    record_about(facts.DialogueEnded, dialogue, by, at, **told)
    return dialogue


_CHECKS: dict[str, Callable[[Dialogue], None]] = {
    "seek": lambda one: rules.check_halves(attendees_of(one)),
    "discuss": lambda one: rules.check_halves(attendees_of(one)),
    "spread": lambda one: rules.check_everybody_spoke(attendees_of(one)),
    "ask": _may_ask,
    "close": lambda one: rules.check_answered(attendees_of(one), _this_round(one)),
    "decide": _may_decide,
    "dive": rules.check_dive,
    "surface": _may_surface,
    "park": lambda one: None,
}
MOVES: Sequence[str] = tuple(_CHECKS)
