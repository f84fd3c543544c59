"""Every text that a room announces as searched finds its thing."""

from __future__ import annotations

import pytest

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import find_places
from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.tasks import learn_words
from middenstip.domain.learning import services as learning
from middenstip.domain.matching import services as matching
from middenstip.domain.matching.method import find
from middenstip.domain.matching.models import Movement
from middenstip.domain.matching.tasks import learn_words as learn_texts
from middenstip.domain.questions import services as questions
from middenstip.domain.rooms import ROOMS, SEARCHED
from middenstip.journeys import (
    open_goal,
    submit_initiative,
)
from tests.cast import (
    Cast,
    agreement,
    draft,
    supported,
)
from tests.domain.matching.playing import place
from tests.domain.matching.test_movements import begun, movement
from tests.journeys.test_follow_up_gathering import announces


def finds_an_area(cast: Cast, text: str) -> bool:
    Area.objects.filter(code="WK015014").update(**{text: "Zoekwoord", "folded": "zoekwoord"})
    return [area.code for area in find_places("zoekwoord")] == ["WK015014"]


def finds_an_initiative(cast: Cast, text: str) -> bool:
    told = {"title": "Een naam", "what": "Iets groens.", text: "zoekwoord"}
    idea = draft(cast, texts=told)
    submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())
    learn_words()
    return method.find("zoekwoord") == [idea.pk]


def finds_a_goal(cast: Cast, text: str) -> bool:
    told = {"title": "Een naam", "question": "Waar?", text: "Zoekwoord"}
    goal = open_goal.open_goal(by=cast.marijke, initiative=supported(cast), **told, at=cast.tick())
    return found("opgave") == [goal.public_id]


def finds_an_agreement(cast: Cast, text: str) -> bool:
    made = agreement(cast)
    Agreement.objects.update(**{text: "Zoekwoord"})
    return found("afspraak") == [made.public_id]


def finds_a_study(cast: Cast, text: str) -> bool:
    told = {"texts": {"title": "Een naam", "how": "Samen.", text: "Zoekwoord"}}
    how = {"choices": {"outcome": "gelukt", "licence": "by"}, "area": Area.objects.get(code="GM0150")}
    study = learning.begin_study(by=cast.marijke, **told, **how, at=cast.tick())
    learning.review_study(by=cast.marijke, study=study, at=cast.tick())
    learning.publish_study(by=cast.marijke, study=study, at=cast.tick(days=8))
    return found("casus") == [study.public_id]


def finds_a_question(cast: Cast, text: str) -> bool:
    told = dict.fromkeys(("text", "explanation", "motivation", "place"), "") | {"text": "Hoe snoei ik?"}
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    texts = told | {text: "Zoekwoord"}
    question = questions.ask_question(by=cast.marijke, texts=texts, area=area, at=cast.tick())
    return found("vraag") == [question.public_id]


def finds_a_need(cast: Cast, text: str) -> bool:
    one = place(cast, cast.bas, **{"title": "Een naam", text: "Zoekwoord"})
    return found("need") == [one.public_id]


def finds_an_offer(cast: Cast, text: str) -> bool:
    one = place(cast, cast.bas, **{"title": "Een naam", text: "Zoekwoord"}, is_offer=True)
    return found("offer") == [one.public_id]


def finds_a_movement(cast: Cast, text: str) -> bool:
    one = movement(cast, begun(cast, cast.bas, "Kruidentuin"))
    Movement.objects.filter(pk=one.pk).update(**{text: "Zoekwoord"})
    mate = one.members.get(state="invited").initiative
    matching.answer_movement(by=cast.bas, movement=one, initiative=mate, accept=True, at=cast.tick())
    return found("beweging") == [one.public_id]


def finds_a_gathering(cast: Cast, text: str) -> bool:
    one = announces(cast, **{text: "Zoekwoord"})
    return found("bijeenkomst") == [one.public_id]


def found(kind: str) -> list[str]:
    """What the index of all texts finds of this kind, after the worker came by."""
    learn_texts(SEARCHED)
    return [hit.public_id for hit in find("zoekwoord", {kind: SEARCHED[kind]})]


# By the kind in the index, or the noun of what is not in it.
FINDS = {
    "area": finds_an_area,
    "initiatief": finds_an_initiative,
    "opgave": finds_a_goal,
    "afspraak": finds_an_agreement,
    "casus": finds_a_study,
    "vraag": finds_a_question,
    "bijeenkomst": finds_a_gathering,
    "need": finds_a_need,
    "offer": finds_an_offer,
    "beweging": finds_a_movement,
}
SEARCHED_TEXTS = [
    (one.index or one.noun, text) for room in ROOMS for one in room.searched for text in one.texts
]


@pytest.mark.parametrize(("kind", "text"), SEARCHED_TEXTS)
def test_searchable_things_are_found_by_each_of_their_texts(cast: Cast, kind: str, text: str) -> None:
    assert FINDS[kind](cast, text)
