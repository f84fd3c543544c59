"""Opening a ballot and its next round, voting, and the time that an outage took."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import (
    BALLOT,
    FOLLOWED,
    IN_AREA,
    MODES,
    NO,
    ROLLS,
    UNLESS,
    VOTE,
)
from middenstip.domain.deliberation.method.ballots import last_round
from middenstip.domain.deliberation.models import (
    CODE_LENGTH,
    CONDITION_LENGTH,
    Ballot,
    Outage,
    Sheet,
    Vote,
    Voter,
)
from middenstip.domain.deliberation.selectors.ballots import (
    fresh_ballot,
    hold_ballot,
    hold_voters,
    seats_beside,
    seats_on_roll,
)
from middenstip.domain.deliberation.services.record import record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person, hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.ids import ALPHABET, new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, require
from middenstip.kernel.write import write

FORMULA = "=+-@\t"  # a spreadsheet runs a cell that begins with one of these
NO_VOTES = "In deze ronde stemde niemand. Dan is er geen tekst om te verbeteren."
OPEN_CONDITIONS = "Geef eerst antwoord op elke voorwaarde die antwoord moet krijgen."


def _again(public_id: str) -> Ballot:
    return Ballot.objects.get(public_id=public_id)


@write
@once(_again)
def open_ballot(
    *,
    by: Actor,
    goal: Goal,
    question: str,
    text: str,
    status_quo: str,
    closes_at: datetime,
    review_on: date,
    mode: str = VOTE,
    is_secret: bool = True,
    quorum: int = 20,
    who: str = IN_AREA,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Ballot:
    """Open the first round of voting at a table. What is asked, and by which rules, is fixed from now on."""
    goal = hold_table(goal)
    require_seat(by, goal)
    if mode not in MODES:
        raise Invalid({"mode": "Kies hoe jullie beslissen."})
    if who not in ROLLS:
        raise Invalid({"who": "Kies wie er stemt."})
    rules.check_times(closes_at, review_on, at)
    seats = seats_on_roll(goal, who, at)
    roll = {half.value: Counter(seat.half for seat in seats)[half] for half in Half}
    rules.check_roll(roll)
    if goal.ballots.filter(state="open").exists():
        raise NotNow("Aan deze tafel loopt al een stemming. Wacht tot die geteld is.")
    ballot = Ballot(
        public_id=public_id or new_id(),
        goal=goal,
        area=goal.area,
        municipality=goal.municipality,
        question=typed.name("question", question),
        text=typed.text(text),
        status_quo=typed.text(status_quo),
        mode=mode,
        is_secret=is_secret,
        quorum=quorum,
        who=who,
        roll=roll,
        opened_by_id=by.seat_id,
        opened_at=at,
        planned_at=closes_at,
        closes_at=closes_at,
        review_on=review_on,
    ).store()
    return _opened(ballot, [(seat.pk, seat.half) for seat in seats], by, at)


@write
@once(_again)
def open_next_round(
    *,
    by: Actor,
    ballot: Ballot,
    text: str,
    closes_at: datetime,
    review_on: date,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Ballot:
    """A fresh vote about a new text, with the same thresholds and the same roll. Nothing is carried over.

    Every condition that must be answered was answered before.
    """
    hold_table(ballot.goal)
    before = hold_ballot(ballot)
    require_seat(by, before.goal)
    before.state = BALLOT.after(before.state, "follow")
    text = typed.text(text)
    if not text or text == before.text:
        raise Invalid({"text": "Schrijf een nieuwe tekst. Over dezelfde tekst is al gestemd."})
    if not before.counted.exists():
        raise NotNow(NO_VOTES)
    if before.conditions.filter(must_answer=True, reply="").exists():
        raise NotNow(OPEN_CONDITIONS)
    rules.check_times(closes_at, review_on, at)
    assert before.state == FOLLOWED
    assert before.round < last_round()
    before.store("state")
    kept = ("goal", "area", "municipality", "question", "status_quo", "mode", "is_secret", "quorum")
    same: dict[str, Any] = {name: getattr(before, name) for name in (*kept, "mean_share", "who", "roll")}
    following = Ballot(
        public_id=public_id or new_id(),
        text=text,
        round=before.round + 1,
        previous=before,
        opened_by_id=by.seat_id,
        opened_at=at,
        planned_at=closes_at,
        closes_at=closes_at,
        review_on=review_on,
        **same,
    ).store()
    return _opened(following, list(before.voters.order_by("pk").values_list("seat", "half")), by, at)


@write
def cast_vote(*, by: Actor, ballot: Ballot, choice: str, condition: str = "", at: datetime) -> Vote:
    """Vote, or change the vote until the closing time. Every seat has one vote, every person one seat here.

    Nothing about it is recorded in the journal, and no receipt is kept: the vote itself is replaced, so that
    sending the form twice changes nothing.
    """
    condition = _condition(ballot, choice, condition)
    hold_person(by.person_id)
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    hats = hats_of_person(Person(pk=by.person_id), timezone.localdate(at))
    mine = hold_voters(ballot, [hat.seat_id for hat in hats])
    ballot = fresh_ballot(ballot)  # read after that lock: counting takes the lock of every voter
    BALLOT.after(ballot.state, "vote")
    rules.check_open(ballot, at)
    voter = next((one for one in mine if one.seat_id == by.seat_id), None)
    require(rules.may_vote(by, ballot.goal, voter))
    assert voter
    if any(one.has_voted and one.pk != voter.pk for one in mine):
        raise Forbidden(rules.OTHER_HAT)
    vote = Vote.objects.filter(voter=voter).first() or Vote(voter=voter, code=new_code())
    vote.choice, vote.condition, vote.on_paper = choice, condition, False
    vote.store()
    Sheet.objects.filter(voter=voter).delete()  # who votes, does not wait for a sheet
    if not voter.has_voted:
        voter.has_voted = True
        voter.store("has_voted")
    return vote


@write
def type_vote(
    *, by: Actor, ballot: Ballot, number: int, choice: str, condition: str = "", at: datetime
) -> Vote | None:
    """Type in a vote on paper of line `number` of the roll; None until another person typed the same.

    Who typed it may correct it until then. The code of the vote goes on the strip of the sheet.
    """
    condition = _condition(ballot, choice, condition)
    require_seat(by, ballot.goal)
    today = timezone.localdate(at)
    line = Voter.objects.filter(ballot=ballot, number=number).first()
    if line is None:
        raise Invalid({"number": "Dit nummer staat niet op de kieslijst."})
    lines = hold_voters(ballot, [line.seat_id, *seats_beside(line.seat_id, today)])
    ballot = fresh_ballot(ballot)
    BALLOT.after(ballot.state, "vote")
    rules.check_open(ballot, at)
    rules.check_sheet(Vote.objects.filter(voter=line).first())
    if any(one.has_voted for one in lines):
        raise Forbidden(rules.OTHER_HAT)
    sheet = Sheet.objects.filter(voter=line).first()
    mine = {hat.seat_id for hat in hats_of_person(Person(pk=by.person_id), today)}
    if sheet is None or sheet.by_id in mine:
        sheet = sheet or Sheet(voter=line)
        sheet.choice, sheet.condition, sheet.by_id = choice, condition, by.seat_id
        sheet.store()
        return None
    if (sheet.choice, typed.folded(sheet.condition)) != (choice, typed.folded(condition)):
        raise Invalid({"choice": rules.TYPED_OTHERWISE})
    vote = Vote(voter=line, choice=choice, condition=sheet.condition, code=new_code(), on_paper=True).store()
    sheet.delete()
    line = next(one for one in lines if one.pk == line.pk)
    line.has_voted = True
    line.store("has_voted")
    return vote


def _condition(ballot: Ballot, choice: str, condition: str) -> str:
    """The words with a choice as they are kept; `Invalid` when they do not fit."""
    condition = typed.line(typed.line(condition).lstrip(FORMULA))
    if choice not in (UNLESS, NO):
        condition = ""
    rules.check_choice(ballot.mode, choice, condition)
    if len(condition) > CONDITION_LENGTH:
        raise Invalid({"condition": "Dit is te lang. Zeg het in één zin."})
    return condition


@write
def extend_ballot(
    *, by: Actor, ballot: Ballot, from_at: datetime, until_at: datetime, reason: str, at: datetime
) -> Ballot:
    """People could not vote for some time: the ballot closes so much later, and says why."""
    ballot = hold_ballot(ballot)
    require_seat(by, ballot.goal)
    ballot.state = BALLOT.after(ballot.state, "extend")
    rules.check_open(ballot, at)
    reason = typed.line(reason)
    if not reason:
        raise Invalid({"reason": "Zeg wat er was."})
    took = rules.check_outage(ballot, from_at, until_at, at)
    if ballot.outages.filter(from_at__lt=until_at, until_at__gt=from_at).exists():
        raise NotNow("Deze storing staat er al.")
    told = {"from_at": from_at, "until_at": until_at, "reason": reason, "by_id": by.seat_id, "at": at}
    Outage(ballot=ballot, **told).store()
    ballot.closes_at += took
    ballot.store("closes_at")
    minutes = int(took.total_seconds() // 60)
    until = ballot.closes_at.isoformat()
    record_about(facts.BallotExtended, ballot, by, at, minutes=minutes, until=until)
    return ballot


def new_code() -> str:
    """A receipt: two groups of four characters, easy to read out and impossible to guess."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return f"{signs[:4]}-{signs[4:]}"


def _opened(ballot: Ballot, voters: Sequence[tuple[int, str]], by: Actor, at: datetime) -> Ballot:
    Voter.objects.bulk_create(
        [
            Voter(ballot=ballot, seat_id=seat, half=half, number=number)
            for number, (seat, half) in enumerate(voters, start=1)
        ],
        batch_size=1000,
    )
    told = {"mode": ballot.mode, "round": ballot.round, "until": ballot.closes_at.isoformat()}
    record_about(facts.BallotOpened, ballot, by, at, **told)
    return ballot


def hold_table(goal: Goal) -> Goal:
    """The goal as it is now, locked. Refused when its table has ended."""
    rows = Goal.objects.select_for_update(of=("self",))
    held = rows.select_related("area__district", "municipality", "initiative").get(pk=goal.pk)
    rules.check_table(held)
    return held


def require_seat(by: Actor, goal: Goal) -> None:
    """Refuse who does not decide at this table."""
    chairs = {chair.seat_id for chair in chairs_at(goal) if chair.counts}
    require(rules.may_decide(by, goal, chairs))
