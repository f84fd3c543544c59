"""The talk at a table: open it, write, reveal, propose, answer, end."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import ANSWERS, GOAL, NO, SHARED, UNLESS, YES
from middenstip.domain.goals.models import REACHES, Answer, Goal, Letter, Version
from middenstip.domain.goals.services.chairs import sit_down_at
from middenstip.domain.goals.services.counting import count_yes
from middenstip.domain.goals.services.hold import (
    at_table,
    fresh,
    hats_of,
    keep,
    locked,
    note,
    sits_in_another,
)
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.selectors import hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require, said
from middenstip.kernel.write import write


@write
def raise_goal(
    *,
    by: Actor,
    initiative: Initiative,
    title: str,
    question: str,
    reach: str = "",
    sit_down: bool = False,
    public_id: str = "",
    at: datetime,
) -> Goal:
    """Open a table for an initiative. The opener may join it first, but does not own it."""
    require(rules.may_open(by, initiative))
    goal = Goal(
        public_id=public_id or new_id(),
        title=typed.name("title", title),
        question=typed.text(question),
        initiative=initiative,
        area=initiative.area,
        reach=reach or _reach_of(initiative),
        municipality=initiative.municipality,
        raised_half=initiative.origin_half,
        raised_by=initiative.seat,
        opened_at=at,
        changed_at=at,
    ).store()
    note(facts.GoalOpened, goal, by, at, raised=goal.raised_half)
    if sit_down:
        sit_down_at(by, goal, hold_seat(by.person_id, by.seat_id, timezone.localdate(at)), [], at)
    return goal


@write
def write_letter(*, by: Actor, goal: Goal, text: str, at: datetime) -> Letter:
    """A seat writes the goal alone; it may rewrite its letter until the reveal."""
    goal = fresh(goal)
    at_table(by, goal)
    goal.state = GOAL.after(goal.state, "write")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf op wat jij wilt bereiken. Eén zin is genoeg."})
    letter = Letter.objects.filter(goal=goal, seat=by.seat_id).first()
    is_new = letter is None
    letter = letter or Letter(goal=goal, seat_id=by.seat_id)
    letter.text, letter.written_at = text, at
    letter.store()
    if is_new:
        note(facts.LetterSealed, goal, by, at, seat=by.seat_public_id)
    return letter


@write
def reveal_letters(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """Make all letters readable at once, when every seat that counts has written one."""
    goal = fresh(goal)
    chairs = at_table(by, goal)
    state = GOAL.after(goal.state, "reveal")
    written = set(goal.letters.values_list("seat", flat=True))
    waiting = [chair.seat.label for chair in chairs if chair.counts and chair.seat_id not in written]
    if waiting:
        raise NotNow(
            said("De briefjes gaan tegelijk open. We wachten nog op: %(who)s.", who="; ".join(waiting))
        )
    goal.state, goal.revealed_at = state, at
    note(facts.LettersRevealed, goal, by, at, letters=len(written))
    return keep(goal, at)


@write
def propose_version(*, by: Actor, goal: Goal, text: str, number: int, at: datetime) -> Version:
    """Propose a new version; `number` is the version it follows (0: none). All answers lapse.

    Raises `Stale` when another version was proposed since that one.
    """
    goal = fresh(goal)
    at_table(by, goal)
    state = GOAL.after(goal.state, "propose")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf het doel op in één of twee zinnen."})
    last = goal.versions.order_by("-number").first()
    if last and last.number != number:
        raise Stale("Er ligt intussen een nieuwe versie. Hieronder staan beide teksten.", {"text": last.text})
    if last and last.text == text:
        raise Invalid({"text": "Dit is dezelfde tekst als de vorige versie. Verander eerst iets."})
    following = last.number + 1 if last else 1
    version = Version(goal=goal, number=following, text=text, by_id=by.seat_id, at=at).store()
    goal.state, goal.number, goal.halves_yes = state, version.number, 0
    note(facts.GoalProposed, goal, by, at, number=version.number)
    keep(goal, at)
    return version


@write
def answer_version(
    *, by: Actor, goal: Goal, number: int, answer: str, condition: str = "", at: datetime
) -> Goal:
    """A seat answers the current version: ja, nee tenzij (with its condition) or nee.

    Repeating the same answer changes nothing. The goal is shared as soon as every seat at the table, of
    all three halves, has said ja.
    """
    goal = fresh(goal)
    chairs = at_table(by, goal)
    goal.state = GOAL.after(goal.state, "answer")
    if number != goal.number:
        raise NotNow("Er ligt intussen een nieuwe versie. Lees die eerst. Je oude antwoord telt niet mee.")
    condition = typed.text(condition)
    _check_answer(answer, condition)
    hats = hats_of(by, at)
    require(rules.may_join(hats, goal))  # a seat that became facilitator must leave first
    if sits_in_another(by, chairs, hats):
        raise NotNow("Je zit hier met twee petten. Sta met één daarvan op: één mens, één helft.")
    version = goal.versions.get(number=number)
    given = version.answers.filter(seat=by.seat_id).first() or Answer(version=version, seat_id=by.seat_id)
    words = answer, "" if answer == YES else condition
    if given.pk and words == (given.answer, given.condition):
        return goal
    (given.answer, given.condition), given.at = words, at
    given.store()
    note(facts.GoalAnswered, goal, by, at, number=number, seat=by.seat_public_id, answer=answer)
    count_yes(by, goal, version, chairs, at)
    return keep(goal, at)


@write
def hold_goals(*, initiative: Initiative) -> None:
    """Lock its tables until this write is done. Before the initiative: docs/huis.md says why."""
    list(locked().filter(initiative=initiative).order_by("pk"))


@write
def end_goals(*, by: Actor, initiative: Initiative, act: str, at: datetime) -> None:
    """The initiative ended (`act`: "finish" or "end"): its tables end too; unshared goals stop."""
    running = locked().filter(initiative=initiative).exclude(state__in=GOAL.ends).order_by("pk")
    ended: dict[str, list[int]] = {}
    for goal in running:
        ended.setdefault(GOAL.after(goal.state, act if goal.state == SHARED else "stop"), []).append(goal.pk)
        note(facts.GoalFinished, goal, by, at)
    for state, goals in ended.items():
        Goal.objects.filter(pk__in=goals).update(state=state, changed_at=at)


@write
def move_goals(*, initiative: Initiative) -> None:
    """Copy the new area of an initiative that moved within its gemeente to its tables."""
    Goal.objects.filter(initiative=initiative).update(area=initiative.area)


def _reach_of(initiative: Initiative) -> str:
    """The people of the initiative's own area; an own area counts as a wijk."""
    kind = initiative.area.kind
    return kind if kind in dict(REACHES) else "wijk"


def _check_answer(answer: str, condition: str) -> None:
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies ja, ‘nee, tenzij’ of nee."})
    if answer == UNLESS and not condition:
        raise Invalid({"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."})
    if answer == NO and not condition:
        raise Invalid({"condition": "Zeg in één zin waarom. Zonder reden kan de tafel er niets mee."})
