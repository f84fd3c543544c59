"""Asking whether people support a plan, answering online or on paper, and closing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import AGAINST, CONDITION, OPEN, SUPPORT
from middenstip.domain.deliberation.method.support import standing_of
from middenstip.domain.deliberation.models import Backing, Pile, Support
from middenstip.domain.deliberation.selectors.support import (
    answered_beside,
    backing_of,
    due_supports,
    hold_support,
    on_paper,
    places_around,
)
from middenstip.domain.deliberation.services.ballots import hold_table, require_seat
from middenstip.domain.deliberation.services.record import record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person, hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from middenstip.kernel.write import write

NUMBERS = ("backs", "conditional", "against")


@write
def open_support(
    *,
    by: Actor,
    goal: Goal,
    question: str,
    text: str,
    members: Mapping[str, int],
    places: Sequence[str],
    closes_at: datetime,
    at: datetime,
) -> Support:
    """Ask who supports a plan, in these places (codes of areas). Twice the same is once."""
    goal = hold_table(goal)
    require_seat(by, goal)
    question, text = typed.name("question", question), typed.text(text)
    known = Support.objects.filter(goal=goal, state=OPEN).first()
    if known and (known.question, known.text) == (question, text):
        return known  # the same form twice
    if known:
        raise NotNow("Deze tafel vraagt al of mensen een plan steunen. Wacht tot dat gesloten is.")
    offered = {area.code: area for area in places_around(goal.area)}
    rules.check_support(question, text, places, offered)
    rules.check_members(members)
    rules.check_times(closes_at, None, at)
    support = Support(
        goal=goal,
        area=goal.area,
        question=question,
        text=text,
        members={half.value: members[half.value] for half in Half},
        places=[
            {"code": code, "name": area.name, "inhabitants": area.inhabitants}
            for code, area in offered.items()
            if code in places
        ],
        opened_by_id=by.seat_id,
        opened_at=at,
        closes_at=closes_at,
    ).store()
    record_about(facts.SupportOpened, support, by, at, until=closes_at.isoformat())
    return support


@write
def answer_support(
    *, by: Actor, support: Support, choice: str, place: str, words: str = "", at: datetime
) -> Backing:
    """Say whether you support it, or change that until the closing time. One answer for every person."""
    words = typed.line(words) if choice in (CONDITION, AGAINST) else ""
    hold_person(by.person_id)
    today = timezone.localdate(at)
    hold_seat(by.person_id, by.seat_id, today)
    support = hold_support(support)
    support.state = SUPPORT.after(support.state, "answer")
    rules.check_running(support, at)
    rules.check_backing(choice, words)
    rules.check_place(support, place)
    hats = hats_of_person(Person(pk=by.person_id), today)
    if answered_beside(support, by.seat_id, [hat.seat_id for hat in hats]):
        raise Forbidden(rules.ANSWERED_OTHERWISE)
    backing = backing_of(support, by.seat_id)
    backing = backing or Backing(support=support, seat_id=by.seat_id, half=by.half.value)
    rules.check_written_anew(backing, words)
    if backing.pk and (backing.choice, backing.place, backing.words) == (choice, place, words):
        return backing  # the same form twice
    backing.choice, backing.place, backing.words, backing.at = choice, place, words, at
    return backing.store()


@write
def type_pile(
    *,
    by: Actor,
    support: Support,
    number: int,
    half: str,
    place: str,
    backs: int,
    conditional: int,
    against: int,
    words: str = "",
    at: datetime,
) -> Pile:
    """Type in a pile of paper. It counts when a second person types the same numbers.

    Who typed it first may correct it until then, and types the conditions, one a line.
    """
    require_seat(by, support.goal)
    support = hold_support(support)
    support.state = SUPPORT.after(support.state, "type")
    rules.check_running(support, at)
    rules.check_place(support, place)
    numbers = (backs, conditional, against)
    rules.check_pile(support, half, numbers, on_paper(support, half, number))
    told = {"half": half, "place": place, **dict(zip(NUMBERS, numbers, strict=True))}
    pile = Pile.objects.filter(support=support, number=number).first() or Pile(support=support, number=number)
    rules.check_typed_again(pile)
    hats = hats_of_person(Person(pk=by.person_id), timezone.localdate(at))
    if pile.pk and pile.first_by_id not in {hat.seat_id for hat in hats}:
        if any(getattr(pile, name) != value for name, value in told.items()):
            raise Invalid({"backs": rules.TYPED_OTHERWISE})
        pile.second_by_id = by.seat_id
        return pile.store()
    lines = typed.points(words)
    rules.check_pile_words(conditional, lines.splitlines())
    for name, value in told.items():
        setattr(pile, name, value)
    pile.words, pile.first_by_id, pile.at = lines, by.seat_id, at
    return pile.store()


@write
def close_support(*, support: Support, at: datetime) -> Support:
    """Close it after its time: from now on it stays as it was. A pile that nobody confirmed is left out."""
    support = hold_support(support)
    if support.state != OPEN:
        return support  # another one closed it at the same time
    if at < support.closes_at:
        raise NotNow("De vraag is nog open. Tot de sluiting kan iedereen antwoorden.")
    support.state = SUPPORT.after(support.state, "close")
    waiting = support.piles.filter(second_by=None)
    support.left_out = waiting.count()
    waiting.delete()
    support.store("state", "left_out")
    record_about(facts.SupportClosed, support, None, at, people=standing_of(support).people)
    return support


@write
def close_supports(*, at: datetime) -> int:
    """Close every question whose time has passed; returns how many."""
    due = due_supports(at)
    for support in due:
        close_support(support=support, at=at)
    return len(due)
