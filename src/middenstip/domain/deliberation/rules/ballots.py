"""Who may open a ballot, vote, answer a condition, and write along with a decision."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from middenstip.domain.deliberation.lifecycle import (
    CHOICES,
    CONSENT,
    CONSENT_CHOICES,
    DECLINE,
    LONGEST,
    NO,
    REPLIES,
    SHORTEST,
    UNLESS,
)
from middenstip.domain.deliberation.models import Ballot, Vote, Voter
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.rules import leads
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, Verdict, no, said

SMALLEST = 3  # people in a half, before it can vote
CLOSED = "Deze stemming is gesloten. Je stem is niet meer te geven of te veranderen."
FACILITATES = "Je leidt hier het gesprek. Daarom stem je niet mee."
NOT_ON_ROLL = "Je zetel staat niet op de kieslijst. Die ligt vast sinds de stemming opende."
OTHER_HAT = "Je stemde hier al met een andere pet. Eén mens, één stem."


def may_decide(actor: Actor, goal: Goal, chairs: Collection[int]) -> Verdict:
    """A seat that counts at the table (`chairs`: their keys), or the facilitator, opens a ballot."""
    if actor.seat_id in chairs or leads(actor, goal):
        return YES
    return no("Dit doet wie aan tafel zit en meetelt, of de gespreksleider.")


def check_table(goal: Goal) -> None:
    """`NotNow` when the table or its initiative has ended."""
    if not GOAL.acts(goal.state) or (goal.initiative and not STAGES.acts(goal.initiative.stage)):
        raise NotNow("Deze tafel is klaar. Er valt niets meer te beslissen.")


def check_roll(roll: Mapping[str, int]) -> None:
    """`NotNow` when a half is too small to vote."""
    for half in Half:
        if roll.get(half, 0) < SMALLEST:
            reason = "De helft %(half)s heeft %(count)s mensen op de kieslijst. Nodig is %(least)s."
            raise NotNow(said(reason, half=half.value, count=roll.get(half, 0), least=SMALLEST))


def check_times(closes_at: datetime, review_on: date | None, at: datetime) -> None:
    """`Invalid` when it closes too soon or too late, or is looked at again before it closes."""
    if closes_at < at + SHORTEST:
        raise Invalid({"closes_at": "Geef mensen minstens een uur."})
    if closes_at > at + LONGEST:
        raise Invalid({"closes_at": "Kies een sluiting binnen zestig dagen."})
    if review_on and review_on <= closes_at.date():
        raise Invalid({"review_on": "Kies een dag na de sluiting."})


def may_vote(by: Actor, goal: Goal, voter: Voter | None) -> Verdict:
    """Who is on the roll votes; a facilitator does not."""
    if leads(by, goal):
        return no(FACILITATES)
    return YES if voter else no(NOT_ON_ROLL)


TYPED_TWICE = "Dit blad is al twee keer hetzelfde ingetypt. De stem telt mee."
VOTED_SELF = "Deze zetel stemde al zelf. Dit blad telt niet mee."
TYPED_OTHERWISE = "Een ander typte van dit blad iets anders in. Kijk samen op het blad."


def check_sheet(vote: Vote | None) -> None:
    """`NotNow` when this seat has a vote already: of its own, or from a sheet that two people typed in."""
    if vote:
        raise NotNow(TYPED_TWICE if vote.on_paper else VOTED_SELF)


def check_open(ballot: Ballot, at: datetime) -> None:
    """`NotNow` after the closing time, also when nobody counted yet."""
    if at >= ballot.closes_at:
        raise NotNow(CLOSED)


def check_choice(mode: str, choice: str, condition: str) -> None:
    """`Invalid` for an unknown choice, or without the words that it needs."""
    if choice not in (CONSENT_CHOICES if mode == CONSENT else CHOICES):
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if choice == UNLESS and not condition:
        raise Invalid({"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."})
    if mode == CONSENT and choice == NO and not condition:
        raise Invalid({"condition": "Zeg welk nadeel dit voorstel geeft. Daar kan de tafel iets mee."})


def check_outage(ballot: Ballot, from_at: datetime, until_at: datetime, at: datetime) -> timedelta:
    """How long it took; `Invalid` when it was not within the time that the ballot was open."""
    if until_at <= from_at:
        raise Invalid({"until_at": "De storing eindigt later dan ze begint."})
    if from_at < ballot.opened_at or until_at > at:
        raise Invalid({"from_at": "Kies een tijd tussen de opening en nu."})
    return until_at - from_at


def check_reply(reply: str, reason: str) -> None:
    """`Invalid` for an unknown answer, and for a refusal without a reason."""
    if reply not in REPLIES:
        raise Invalid({"reply": "Kies: opgenomen, deels, of niet."})
    if reply == DECLINE and not reason:
        raise Invalid({"reason": "Zeg waarom niet. Wie dit vroeg, heeft daar recht op."})


def may_speak(by: Actor, voter: Voter | None) -> Verdict:
    """Who was on the roll gives something along with the decision."""
    return YES if voter else no("Alleen wie op de kieslijst stond, geeft hier iets mee.")
