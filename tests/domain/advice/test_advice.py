"""Advice: asked by an organisation, given by residents, answered within a term, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from middenstip.domain.advice import services, tasks
from middenstip.domain.advice.lifecycle import ADOPTED, CLOSED, DONE, MOST_ADVICE, NOT, OPEN, WITHDRAWN
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.rules import may_advise
from middenstip.domain.advice.selectors import AdviceFigures, figures_of, late_of, who_know
from middenstip.domain.advice.turns import turn
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import services as matching
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import MANAGER
from middenstip.journal.models import Entry
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.term import after_working_days
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, seat_of, submitted, table

TEXTS = {
    "question": "Waar in Lettele is de weg te smal?",
    "context": "We vernieuwen de wegen in het dorp.",
    "use": "In maart beslist de raad. Jullie plekken staan op de kaart.",
}


def asks(cast: Cast, by: Actor | None = None, days: int = 7, **more: Any) -> AdviceRequest:
    """Ilse of the gemeente asks."""
    told = {"texts": TEXTS, "area": Area.objects.get(code="WK015014"), "closes_on": cast.day(days)}
    return publish_text.advice_request(by=by or cast.ilse, **{**told, **more}, at=cast.tick())


def gives(cast: Cast, by: Any, request: AdviceRequest, text: str = "Bij de school.", **more: str) -> Advice:
    return publish_text.advice(by=by, request=request, text=text, **more, at=cast.tick())


def answers(cast: Cast, advice: Advice, answer: str = ADOPTED, text: str = "") -> Advice:
    return services.answer_advice(by=cast.ilse, advice=advice, answer=answer, text=text, at=cast.tick())


def closes(cast: Cast, days: float = 8) -> None:
    """Some days later the worker comes by."""
    tasks.look_over(cast.tick(days=days))


def again(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def kinds(request: AdviceRequest) -> list[str]:
    return list(Entry.objects.filter(subject=request.public_id).order_by("pk").values_list("kind", flat=True))


def city() -> str:
    seat = Seat.objects.select_related("side__organisation").get(title="adviseur Groen")
    assert seat.side
    return seat.side.organisation.public_id


def test_from_the_question_to_an_answer_for_everyone(cast: Cast) -> None:
    request = asks(cast)
    last_day = after_working_days(request.closes_on, 10)
    assert (request.state, request.due_on, request.bell_on) == (OPEN, last_day, None)
    marijke = gives(cast, cast.marijke, request, because="Ik fiets er elke dag.")
    gerrit = gives(cast, cast.gerrit, request)
    assert turn(again(request)) is None
    answers(cast, marijke)
    closes(cast)
    assert (again(request).state, again(request).given, again(request).waiting) == (CLOSED, 2, 1)
    asked = turn(AdviceRequest.objects.select_related("seat").get(pk=request.pk))
    assert asked
    assert (asked.seats, asked.due) == ((cast.ilse.seat_id,), last_day)
    answers(cast, gerrit, NOT, "Die weg is van het waterschap.")
    assert (again(request).state, again(request).bell_on) == (DONE, None)
    assert again(gerrit).was_in_time is True
    assert kinds(request) == [
        "advice.asked",
        "advice.given",
        "advice.given",
        "advice.answered",
        "advice.closed",
        "advice.answered",
        "advice.settled",
    ]
    assert figures_of(city(), cast.today) == AdviceFigures(
        asked=1, given=2, answered=2, in_time=2, adopted=1, late=0
    )
    assert turn(again(request)) is None


def test_a_late_answer_is_named_and_the_manager_hears_it(cast: Cast) -> None:
    request = asks(cast)
    advice = gives(cast, cast.marijke, request)
    parties.appoint(
        seat=seat_of(cast.samira), role=MANAGER, area=Area.objects.get(code="GM0150"), at=cast.tick()
    )
    closes(cast)
    closes(cast, 30)
    tasks.look_over(cast.at)
    assert kinds(request)[2:] == [
        "advice.closed",
        "advice.reminded",
        "advice.reminded",
        "advice.escalated",
        "advice.escalated",
    ]
    told = Entry.objects.filter(kind="advice.escalated").latest("pk").data
    assert (told["bell"], told["seat"]) == ("late", cast.samira.seat_public_id)
    assert [one.pk for one in late_of(city(), cast.today, 9)] == [request.pk]
    assert figures_of(city(), cast.today).late == 1
    answers(cast, advice, "partly", "De helft past in het budget.")
    assert again(advice).was_in_time is False
    assert figures_of(city(), cast.today) == AdviceFigures(
        asked=1, given=1, answered=1, in_time=0, adopted=1, late=0
    )


def test_without_a_manager_the_bell_still_rings(cast: Cast) -> None:
    from middenstip.domain.parties.models import Grant

    Grant.objects.all().delete()
    request = asks(cast)
    gives(cast, cast.marijke, request)
    closes(cast, 60)
    assert Entry.objects.filter(kind="advice.escalated").latest("pk").data["seat"] == ""


def test_nobody_advised_and_nothing_is_owed(cast: Cast) -> None:
    request = asks(cast)
    closes(cast)
    assert (again(request).state, again(request).bell_on) == (DONE, None)
    assert kinds(request) == ["advice.asked"]
    services.requests._close(request=request, at=cast.tick())  # a second worker
    assert kinds(request) == ["advice.asked"]


def test_asking_says_what_why_and_until_when(cast: Cast) -> None:
    for name in TEXTS:
        with pytest.raises(Invalid) as refused:
            asks(cast, texts={**TEXTS, name: " "})
        assert list(refused.value.errors) == [name]
    for days in (0, -3, 400):
        with pytest.raises(Invalid) as refused:
            asks(cast, days=days)
        assert list(refused.value.errors) == ["closes_on"]


def test_only_a_confirmed_seat_of_an_organisation_asks(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="namens een organisatie"):
        asks(cast, cast.marijke)
    Seat.objects.filter(pk=cast.bas.seat_id).update(confirmed_at=None)
    with pytest.raises(Forbidden, match="nog niet bevestigd"):
        asks(cast, cast.bas)


def test_it_is_about_something_public_that_runs(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="concept"):
        asks(cast, initiative=draft(cast))
    idea = submitted(cast, "Een pluktuin")
    assert asks(cast, initiative=idea).initiative == idea
    Initiative.objects.filter(pk=idea.pk).update(hidden={})
    with pytest.raises(Forbidden, match="verborgen"):
        asks(cast, initiative=again(idea))
    Initiative.objects.filter(pk=idea.pk).update(stage="stopped", hidden=None, lesson="Begin klein.")
    with pytest.raises(Forbidden, match="afgesloten"):
        asks(cast, initiative=again(idea))
    goal = table(cast)
    about = asks(cast, goal=goal)
    assert Entry.objects.get(subject=about.public_id).thread == goal.initiative.public_id  # type: ignore[union-attr]
    goals.hide_goal(code=goal.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        asks(cast, goal=again(goal))
    Goal.objects.filter(pk=goal.pk).update(state="stopped", hidden=None)
    with pytest.raises(Forbidden, match="tafel is klaar"):
        asks(cast, goal=again(goal))


def test_who_advises_is_a_resident_with_one_advice(cast: Cast) -> None:
    request = asks(cast)
    visitor = Unseated(cast.tarik.person_id, cast.tarik.person_public_id, "Tarik")
    assert gives(cast, visitor, request).person_id == cast.tarik.person_id
    with pytest.raises(NotNow, match="al advies"):
        gives(cast, cast.tarik, request, "En bij de kerk.")
    with pytest.raises(Forbidden, match="pet als bewoner"):
        gives(cast, cast.bas, request)
    with pytest.raises(Invalid, match="eerst je advies"):
        gives(cast, cast.marijke, request, "\u200b ")
    own = asks(cast, cast.yara, texts={**TEXTS, "question": "Wat mist het stadslab?"})  # of residents
    with pytest.raises(Forbidden, match="vroeg je zelf"):
        gives(cast, cast.yara, own)
    assert not may_advise(None, AdviceRequest(state=OPEN, closes_on=date(2000, 1, 1)), cast.today)
    AdviceRequest.objects.filter(pk=request.pk).update(given=MOST_ADVICE)
    with pytest.raises(Forbidden, match="heel veel"):
        gives(cast, cast.marijke, request)


def test_after_the_last_day_or_while_hidden_nobody_advises(cast: Cast) -> None:
    request = asks(cast)
    services.hide_request(code=request.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        gives(cast, cast.marijke, request)
    services.show_request(code=request.public_id, by=None, at=cast.tick())
    assert again(request).question == TEXTS["question"]
    cast.tick(days=8)  # the worker did not come by
    with pytest.raises(Forbidden, match="laatste dag"):
        gives(cast, cast.marijke, request)
    closes(cast, 1)
    with pytest.raises(Forbidden, match="laatste dag"):
        gives(cast, cast.marijke, request)


def test_only_the_seat_that_asked_answers_once_and_with_a_reason(cast: Cast) -> None:
    request = asks(cast)
    advice = gives(cast, cast.marijke, request)
    with pytest.raises(Forbidden, match="zetel die erom vroeg"):
        services.answer_advice(by=cast.samira, advice=advice, answer=ADOPTED, text="", at=cast.tick())
    with pytest.raises(Invalid, match="Kies een antwoord"):
        answers(cast, advice, "misschien")
    for answer in (NOT, "partly"):
        with pytest.raises(Invalid, match="Leg uit waarom"):
            answers(cast, advice, answer)
    first = answers(cast, advice, NOT, "Te duur.")
    assert answers(cast, advice, NOT, "Te duur.").answered_at == first.answered_at  # the same form twice
    with pytest.raises(NotNow, match="niet, want"):
        answers(cast, advice, ADOPTED)


def test_a_hidden_advice_waits_for_no_answer_until_it_is_shown(cast: Cast) -> None:
    request = asks(cast)
    advice = gives(cast, cast.marijke, request)
    services.hide_advice(code=advice.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        answers(cast, again(advice))
    closes(cast)
    assert (again(request).state, again(request).given) == (DONE, 0)
    services.show_advice(code=advice.public_id, by=None, at=cast.tick())
    now = again(request)
    assert (now.state, now.waiting, now.due_on) == (CLOSED, 1, after_working_days(cast.today, 10))
    answers(cast, again(advice))
    assert again(request).state == DONE


def test_the_writer_withdraws_and_the_words_are_gone(cast: Cast) -> None:
    request = asks(cast)
    advice = answers(cast, gives(cast, cast.marijke, request), NOT, "Te duur.")
    with pytest.raises(Forbidden, match="wie dit advies gaf"):
        services.take_back(by=cast.gerrit, advice=advice, at=cast.tick())
    gone = services.take_back(by=cast.marijke, advice=advice, at=cast.tick())
    assert (gone.text, gone.because, gone.answer, again(request).given) == ("", "", "", 0)
    with pytest.raises(NotNow):
        services.take_back(by=cast.marijke, advice=advice, at=cast.tick())
    assert gives(cast, cast.marijke, request, "Toch bij de kerk.").state == "given"


def test_a_request_is_withdrawn_only_while_nobody_advised(cast: Cast) -> None:
    request = asks(cast)
    with pytest.raises(Forbidden, match="zetel die dit vroeg"):
        services.withdraw_request(by=cast.samira, request=request, at=cast.tick())
    advice = gives(cast, cast.marijke, request)
    with pytest.raises(Forbidden, match="al mensen advies"):
        services.withdraw_request(by=cast.ilse, request=request, at=cast.tick())
    services.take_back(by=cast.marijke, advice=advice, at=cast.tick())
    gone = services.withdraw_request(by=cast.ilse, request=request, at=cast.tick())
    assert gone.state == WITHDRAWN
    with pytest.raises(Forbidden, match="ingetrokken"):
        gives(cast, cast.gerrit, gone)
    with pytest.raises(NotNow):
        services.withdraw_request(by=cast.ilse, request=gone, at=cast.tick())


def test_who_offers_knowledge_on_the_theme_is_known(cast: Cast) -> None:
    told = {"title": "Ik was wegenbouwer", "sort": "knowledge", "theme": "verkeer", "until_on": cast.day(60)}
    area = Area.objects.get(code="WK015014")
    matching.place_listing(by=cast.gerrit, is_offer=True, told=told, area=area, at=cast.tick())
    assert [one.pk for one in who_know(asks(cast, theme="verkeer"), cast.today)] == [cast.gerrit.person_id]
    assert who_know(asks(cast, theme="wonen"), cast.today) == []
    assert who_know(asks(cast), cast.today) == []
    assert who_know(asks(cast, theme="verkeer"), cast.today + timedelta(days=90)) == []
