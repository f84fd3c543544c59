"""The table of the cool squares decides twice, and asks what people find and whether they support it."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.lifecycle import NO_ACCOUNT, ON_PAPER
from middenstip.domain.deliberation.models import (
    AGREE,
    DISAGREE,
    PASS,
    Ballot,
    Decision,
    Inquiry,
    Opinion,
    Participant,
    Statement,
    Sum,
)
from middenstip.domain.deliberation.selectors.opinions import hashed
from middenstip.domain.deliberation.selectors.support import places_around
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
ON_SHEETS = 0.2  # of the people answered on paper
IN_ROOM = ("sanne", "jaap", "joost", "mirthe", "ayla", "femke", "lotte")
WITH_OTHER_SOUND = {
    "theo": "Ik ben bang dat er straks geen plek meer is voor een fiets met een mand.",
    "karin": "Ik ben bang dat oude mensen straks nergens meer kunnen zitten.",
}
ON_CARDS = (Half.RESIDENTS, Half.RESIDENTS, Half.RESIDENTS, Half.BUSINESS)
SAID = (
    ("sanne", "In de zomer is er geen plek in de schaduw."),
    ("joost", "Elk bankje moet de gemeente ook onderhouden."),
    ("ayla", "Bewoners van onze flat zitten graag buiten."),
    ("femke", "Een bank voor de deur brengt klanten."),
    ("jaap", "'s Avonds laat is het er soms luid."),
)
GAINS = {
    "sanne": ("Twintig buren die water geven.", "Schaduw bij de voordeur.", "Dat het bij plannen blijft."),
    "joost": ("80.000 euro, en mensen die graven.", "Minder hitte in de wijk.", "Onderhoud zonder geld."),
    "femke": ("Een kraan met water.", "Klanten die langer blijven.", "Minder plek om te laden."),
}
BACKED = {
    "backs": ("sanne", "wijk", "joost", "mirthe", "lotte", "ayla"),
    "condition": ("jaap", "femke", "robin"),
    "against": ("theo",),
}
WHY_SO = {
    "jaap": "Als er ook een bank komt met een leuning.",
    "femke": "Als laden tot tien uur kan blijven.",
    "robin": "Als het werk niet in december is.",
    "theo": "Ik wil eerst zien hoe het eerste plein bevalt.",
}
# On paper, of residents: support, under a condition, against.
ON_PAPER_BACKED = (31, 12, 6)
ON_PAPER_SAID = "Als de bomen klein blijven.\nAls iemand de bladeren opruimt.\nIk vind het te duur."
# Title, text, what it brings and costs each half, who it is good for, who gives in.
SCENARIOS: tuple[tuple[str, str, dict[str, tuple[str, str]], str, str], ...] = (
    (
        "Het groene plein",
        "Er komen twaalf bomen en gras. Auto's rijden om.",
        {
            "bewoners": ("Schaduw en een plek om te spelen.", "Zes parkeerplekken."),
            "overheid": ("Minder hitte en minder water op straat.", "80.000 euro, en onderhoud."),
            "ondernemers": ("Klanten blijven langer.", "Laden kan alleen tot tien uur."),
        },
        "Kinderen en oudere buren",
        "Wie met de auto komt",
    ),
    (
        "Het plein met de markt",
        "Er komen vier bomen in bakken. De markt houdt haar plek.",
        {
            "bewoners": ("De markt blijft dichtbij.", "In de zomer blijft het heet."),
            "overheid": ("Het kost weinig.", "Er is weinig winst voor het water."),
            "ondernemers": ("Laden kan de hele dag.", "Zelf water geven aan de bakken."),
        },
        "De marktlieden en hun klanten",
        "Wie schaduw zoekt",
    ),
)
FOUND = (
    ("sanne", 0, "like", "Mijn kinderen spelen nu op straat."),
    ("jaap", 0, "doubt", "Waar parkeert de thuiszorg?"),
    ("theo", 0, "dislike", "Ik krijg mijn fietsen dan niet meer naar binnen."),
    ("femke", 1, "like", "Zo kan ik blijven laden."),
    ("joost", 1, "doubt", "Het water blijft een probleem."),
    ("sanne", 1, "dislike", ""),
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
    """Many answers at once, as `services.answer_statement` would leave them: one by one takes too long."""
    statements = list(Statement.objects.filter(inquiry=inquiry).order_by("pk"))
    people = [
        Participant(
            inquiry=inquiry,
            half=half.value,
            way=ON_PAPER if dice.random() < ON_SHEETS else NO_ACCOUNT,
            code=hashed(f"{half.value}-{one}"),
            number=number,
        )
        for half, size in PEOPLE.items()
        for one, number in enumerate(dice.sample(range(half.place * 10**6, (half.place + 1) * 10**6), size))
    ]
    Participant.objects.bulk_create(people, batch_size=500)
    opinions, sums = [], Counter[tuple[int, str, int]]()
    for one in people:
        for place in dice.sample(range(len(statements)), 7):
            value = AGREE if dice.random() < LIKELY[place][Half(one.half).place] else DISAGREE
            value = PASS if dice.random() < 0.08 else value
            sums[statements[place].pk, one.half, value] += 1
            opinions.append(Opinion(participant=one, statement=statements[place], value=value))
    Opinion.objects.bulk_create(opinions, batch_size=500)
    counts = list(Sum.objects.filter(statement__inquiry=inquiry))
    for count in counts:
        told = (sums[count.statement_id, count.half, value] for value in (AGREE, DISAGREE, PASS))
        count.agree, count.disagree, count.passed = told
    Sum.objects.bulk_update(counts, ["agree", "disagree", "passed"])


def talk(teller: Teller) -> None:
    """Who decides what, what each half brings, and a talk that is half-way: who recognises this?"""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    at = _at(teller, 9)
    services.set_mandate(
        by=teller.cast["joost"],
        goal=goal,
        subject="Welke pleinen groen worden, en hoe",
        decides="De drie helften aan deze tafel, binnen het geld dat er is",
        advises="De winkeliers en de brandweer",
        informed="Wie aan het plein woont",
        step="decides",
        promise="De gemeente voert uit wat de drie helften kiezen, tot 80.000 euro per plein.",
        until_on=timezone.localdate(teller.now) + timedelta(days=200),
        at=at,
    )
    for who, cells in GAINS.items():
        told = dict(zip(("brings", "gets", "fears"), cells, strict=True))
        services.write_gain(by=teller.cast[who], goal=goal, **told, at=at)
    leads = teller.cast["wijk"]
    question = "Wat doen we met de bankjes op het tweede plein?"
    dialogue = services.open_dialogue(by=leads, goal=goal, method="deep", question=question, at=at)
    for who in (*IN_ROOM, *WITH_OTHER_SOUND):
        services.join_dialogue(by=teller.cast[who], dialogue=dialogue, at=at)
    paper = range(len(IN_ROOM) + len(WITH_OTHER_SOUND) + 1, 30)[: len(ON_CARDS)]
    for number, half in zip(paper, ON_CARDS, strict=True):
        services.join_on_paper(by=leads, dialogue=dialogue, half=half.value, number=number, at=at)
    for who, words in SAID:
        services.say(by=teller.cast[who], dialogue=dialogue, text=words, at=at)
    services.move_dialogue(by=leads, dialogue=dialogue, act="seek", step="collect", at=at)
    sounds = [
        services.say(by=teller.cast[who], dialogue=dialogue, text=words, at=at)
        for who, words in WITH_OTHER_SOUND.items()
    ]
    for who in IN_ROOM:
        services.pass_turn(by=teller.cast[who], dialogue=dialogue, at=at)
    for number in paper:
        services.pass_turn(by=leads, dialogue=dialogue, number=number, at=at)
    services.move_dialogue(by=leads, dialogue=dialogue, act="spread", step="seek", at=at)
    for view in sounds:
        for place, who in enumerate(IN_ROOM[:-1]):
            by = teller.cast[who]
            services.recognise(by=by, dialogue=dialogue, view=view, is_yes=place % 3 > 0, at=at)


def ask_support(teller: Teller) -> None:
    """Who supports the plan for the third square: some online, a pile on paper, and conditions."""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    at = _at(teller, 8)
    places = [area.code for area in places_around(goal.area)]
    support = services.open_support(
        by=teller.initiator,
        goal=goal,
        question="Steun je het plan voor het derde plein?",
        text="Op het derde plein komen vier bomen, een pomp en twee banken. Er gaan zes parkeerplekken weg.",
        members=MEMBERS,
        places=places,
        closes_at=teller.now + timedelta(days=14),
        at=at,
    )
    for choice, voices in BACKED.items():
        for who in voices:
            told = {"choice": choice, "place": places[0], "words": WHY_SO.get(who, "")}
            services.answer_support(by=teller.cast[who], support=support, **told, at=at)
    pile: dict[str, Any] = dict(zip(("backs", "conditional", "against"), ON_PAPER_BACKED, strict=True))
    pile |= {"number": 1, "half": "bewoners", "place": places[0], "words": ON_PAPER_SAID}
    for who in ("joost", "femke"):
        services.type_pile(by=teller.cast[who], support=support, **pile, at=_at(teller, 5))


def compare(teller: Teller) -> None:
    """Two scenarios side by side, and what people find of them."""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    made = []
    for who, (title, text, effects, gains, gives_in) in zip(("joost", "femke"), SCENARIOS, strict=True):
        told: dict[str, Any] = {"title": title, "text": text, "gains": gains, "gives_in": gives_in}
        by, at = teller.cast[who], _at(teller, 15)
        made.append(services.add_scenario(by=by, goal=goal, effects=effects, at=at, **told))
    for who, place, choice, words in FOUND:
        by, at = teller.cast[who], _at(teller, 14)
        services.react_to_scenario(by=by, scenario=made[place], choice=choice, words=words, at=at)


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


def promise(teller: Teller) -> None:
    """The covenant of the table, signed by a seat of every half."""
    goal = teller.goal
    if teller.story.title != TABLE or goal is None:
        return
    covenant = services.write_covenant(
        by=teller.cast["wijk"],
        goal=goal,
        name="Convenant Koele pleinen",
        ambition="In 2030 is er op elk plein schaduw, water en een plek om te zitten. Wij doen dat samen.",
        themes="Groen en schaduw\nWater\nOntmoeten",
        review_on=timezone.localdate(teller.now) + timedelta(days=365),
        at=_at(teller, 24),
    )
    for ago, who in ((23, "sanne"), (22, "joost"), (20, "femke")):
        services.sign_covenant(by=teller.cast[who], covenant=covenant, at=_at(teller, ago))


STEPS = (
    Step(66, decide),
    Step(67, ask),
    Step(68, talk),
    Step(69, promise),
    Step(71, ask_support),
    Step(72, compare),
)
