"""The question about a voedselbos: asked, answered in four kinds, prepared, and turned into tasks."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Action
from middenstip.domain.matching import method
from middenstip.domain.matching.tasks import mend_words, reindexing
from middenstip.domain.parties.models import Person
from middenstip.domain.questions import services, tasks
from middenstip.domain.questions.lifecycle import CLOSED, KINDS, MOST_LINES, OPEN
from middenstip.domain.questions.models import WITHDRAWN_TEXT, Answer, Line, Question
from middenstip.domain.questions.selectors import Asked, question_by_id, questions_in, raised_in
from middenstip.domain.reports.selectors.story import news_in
from middenstip.domain.rooms import SEARCHED
from middenstip.journeys import leave, moderate_text, plan_preparation, publish_text, stop_initiative
from middenstip.kernel.actor import Doer, Unseated
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from middenstip.web.shared.alike import alike
from tests.cast import Cast, draft, moderator, submitted, taken
from tests.notices.ears import heard, post

TEXTS = {
    "text": "Wie is de baas over een voedselbos op grond van de gemeente?",
    "explanation": "Het gaat om een hectare weiland.",
    "motivation": "Ik ben bang dat ik de regie kwijtraak.",
    "place": "een dorp bij Deventer",
}


def asks(
    cast: Cast, by: Doer | None = None, about: Initiative | None = None, text: str = "", **more: object
) -> Question:
    told = {**TEXTS, "text": text} if text else TEXTS
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    by = by or cast.marijke
    return publish_text.question(by=by, texts=told, area=area, initiative=about, at=cast.tick(), **more)


def says(cast: Cast, by: Doer, question: Question, text: str = "Leg het vast.", kind: str = "tip") -> Answer:
    return publish_text.answer(by=by, question=question, kind=kind, text=text, at=cast.tick())


def fresh(question: Question) -> Question:
    found = question_by_id(question.public_id)
    assert found
    return found


def news(cast: Cast) -> list[str]:
    return [f"{one.before}{one.link}{one.after}" for one in news_in("gemeente", ["GM0150"], 20)]


def test_the_question_gets_answers_and_the_list_becomes_tasks(cast: Cast) -> None:
    initiative = taken(cast).initiative
    question = asks(cast, about=initiative, is_beginner=True)
    assert (question.state, question.municipality.code) == (OPEN, "GM0150")
    post(cast)
    tip = says(cast, cast.tarik, question)
    warning = says(cast, cast.bas, question, "Kijk wie betaalt bij schade.", "warning")
    says(cast, cast.ilse, question, "Een contract zegt niemand zomaar op.", "reassurance")
    says(cast, cast.samira, question, "Praat met het waterschap.", "contact")
    post(cast)
    assert fresh(question).answer_count == 4
    assert heard(cast.marijke)[-4:] == [f"Antwoord op je vraag: {TEXTS['text']}"] * 4

    services.mark_answer(by=cast.marijke, answer=warning, helps=True, at=cast.tick())
    services.mark_answer(by=cast.marijke, answer=warning, helps=True, at=cast.tick())
    post(cast)
    assert fresh(question).helped_count == 1
    assert heard(cast.bas)[-1] == f"Je antwoord hielp: {TEXTS['text']}"
    services.mark_answer(by=cast.marijke, answer=warning, helps=False, at=cast.tick())
    assert fresh(question).helped_count == 0
    with pytest.raises(Forbidden, match="Wat hielp, zegt wie de vraag stelde"):
        services.mark_answer(by=cast.bas, answer=warning, helps=True, at=cast.tick())

    one = services.add_line(by=cast.marijke, question=question, answer=tip, at=cast.tick())
    assert services.add_line(by=cast.marijke, question=question, answer=tip, at=cast.tick()) == one
    own = services.add_line(by=cast.marijke, question=question, text="Bel de boer", at=cast.tick())
    third = services.add_line(by=cast.marijke, question=question, answer=warning, at=cast.tick())
    services.drop_line(by=cast.marijke, line=third)
    assert [line.text for line in Line.objects.order_by("pk")] == ["Leg het vast.", "Bel de boer"]
    with pytest.raises(Forbidden):
        services.add_line(by=cast.bas, question=question, text="Ook dit", at=cast.tick())
    with pytest.raises(Forbidden):
        services.drop_line(by=cast.bas, line=own)

    lines, about = [one, own], fresh(question)
    made = plan_preparation.plan(by=cast.marijke, question=about, lines=lines, at=cast.tick())
    assert [action.text for action in made] == ["Leg het vast.", "Bel de boer"]
    assert plan_preparation.plan(by=cast.marijke, question=about, lines=lines, at=cast.tick()) == []
    assert Action.objects.count() == 2
    assert {line.action for line in Line.objects.all()} == {action.public_id for action in made}

    services.close_question(by=cast.marijke, question=question, at=cast.tick())
    with pytest.raises(NotNow):
        services.close_question(by=cast.marijke, question=question, at=cast.tick())
    says(cast, cast.gerrit, question, "Voor wie dit later vraagt.")
    assert (fresh(question).state, fresh(question).answer_count) == (CLOSED, 5)
    services.reopen_question(by=cast.marijke, question=question, at=cast.tick())
    assert any("kreeg een antwoord dat helpt" in line for line in news(cast))


def test_lines_become_tasks_only_of_an_own_running_initiative(cast: Cast) -> None:
    loose = asks(cast)
    line = services.add_line(by=cast.marijke, question=loose, text="Iets", at=cast.tick())
    with pytest.raises(Forbidden, match="hoort nog niet bij een initiatief"):
        plan_preparation.plan(by=cast.marijke, question=fresh(loose), lines=[line], at=cast.tick())
    with pytest.raises(Forbidden, match="van wie de vraag stelde"):
        plan_preparation.plan(by=cast.bas, question=fresh(loose), lines=[line], at=cast.tick())
    with pytest.raises(Forbidden, match="van een ander"):
        asks(cast, cast.bas, submitted(cast, "Een"), text="Hoe zit dat?")
    with pytest.raises(Forbidden, match="concept"):
        asks(cast, about=draft(cast, "Twee"), text="Hoe zit dat nou?")

    initiative = submitted(cast, "Drie")
    area, at = loose.area, cast.tick()
    told = {"texts": TEXTS, "area": area}
    changed = publish_text.question_text(
        by=cast.marijke, question=loose, initiative=initiative, **told, at=at
    )
    assert publish_text.question_text(
        by=cast.marijke, question=changed, initiative=initiative, **told, at=cast.tick()
    )
    assert fresh(loose).changed_at == at
    with pytest.raises(Forbidden, match="Alleen wie de vraag stelde"):
        publish_text.question_text(by=cast.bas, question=loose, **told, at=cast.tick())
    with pytest.raises(Invalid, match="Kies wat een taak wordt"):
        plan_preparation.plan(by=cast.marijke, question=fresh(loose), lines=[], at=cast.tick())
    with pytest.raises(Invalid, match="hooguit tien"):
        plan_preparation.plan(by=cast.marijke, question=fresh(loose), lines=[line] * 11, at=cast.tick())
    with pytest.raises(NotNow, match="Nog niemand van de balie"):
        plan_preparation.plan(by=cast.marijke, question=fresh(loose), lines=[line], at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te duur.", at=cast.tick())
    with pytest.raises(Forbidden, match="afgesloten"):
        plan_preparation.plan(by=cast.marijke, question=fresh(loose), lines=[line], at=cast.tick())
    with pytest.raises(Forbidden, match="afgesloten"):
        asks(cast, about=initiative, text="Hoe nu verder?")


def test_what_is_empty_wrong_or_gone_is_refused_with_a_reason(cast: Cast) -> None:
    for empty in ("", " \u200b ", "\n"):
        with pytest.raises(Invalid, match="Schrijf eerst je vraag"):
            publish_text.question(
                by=cast.marijke, texts={"text": empty}, area=Area.objects.get(code="GM0150"), at=cast.tick()
            )
    question = asks(cast)
    with pytest.raises(Invalid, match="Schrijf eerst je antwoord"):
        says(cast, cast.bas, question, " ")
    with pytest.raises(Invalid, match="Kies wat voor antwoord"):
        says(cast, cast.bas, question, kind="klacht")
    with pytest.raises(Forbidden, match="je eigen vraag"):
        says(cast, cast.marijke, question)
    with pytest.raises(Invalid, match="Schrijf op wat je gaat doen"):
        services.add_line(by=cast.marijke, question=question, text=" ", at=cast.tick())
    answer = says(cast, cast.bas, question)
    with pytest.raises(Forbidden, match="Alleen wie dit schreef"):
        services.withdraw_answer(by=cast.marijke, answer=answer, at=cast.tick())
    services.mark_answer(by=cast.marijke, answer=answer, helps=True, at=cast.tick())
    services.withdraw_answer(by=cast.bas, answer=answer, at=cast.tick())
    assert (fresh(question).state, fresh(question).helped_count) == (OPEN, 0)
    with pytest.raises(NotNow):
        services.withdraw_answer(by=cast.bas, answer=answer, at=cast.tick())
    with pytest.raises(NotNow, match="staat er niet meer"):
        services.add_line(by=cast.marijke, question=question, answer=Answer.objects.get(), at=cast.tick())
    Line.objects.bulk_create(Line(question=question, text="Nog een", at=cast.at) for _ in range(MOST_LINES))
    with pytest.raises(NotNow, match="al 50 regels"):
        services.add_line(by=cast.marijke, question=question, text="Nog een", at=cast.tick())

    one, two = (says(cast, who, question) for who in (cast.bas, cast.ilse))
    services.withdraw_answer(by=cast.bas, answer=one, at=cast.tick())
    assert fresh(question).answer_count == 1
    with pytest.raises(Forbidden, match="rondt haar af"):
        services.withdraw_question(by=cast.bas, question=question, at=cast.tick())
    services.withdraw_question(by=cast.marijke, question=question, at=cast.tick())
    gone = fresh(question)
    assert (gone.text, gone.explanation, gone.place) == (WITHDRAWN_TEXT, "", "")
    with pytest.raises(Forbidden, match="ingetrokken"):
        says(cast, cast.tarik, question)
    services.withdraw_answer(by=cast.ilse, answer=two, at=cast.tick())
    assert questions_in(Asked(), limit=5) == []


def test_the_same_form_twice_is_one_question_and_one_answer(cast: Cast) -> None:
    first = asks(cast, key="formulier")
    assert asks(cast, key="formulier") == first
    told = {"question": first, "kind": "tip", "text": "Doe het.", "key": "antwoord"}
    one = publish_text.answer(by=cast.bas, **told, at=cast.tick())
    assert publish_text.answer(by=cast.bas, **told, at=cast.tick()) == one
    assert (Question.objects.count(), Answer.objects.count()) == (1, 1)


def test_after_five_working_days_the_verbinder_hears_it_and_after_ten_everyone(cast: Cast) -> None:
    question = asks(cast)  # on Monday 2 November
    answered = asks(cast, cast.bas, text="Mag een boom in de berm?")
    says(cast, cast.gerrit, answered)
    post(cast)
    for day, told, raised in ((8, False, False), (9, True, False), (15, True, False), (16, True, True)):
        cast.at = cast.at.replace(day=day)
        tasks.notice_silence(cast.at)
        assert tasks.notice_silence(cast.at) == 0
        now = fresh(question)
        assert (now.told_at is not None, now.raised_at is not None) == (told, raised), day
    post(cast)
    assert heard(cast.yara)[-1] == f"Vijf werkdagen zonder antwoord: {TEXTS['text']}"
    assert f"Wie weet dit? {TEXTS['text']}" in news(cast)
    assert raised_in("wijk", ["WK015014"], 3) == raised_in("gemeente", ["GM0150"], 3) == [question]
    assert raised_in("buurt", ["BU01501401"], 3) == []
    assert services.tell_silence(public_id=answered.public_id, is_raised=True, at=cast.at) == 0

    late = asks(cast, cast.tarik, text="Wie leent een kar uit?")
    assert services.tell_silence(public_id=late.public_id, is_raised=True, at=cast.at) == 2
    says(cast, cast.bas, late)
    post(cast)  # answered in the meantime: the verbinder does not hear it any more
    assert sum("zonder antwoord" in subject for subject in heard(cast.yara)) == 1
    says(cast, cast.bas, question)
    assert raised_in("gemeente", ["GM0150"], 3) == []


def test_it_is_found_by_its_words_and_by_those_of_its_answers(cast: Cast) -> None:
    question = asks(cast)
    other = asks(cast, cast.bas, text="Mag ik een boom planten in de berm?")
    says(cast, cast.tarik, question, "Vraag om een erfpachtcontract.")
    submitted(cast)
    post(cast)
    assert method.keys_like("erfpacht contract", "vraag", 5) == [question.pk]
    assert method.keys_like("voedselbos gemeente", "vraag", 5)[0] == question.pk
    assert method.keys_like(" ", "vraag", 5) == []
    assert [one["title"] for one in alike("een boom in de berm")][:1] == [other.text]
    assert "Voedselbos Lettele" in [one["title"] for one in alike("voedselbos met noten")]

    moderate_text.hide(moderate_text.find("vraag", question.public_id, cast.at), "weg", None, cast.tick())  # type: ignore[arg-type]
    services.withdraw_question(by=cast.bas, question=other, at=cast.tick())
    post(cast)
    assert method.known("vraag") == set()
    moderate_text.show(moderate_text.find("vraag", question.public_id, cast.at), None, cast.tick())  # type: ignore[arg-type]
    some = {"vraag": SEARCHED["vraag"]}
    assert (mend_words(some), mend_words(some)) == (1, 0)
    assert method.keys_like("erfpacht contract", "vraag", 5) == [question.pk]
    assert dict(reindexing(some)) == {"vraag": 1}
    assert method.keys_like("erfpacht contract", "vraag", 5) == [question.pk]
    assert method.known("vraag") == {question.pk}
    method.keep("vraag", other.pk, [other.text])
    mend_words(some)
    assert method.known("vraag") == {question.pk}


def test_a_moderator_hides_a_question_and_an_answer(cast: Cast) -> None:
    noor = moderator(cast, cast.noor)
    question = asks(cast)
    answer = says(cast, cast.bas, question, "Onzin!")
    told = {"rule": "respect", "reason": "Niet aardig.", "person": cast.marijke, "at": cast.tick()}
    review = moderate_text.report(noun="antwoord", code=answer.public_id, **told).review
    decided = {"outcome": "hide", "rule": "respect", "reason": "Zo praten we niet.", "at": cast.tick()}
    moderate_text.decide(by=noor, review=review, **decided)
    assert Answer.objects.get().text == "Deze tekst is verborgen."
    with pytest.raises(Forbidden, match="verborgen"):
        services.mark_answer(by=cast.marijke, answer=answer, helps=True, at=cast.tick())
    with pytest.raises(NotNow):
        services.add_line(by=cast.marijke, question=question, answer=Answer.objects.get(), at=cast.tick())
    services.show_answer(code=answer.public_id, by=None, at=cast.tick())
    assert Answer.objects.get().text == "Onzin!"

    services.hide_question(code=question.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert questions_in(Asked(), limit=5) == []
    with pytest.raises(Forbidden, match="verborgen"):
        says(cast, cast.tarik, question)
    with pytest.raises(Forbidden, match="verborgen"):
        publish_text.question_text(
            by=cast.marijke, question=question, texts=TEXTS, area=question.area, at=cast.tick()
        )
    services.show_question(code=question.public_id, by=None, at=cast.tick())
    assert fresh(question).text == TEXTS["text"]


def test_a_paused_person_asks_nothing_and_a_new_one_with_a_link_waits(cast: Cast) -> None:
    noor = moderator(cast, cast.noor)
    question = asks(cast, cast.tarik, text="Kijk op www.voorbeeld.example?")
    assert fresh(question).is_hidden == (Person.objects.get(pk=cast.tarik.person_id).joined_at is not None)
    answer = says(cast, cast.bas, asks(cast))
    told = {"rule": "respect", "reason": "Grof.", "person": cast.marijke, "at": cast.tick()}
    review = moderate_text.report(noun="antwoord", code=answer.public_id, **told).review
    paused = {"outcome": "pause", "rule": "respect", "reason": "Even rust.", "days": 7, "at": cast.tick()}
    moderate_text.decide(by=noor, review=review, **paused)
    with pytest.raises(Forbidden):
        asks(cast, cast.bas, text="Mag ik nog?")


def test_a_person_without_a_seat_asks_and_leaves_the_list_is_gone(cast: Cast) -> None:
    someone = Unseated(cast.tarik.person_id, cast.tarik.person_public_id)
    question = asks(cast, someone)
    assert question.seat is None
    services.add_line(by=someone, question=question, text="Bellen", at=cast.tick())
    person = Person.objects.get(pk=cast.tarik.person_id)
    leave.erase(by=cast.tarik, person=person, at=cast.tick())
    post(cast)
    assert (Line.objects.count(), fresh(question).person.shown_name) == (0, "Iemand die wegging")
    says(cast, cast.bas, question)
    post(cast)  # nobody is told


def test_filters_of_the_list(cast: Cast) -> None:
    one = asks(cast)
    two = asks(cast, cast.bas, text="Mag een boom in de berm?")
    says(cast, cast.gerrit, two)
    assert questions_in(Asked(), limit=5) == [two, one]
    assert questions_in(Asked(half="ondernemers"), limit=5) == [two]
    assert questions_in(Asked(stand="open"), limit=5) == [one]
    assert questions_in(Asked(area=("WK015014", "wijk"), stand="beantwoord"), limit=5) == [two]
    assert questions_in(Asked(area=("BU01501401", "buurt")), limit=5) == []
    assert questions_in(Asked(), after=(two.asked_at, two.pk), limit=5) == [one]
    assert set(KINDS) == {"tip", "example", "contact", "offer", "warning", "reassurance"}
