"""The table of the cool squares decides twice, and asks the whole neighbourhood what it finds."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import AGREE, DISAGREE, PASS, Ballot, Decision, Inquiry, Statement
from middenstip.domain.goals.models import Goal
from middenstip.kernel.half import Half

TABLE = "Koele pleinen"
RESIDENTS, GOVERNMENT = ("sanne", "wijk", "jaap"), ("joost", "mirthe", "lotte", "karin")
BUSINESS = ("ayla", "femke", "theo", "robin")
BEFORE_TEN = "Als laden tot tien uur kan blijven"
STATEMENTS = (
    "Er komen bomen op elk plein.",
    "Een plein is eerst voor mensen, dan pas voor auto's.",
    "Laden en lossen kan tot tien uur 's ochtends.",
    "Buren geven in de zomer zelf water.",
    "De gemeente betaalt het onderhoud.",
    "Op elk plein staat een bank in de schaduw.",
    "Parkeren mag overal een uur.",
    "Het plein blijft vrij voor de markt.",
    "Er komt een waterpomp waar kinderen spelen.",
    "Stenen eruit is mooi, maar niet bij mijn deur.",
)
# How likely a yes is per half: residents, government, business.
LIKELY = (
    (0.9, 0.95, 0.85),
    (0.8, 0.85, 0.35),
    (0.75, 0.8, 0.95),
    (0.85, 0.9, 0.8),
    (0.9, 0.3, 0.85),
    (0.95, 0.9, 0.9),
    (0.35, 0.1, 0.85),
    (0.5, 0.6, 0.9),
    (0.85, 0.8, 0.6),
    (0.4, 0.3, 0.5),
)
PEOPLE = {Half.RESIDENTS: 110, Half.GOVERNMENT: 14, Half.BUSINESS: 36}
MEMBERS = {"bewoners": 2400, "overheid": 18, "ondernemers": 60}


def decide(teller: Teller) -> None:
    """A decision in two rounds with the wisdom of the no, and a stalemate about parking."""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    first = _open(teller, goal, 80, "Welk plein wordt als tweede groen?", "Het Amstelplein wordt groen.")
    _vote(teller, first, {**dict.fromkeys((*RESIDENTS, *GOVERNMENT), "ja"), "robin": "ja"})
    _vote(teller, first, dict.fromkeys(("ayla", "femke", "theo"), "tenzij"), BEFORE_TEN)
    first = _count(first)
    for one in first.conditions.all():
        services.answer_condition(
            by=teller.initiator,
            ballot=first,
            condition=one,
            reply="adopt",
            reason="De tekst zegt nu dat laden tot tien uur kan.",
            at=_at(teller, 65),
        )
    second = services.open_next_round(
        by=teller.initiator,
        ballot=first,
        text="Het Amstelplein wordt groen. Laden kan tot tien uur 's ochtends.",
        closes_at=_at(teller, 50, hour=20),
        review_on=timezone.localdate(teller.now) + timedelta(days=300),
        at=_at(teller, 64),
    )
    _vote(teller, second, dict.fromkeys((*RESIDENTS, *GOVERNMENT, "femke", "ayla", "robin"), "ja"))
    _vote(teller, second, {"theo": "tenzij"}, "Als de fietsen voor mijn zaak mogen blijven staan")
    decision = Decision.objects.get(ballot=_count(second))
    word = "Let op de winkels aan de noordkant. Zij hebben geen achterdeur."
    services.add_minority_word(by=teller.cast["theo"], decision=decision, text=word, at=_at(teller, 49))
    _stalemate(teller, goal)


def _stalemate(teller: Teller, goal: Goal) -> None:
    text = "Op de pleinen mag niemand meer parkeren."
    ballot = _open(teller, goal, 45, "Mogen er nog auto's op de pleinen staan?", text)
    _vote(teller, ballot, dict.fromkeys((*RESIDENTS, *GOVERNMENT), "ja"))
    _vote(teller, ballot, dict.fromkeys(BUSINESS, "nee"), "Klanten met de auto blijven dan weg")
    services.stop_ballot(by=teller.initiator, ballot=_count(ballot), at=_at(teller, 25))


def ask(teller: Teller) -> None:
    """A running inquiry: more than 150 people of three halves answered statements."""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    at = _at(teller, 12)
    inquiry = services.open_inquiry(
        by=teller.initiator,
        goal=goal,
        subject="Hoe willen we onze pleinen?",
        statements=STATEMENTS,
        members=MEMBERS,
        closes_at=teller.now + timedelta(days=20),
        at=at,
    )
    _answer(inquiry, random.Random(7), at)  # noqa: S311 - invented people, the same in every demo
    services.measure_inquiry(inquiry=inquiry, at=_at(teller, 1))


def _answer(inquiry: Inquiry, dice: random.Random, at: datetime) -> None:
    statements = list(Statement.objects.filter(inquiry=inquiry).order_by("pk"))
    for half, number in PEOPLE.items():
        for _ in range(number):
            participant, _code = services.take_part(inquiry=inquiry, half=half.value, at=at)
            participant.inquiry = inquiry
            for place in dice.sample(range(len(statements)), 7):
                value = AGREE if dice.random() < LIKELY[place][half.place] else DISAGREE
                value = PASS if dice.random() < 0.08 else value
                services.answer_statement(
                    participant=participant, statement=statements[place], value=value, at=at
                )


def _open(teller: Teller, goal: Goal, ago: int, question: str, text: str) -> Ballot:
    return services.open_ballot(
        by=teller.initiator,
        goal=goal,
        question=question,
        text=text,
        status_quo="Het plein blijft zoals het is.",
        closes_at=_at(teller, ago - 14, hour=20),
        review_on=timezone.localdate(teller.now) + timedelta(days=200),
        at=_at(teller, ago),
    )


def _vote(teller: Teller, ballot: Ballot, choices: dict[str, str], why: str = "") -> None:
    at = ballot.opened_at + timedelta(hours=1)
    for who, choice in choices.items():
        services.cast_vote(by=teller.cast[who], ballot=ballot, choice=choice, condition=why, at=at)


def _count(ballot: Ballot) -> Ballot:
    return services.count_ballot(ballot=ballot, at=ballot.closes_at)


def _at(teller: Teller, ago: int, hour: int = 0) -> datetime:
    """So many days ago, between nine and nine; or at this hour of that day."""
    moment = timezone.localtime(by_day(teller.now - timedelta(days=ago)))
    return moment.replace(hour=hour, minute=0, second=0, microsecond=0) if hour else moment


STEPS = (Step(66, decide), Step(67, ask))
