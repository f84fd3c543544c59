"""Counting a ballot, answering its conditions, and the decision that follows."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.utils import timezone

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import ADOPTED, BALLOT, ENDED, FAILED, STALEMATE
from middenstip.domain.deliberation.method.ballots import count, halves_of, last_round
from middenstip.domain.deliberation.models import (
    MINORITY_LENGTH,
    Ballot,
    Condition,
    Counted,
    Decision,
    MinorityWord,
    Sheet,
    Vote,
)
from middenstip.domain.deliberation.selectors.ballots import (
    counted_in,
    due_ballots,
    hold_ballot,
    hold_voters,
    rounds_of,
    stuck_ballots,
    voters_in,
)
from middenstip.domain.deliberation.selectors.decisions import next_number
from middenstip.domain.deliberation.services.ballots import FORMULA, require_seat
from middenstip.domain.deliberation.services.record import record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def count_ballot(*, ballot: Ballot, at: datetime) -> Ballot:
    """Count it after its closing time. From now on no row joins a secret vote to a seat.

    The votes become lines in an order that is drawn by lot, with the receipt code of the voter; the votes
    themselves are deleted.
    """
    ballot = hold_ballot(ballot)
    if ballot.state != BALLOT.start:
        return ballot  # another one counted it at the same time
    if at < ballot.closes_at:
        raise NotNow("De stemming is nog open. Tot de sluiting telt niemand.")
    _publish(ballot)
    rounds = rounds_of(ballot)
    number_of = {one.pk: one.round for one in rounds}
    lines = [(number_of[one.ballot_id], one) for one in counted_in(rounds)]
    result = count(ballot, lines)
    is_last = ballot.round == last_round()
    act = "adopt" if result.outcome == "aangenomen" else "end" if is_last else "fail"
    ballot.state = BALLOT.after(ballot.state, act)
    ballot.counted_at, ballot.halves, ballot.why = at, halves_of(result), list(result.why)
    ballot.store("state", "counted_at", "halves", "why", "on_paper")
    Condition.objects.bulk_create(
        Condition(
            ballot=ballot,
            half=one.half,
            text=one.text,
            people=one.people,
            decisive=one.decisive,
            must_answer=one.must_answer,
        )
        for one in result.conditions
        if result.last.number == ballot.round
    )
    record_about(facts.BallotCounted, ballot, None, at, outcome=ballot.state, round=ballot.round)
    if ballot.state != FAILED:
        _decide(ballot, at)
    return ballot


@write
def count_due(*, at: datetime) -> int:
    """Count every ballot whose time has passed, and end what got no new text in time; returns how many."""
    due, stuck = due_ballots(at), stuck_ballots(at)
    for ballot in due:
        count_ballot(ballot=ballot, at=at)
    for ballot in stuck:
        _stop(hold_ballot(ballot), None, at)
    return len(due) + len(stuck)


@write
def stop_ballot(*, by: Actor, ballot: Ballot, at: datetime) -> Ballot:
    """The table says that no new text comes: a stalemate, so everything stays as it is."""
    ballot = hold_ballot(ballot)
    require_seat(by, ballot.goal)
    return _stop(ballot, by, at)


@write
def answer_condition(
    *, by: Actor, ballot: Ballot, condition: Condition, reply: str, reason: str, at: datetime
) -> Condition:
    """The table answers a condition: taken over, partly, or not, with the reason. It may be corrected."""
    ballot = hold_ballot(ballot)
    require_seat(by, ballot.goal)
    ballot.state = BALLOT.after(ballot.state, "reply")
    reason = typed.line(reason)
    rules.check_reply(reply, reason)
    condition = ballot.conditions.get(pk=condition.pk)
    condition.reply, condition.reason = reply, reason
    condition.replied_by_id, condition.replied_at = by.seat_id, at
    condition.store("reply", "reason", "replied_by", "replied_at")
    record_about(facts.ConditionAnswered, ballot, by, at, reply=reply)
    return condition


@write
def add_minority_word(*, by: Actor, decision: Decision, text: str, at: datetime) -> MinorityWord:
    """A seat that was on the roll writes what the decision must remember; writing again replaces it."""
    voters = voters_in(decision.ballot, [by.seat_id])
    require(rules.may_speak(by, voters[0] if voters else None))
    text = typed.text(text).lstrip(FORMULA)
    if not text:
        raise Invalid({"text": "Schrijf eerst wat je wilt meegeven."})
    if len(text) > MINORITY_LENGTH:
        raise Invalid({"text": "Dit is te lang. Maak het korter."})
    Decision.objects.select_for_update().get(pk=decision.pk)
    word = decision.minority.filter(seat=by.seat_id).first()
    is_new = word is None
    word = word or MinorityWord(decision=decision, seat_id=by.seat_id)
    word.text, word.at = text, at
    word.store()
    if is_new:
        record_about(facts.MinoritySpoke, decision, by, at)
    return word


def _publish(ballot: Ballot) -> None:
    hold_voters(ballot)  # who is voting now is counted, who comes later is refused
    votes = list(Vote.objects.filter(voter__ballot=ballot).select_related("voter"))
    secrets.SystemRandom().shuffle(votes)
    Counted.objects.bulk_create(
        [
            Counted(
                ballot=ballot,
                number=number,
                half=one.voter.half,
                choice=one.choice,
                condition=one.condition,
                code=one.code,
                seat_id=None if ballot.is_secret else one.voter.seat_id,
            )
            for number, one in enumerate(votes, start=1)
        ],
        batch_size=1000,
    )
    ballot.on_paper = sum(one.on_paper for one in votes)
    Vote.objects.filter(voter__ballot=ballot).delete()
    Sheet.objects.filter(voter__ballot=ballot).delete()


def _stop(ballot: Ballot, by: Actor | None, at: datetime) -> Ballot:
    ballot.state = BALLOT.after(ballot.state, "stop")
    rounds = rounds_of(ballot)
    number_of = {one.pk: one.round for one in rounds}
    result = count(ballot, [(number_of[one.ballot_id], one) for one in counted_in(rounds)], new_text=False)
    ballot.why = list(result.why)
    ballot.store("state", "why")
    _decide(ballot, at, by)
    return ballot


def _decide(ballot: Ballot, at: datetime, by: Actor | None = None) -> Decision:
    assert ballot.state in (ADOPTED, STALEMATE, ENDED)
    review_on = max(ballot.review_on, timezone.localdate(at))
    decision = Decision(
        goal=ballot.goal,
        ballot=ballot,
        area=ballot.area,
        municipality=ballot.municipality,
        number=next_number(ballot.municipality),
        question=ballot.question,
        text=ballot.text if ballot.state == ADOPTED else ballot.status_quo,
        outcome=ballot.state,
        decided_at=at,
        review_on=review_on,
    ).store()
    record_about(facts.DecisionMade, decision, by, at, outcome=decision.outcome, number=decision.number)
    return decision
