"""Writes at a table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import (
    ANSWERS,
    GATHERING,
    GOAL,
    NO,
    PROPOSED,
    SHARED,
    UNLESS,
    WRITING,
    YES,
)
from middenstip.domain.goals.models import Answer, Chair, Goal, Invitation, Letter, Version
from middenstip.domain.goals.selectors import chairs_at, halves_at
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import hats_of_person, hold_seat, holds_role, sitting_in
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, bits_of, halves_of
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require, said
from middenstip.kernel.write import write

ALL = bits_of(Half)


@write
def open_goal(
    *,
    by: Actor,
    initiative: Initiative,
    title: str,
    question: str,
    sit_down: bool = False,
    public_id: str = "",
    at: datetime,
) -> Goal:
    """Open a table for an initiative. Whoever opens it does not own it, but may sit down first."""
    require(rules.may_open(by, initiative))
    goal = Goal(
        public_id=public_id or new_id(),
        title=title.strip(),
        question=question.strip(),
        initiative=initiative,
        area=initiative.area,
        municipality=initiative.municipality,
        raised_half=initiative.origin_half,
        raised_by=initiative.seat,
        opened_at=at,
        changed_at=at,
    ).store()
    _record(facts.GoalOpened, goal, by, at, raised=goal.raised_half)
    if sit_down:
        _sit_down(by, goal, hold_seat(by.person, by.seat, timezone.localdate(at)), [], at)
    return goal


@write
def join_goal(*, by: Actor, goal: Goal, at: datetime) -> Chair:
    """A seat sits down. When the third half comes, writing starts."""
    seat = hold_seat(by.person, by.seat, timezone.localdate(at))
    goal = _fresh(goal)
    chairs = chairs_at(goal)
    if any(chair.seat_id == by.seat for chair in chairs):
        raise NotNow("Je zit al aan deze tafel.")
    goal.invitations.filter(seat=by.seat).delete()  # it was followed: to come back is asked anew
    if goal.number:  # who comes back is asked anew, like every newcomer
        Answer.objects.filter(version__goal=goal, version__number=goal.number, seat=by.seat).delete()
    return _sit_down(by, goal, seat, chairs, at)


@write
def invite_seat(*, by: Actor, goal: Goal, seat: Seat, at: datetime) -> Invitation:
    """Somebody at the table asks a seat to come; asking twice is asking once."""
    goal = _fresh(goal)
    chairs = _at_table(by, goal)
    GOAL.after(goal.state, "join")
    today = timezone.localdate(at)
    leads = holds_role(seat.pk, FACILITATOR, rules.codes_around(goal), today)
    require(rules.may_invite(seat, goal, {chair.seat_id for chair in chairs}, leads))
    if seat.side_id is None and not sitting_in([seat.pk], today)[seat.pk]:
        raise NotNow("In deze zetel zit niemand meer. Vraag een ander.")
    invitation, is_new = Invitation.objects.get_or_create(
        goal=goal, seat=seat, defaults={"by_id": by.seat, "at": at}
    )
    if is_new:
        _record(facts.SeatInvited, goal, by, at, seat=seat.public_id)
    return invitation


@write
def leave_goal(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """A seat gets up. If its half is then missing, the table waits again.

    A goal of nobody is not shared: with the last seat it is a proposal again, for whoever comes.
    """
    goal = _fresh(goal)
    chairs = _at_table(by, goal)
    staying = [chair for chair in chairs if chair.seat_id != by.seat]
    goal.state = GOAL.after(goal.state, "leave")
    Chair.objects.filter(goal=goal, seat=by.seat, left_at=None).update(left_at=at)
    if goal.state in (GATHERING, WRITING):  # closed still: whoever gets up takes it along
        goal.letters.filter(seat=by.seat).delete()
    _record(facts.ChairLeft, goal, by, at, seat=by.seat_id, left=by.half)
    goal.halves_present = halves_at(staying)
    if goal.halves_present != ALL and GOAL.allows(goal.state, "lose_half"):
        goal.state = GOAL.after(goal.state, "lose_half")
    if goal.state == PROPOSED:
        _count_yes(by, goal, goal.versions.get(number=goal.number), staying, at)
    if not staying and GOAL.allows(goal.state, "lose_all"):
        goal.state, goal.halves_yes = GOAL.after(goal.state, "lose_all"), 0
    return _store(goal, at)


@write
def write_letter(*, by: Actor, goal: Goal, text: str, at: datetime) -> Letter:
    """A seat writes the goal alone; until the reveal it may write it again."""
    goal = _fresh(goal)
    _at_table(by, goal)
    goal.state = GOAL.after(goal.state, "write")
    if not text.strip():
        raise Invalid({"text": "Schrijf op wat jij wilt bereiken. Eén zin is genoeg."})
    letter = Letter.objects.filter(goal=goal, seat=by.seat).first()
    is_new = letter is None
    letter = letter or Letter(goal=goal, seat_id=by.seat)
    letter.text, letter.written_at = text.strip(), at
    letter.store()
    if is_new:
        _record(facts.LetterSealed, goal, by, at, seat=by.seat_id)
    return letter


@write
def reveal_letters(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """Open all letters at once, when every seat at the table has written."""
    goal = _fresh(goal)
    chairs = _at_table(by, goal)
    state = GOAL.after(goal.state, "reveal")
    written = set(goal.letters.values_list("seat", flat=True))
    waiting = [chair.seat.label for chair in chairs if chair.seat_id not in written]
    if waiting:
        raise NotNow(
            said("De briefjes gaan tegelijk open. We wachten nog op: %(who)s.", who="; ".join(waiting))
        )
    goal.state, goal.revealed_at = state, at
    _record(facts.LettersRevealed, goal, by, at, letters=len(written))
    return _store(goal, at)


@write
def propose_version(*, by: Actor, goal: Goal, text: str, number: int, at: datetime) -> Version:
    """Put a new version on the table; `number` is the one it follows (0: none). Every answer starts anew.

    Raises `Stale` when somebody else put a version there in the meantime.
    """
    goal = _fresh(goal)
    _at_table(by, goal)
    state = GOAL.after(goal.state, "propose")
    if not text.strip():
        raise Invalid({"text": "Schrijf het doel op in één of twee zinnen."})
    last = goal.versions.order_by("-number").first()
    if last and last.number != number:
        raise Stale("Er ligt intussen een nieuwe versie. Hieronder staan beide teksten.", {"text": last.text})
    if last and last.text == text.strip():
        raise Invalid({"text": "Dit is dezelfde tekst als de vorige versie. Verander eerst iets."})
    following = last.number + 1 if last else 1
    version = Version(goal=goal, number=following, text=text.strip(), by_id=by.seat, at=at).store()
    goal.state, goal.number, goal.halves_yes = state, version.number, 0
    _record(facts.GoalProposed, goal, by, at, number=version.number)
    _store(goal, at)
    return version


@write
def answer_version(
    *, by: Actor, goal: Goal, number: int, answer: str, condition: str = "", at: datetime
) -> Goal:
    """A seat says ja, nee tenzij (with what it needs) or nee to the version on the table.

    Saying the same twice is saying it once. The goal is shared at the moment every seat at the table, of
    all three halves, has said ja.
    """
    goal = _fresh(goal)
    chairs = _at_table(by, goal)
    goal.state = GOAL.after(goal.state, "answer")
    if number != goal.number:
        raise NotNow("Er ligt intussen een nieuwe versie. Lees die eerst. Je oude antwoord telt niet mee.")
    _check_answer(answer, condition)
    hats = _hats(by, at)
    require(rules.may_join(hats, goal))  # who got to lead the talk since, gets up first
    if _sits_in_another(by, chairs, hats):
        raise NotNow("Je zit hier met twee petten. Sta met één daarvan op: één mens, één helft.")
    version = goal.versions.get(number=number)
    given = version.answers.filter(seat=by.seat).first() or Answer(version=version, seat_id=by.seat)
    words = answer, "" if answer == YES else condition.strip()
    if given.pk and words == (given.answer, given.condition):
        return goal
    (given.answer, given.condition), given.at = words, at
    given.store()
    _record(facts.GoalAnswered, goal, by, at, number=number, seat=by.seat_id, answer=answer)
    _count_yes(by, goal, version, chairs, at)
    return _store(goal, at)


@write
def stop_goal(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """Any seat at the table may end it, before the goal is shared."""
    goal = _fresh(goal)
    _at_table(by, goal)
    if goal.state == SHARED:
        raise NotNow(
            "Dit doel is van alle drie de helften. Moet het anders? Leg dan een nieuwe versie op tafel."
        )
    goal.state = GOAL.after(goal.state, "stop")
    _record(facts.GoalStopped, goal, by, at)
    return _store(goal, at)


@write
def end_goals(*, by: Actor, initiative: Initiative, act: str, at: datetime) -> None:
    """The initiative ended (`act`: "finish" or "end"), and its tables with it; unshared ones stop."""
    running = _locked().filter(initiative=initiative).exclude(state__in=GOAL.ends).order_by("pk")
    ended: dict[str, list[int]] = {}
    for goal in running:
        ended.setdefault(GOAL.after(goal.state, act if goal.state == SHARED else "stop"), []).append(goal.pk)
        _record(facts.GoalFinished, goal, by, at)
    for state, goals in ended.items():
        Goal.objects.filter(pk__in=goals).update(state=state, changed_at=at)


@write
def move_goals(*, initiative: Initiative) -> None:
    """The initiative has another place in its gemeente; its tables are found there from now on."""
    Goal.objects.filter(initiative=initiative).update(area=initiative.area)


def _sit_down(by: Actor, goal: Goal, seat: Seat, chairs: list[Chair], at: datetime) -> Chair:
    """One more at the table, beside these chairs."""
    hats = _hats(by, at)
    require(rules.may_join(hats, goal))
    require(rules.may_sit(seat.half, seat.side_id is None, _sits_in_another(by, chairs, hats)))
    goal.state = GOAL.after(goal.state, "join")
    chair = Chair(goal=goal, seat=seat, joined_at=at).store()
    _record(facts.ChairTaken, goal, by, at, seat=by.seat_id, joined=by.half)
    goal.halves_present = halves_at(chairs) | by.half.bit
    if goal.halves_present == ALL and GOAL.allows(goal.state, "complete"):
        goal.state = GOAL.after(goal.state, "complete")
    goal.halves_yes &= ~by.half.bit
    _store(goal, at)
    return chair


def _check_answer(answer: str, condition: str) -> None:
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies ja, ‘nee, tenzij’ of nee."})
    if answer == UNLESS and not condition.strip():
        raise Invalid({"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."})
    if answer == NO and not condition.strip():
        raise Invalid({"condition": "Zeg in één zin waarom. Zonder reden kan de tafel er niets mee."})


def _count_yes(by: Actor, goal: Goal, version: Version, chairs: list[Chair], at: datetime) -> None:
    """Count again after an answer, or after the last seat without a ja got up."""
    before = goal.halves_yes
    goal.halves_yes = _halves_saying_yes(version, chairs)
    for half in halves_of(goal.halves_yes & ~before):
        _record(facts.HalfSaidYes, goal, by, at, number=version.number, said=half)
    if goal.halves_yes == ALL:
        goal.state = GOAL.after(PROPOSED, "all_say_yes")
        assert goal.state == SHARED
        _record(facts.GoalShared, goal, by, at, number=version.number)


def _halves_saying_yes(version: Version, chairs: list[Chair]) -> int:
    """The halves of which every seat at the table says ja. A half without a seat never does."""
    yes = set(version.answers.filter(answer=YES).values_list("seat", flat=True))
    silent = {chair.seat.half for chair in chairs if chair.seat_id not in yes}
    return bits_of(half for half in {chair.seat.half for chair in chairs} if half not in silent)


def _hats(by: Actor, at: datetime) -> list[Actor]:
    """All hats of whoever does this: one person is at a table once, whichever is worn."""
    return hats_of_person(Person(pk=by.person), timezone.localdate(at))


def _sits_in_another(by: Actor, chairs: list[Chair], hats: list[Actor]) -> bool:
    """Whether this person already sits at the table in another of these hats."""
    others = {chair.seat_id for chair in chairs} - {by.seat}
    return any(hat.seat in others for hat in hats)


def _fresh(goal: Goal) -> Goal:
    """The goal as it is now, locked; a table of an initiative that ended is read, no longer used."""
    goal = _locked().get(pk=goal.pk)
    if goal.initiative and not STAGES.acts(goal.initiative.stage):
        raise NotNow("Het initiatief is afgesloten. Je kunt lezen wat er op tafel lag.")
    return goal


def _locked() -> QuerySet[Goal]:
    rows = Goal.objects.select_for_update(of=("self",))
    return rows.select_related("area__district", "municipality", "initiative__area")


def _at_table(by: Actor, goal: Goal) -> list[Chair]:
    chairs = chairs_at(goal)
    require(rules.may_act(by, {chair.seat_id for chair in chairs}))
    return chairs


def _store(goal: Goal, at: datetime) -> Goal:
    goal.changed_at = at
    return goal.store("state", "halves_present", "halves_yes", "number", "revealed_at", "changed_at")


def _record(kind: Any, goal: Goal, by: Actor, at: datetime, **data: Any) -> None:
    thread = goal.initiative.public_id if goal.initiative else ""
    record(kind(subject=goal.public_id, thread=thread, **goal.area.where, **data), by=by, at=at)
