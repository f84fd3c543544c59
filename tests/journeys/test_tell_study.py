"""An initiative ends: five answers make a case study, people who were there read along, it is published."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.learning import services
from middenstip.domain.learning.lifecycle import DRAFT, PUBLISHED, size_of
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.domain.learning.rules import may_see
from middenstip.domain.learning.selectors import Wanted, studies, study_by_id, voices_of
from middenstip.domain.matching import method
from middenstip.domain.matching.tasks import mend_words
from middenstip.domain.parties.models import Person
from middenstip.domain.rooms import SEARCHED
from middenstip.journeys import leave, moderate_text, publish_text, stop_initiative, tell_study
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, shared, signed
from tests.notices.ears import heard, post

ANSWERS = {
    "how": "Marijke belde eerst de buren, daarna de gemeente.",
    "broke_where": "De grond bleek vervuild.",
    "broke_cost": "Een jaar en 2.300 euro.",
    "broke_now": "Eerst de bodem onderzoeken.",
    "visit": "Elke zaterdag, vraag naar Marijke.",
}
CHOSEN = {"outcome": "gelukt", "licence": "by"}


def ended(cast: Cast) -> Initiative:
    """With an agreement of Ilse, Bas and Marijke that was signed."""
    made = signed(cast)
    return stop_initiative.stop(
        by=cast.marijke, initiative=fresh(made.initiative), lesson="De bodem was vervuild.", at=cast.tick()
    )


def fresh(initiative: Initiative) -> Initiative:
    around = ("area", "district", "municipality", "initiator", "seat")
    return Initiative.objects.select_related(*around).get(pk=initiative.pk)


def begins(cast: Cast, initiative: Initiative) -> CaseStudy:
    study = tell_study.begin(by=cast.marijke, initiative=fresh(initiative), answers=ANSWERS, at=cast.tick())
    return now(study)


def own(cast: Cast, by: Actor | None = None, **texts: str) -> CaseStudy:
    told = {"title": "Pluktuin Bathmen", "how": "De school belde de boer.", **texts}
    area = Area.objects.get(code="GM0150")
    by = by or cast.gerrit
    return services.begin_study(by=by, texts=told, choices=CHOSEN, area=area, at=cast.tick())


def now(study: CaseStudy) -> CaseStudy:
    found = study_by_id(study.public_id)
    assert found
    return found


def voice(study: CaseStudy, actor: Actor) -> Voice:
    return next(one for one in voices_of(study) if one.person_id == actor.person_id)


def change(cast: Cast, study: CaseStudy, **more: str) -> CaseStudy:
    texts = {name: getattr(study, name) for name in CaseStudy.public_texts}
    choices = {name: getattr(study, name) for name in ("size", "origin_half", "halves", "licence", "outcome")}
    told = {"texts": {**texts, **more}, "choices": choices}
    return services.change_study(by=cast.marijke, study=study, **told, at=cast.tick())


def test_five_answers_and_the_journal_make_a_draft_that_is_read_along_and_published(cast: Cast) -> None:
    initiative = ended(cast)
    study = begins(cast, initiative)
    assert begins(cast, initiative) == study
    assert (study.state, study.outcome, study.size) == (DRAFT, "mislukt", "dorp")
    assert (study.halves, study.origin_half, study.place) == (7, "bewoners", "Lettele")
    assert study.what.startswith("Een bos vol noten, fruit en kruiden.\nZo ging het:\n02-11-2026: ")
    assert study.what.endswith("De bodem was vervuild.")
    assert study.how == ANSWERS["how"]
    named = {one.person_id for one in voices_of(study)}
    assert named >= {cast.ilse.person_id, cast.bas.person_id}
    assert cast.marijke.person_id not in named
    post(cast)
    assert not any("verhaal" in subject for subject in heard(cast.bas))

    services.review_study(by=cast.marijke, study=study, at=cast.tick())
    post(cast)
    assert heard(cast.bas)[-1] == "Klopt dit verhaal? Voedselbos Lettele"
    wrong = voice(study, cast.bas)
    with pytest.raises(Invalid, match="wat er niet klopt"):
        services.correct_study(by=cast.bas, voice=wrong, remark=" ", at=cast.tick())
    with pytest.raises(Forbidden, match="van een ander"):
        services.agree_study(by=cast.ilse, voice=wrong, at=cast.tick())
    services.correct_study(by=cast.bas, voice=wrong, remark="Het was mijn grond.", at=cast.tick())
    services.agree_study(by=cast.ilse, voice=voice(study, cast.ilse), at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-1] == "Vraag om een verbetering: Voedselbos Lettele"
    cast.tick(days=8)
    with pytest.raises(Forbidden, match="Pas de tekst eerst aan"):
        publish_text.study(by=cast.marijke, study=study, at=cast.tick())

    with pytest.raises(Forbidden, match="waar het vastliep"):
        change(cast, now(study), broke_where="")
    change(cast, now(study), broke_where="De grond van Bas bleek vervuild.")
    assert {one.state for one in voices_of(study)} == {"asked"}
    assert change(cast, now(study)).changed_at == now(study).changed_at
    services.leave_study(by=cast.bas, voice=voice(study, cast.bas), at=cast.tick())
    publish_text.study(by=cast.marijke, study=study, at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-1] == "Het verhaal staat online: Voedselbos Lettele"
    assert heard(cast.bas)[-1] != "Het verhaal staat online: Voedselbos Lettele"
    assert now(study).state == PUBLISHED
    assert studies(Wanted(outcome="mislukt", is_shared=True), limit=5) == [study]
    assert method.keys_like("vervuilde grond", "casus", 3) == [study.pk]

    services.leave_study(by=cast.ilse, voice=voice(study, cast.ilse), at=cast.tick())  # objects afterwards
    post(cast)
    assert heard(cast.marijke)[-1] == "Iemand wil niet genoemd worden: Voedselbos Lettele"
    with pytest.raises(NotNow):
        services.agree_study(by=cast.ilse, voice=voice(study, cast.ilse), at=cast.tick())
    with pytest.raises(NotNow):
        change(cast, now(study), title="Anders")


def test_only_the_initiator_tells_it_and_only_after_the_end(cast: Cast) -> None:
    goal = shared(cast)
    assert goal.initiative
    with pytest.raises(Forbidden, match="loopt nog"):
        begins(cast, goal.initiative)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        tell_study.begin(by=cast.bas, initiative=fresh(goal.initiative), answers={}, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te duur.", at=cast.tick())
    study = tell_study.begin(by=cast.marijke, initiative=fresh(goal.initiative), answers={}, at=cast.tick())
    assert (study.how, study.broke_now, study.agreements_used) == ("", "Te duur.", "")
    with pytest.raises(Forbidden, match="hoe de samenwerking ontstond"):
        services.review_study(by=cast.marijke, study=study, at=cast.tick())


def test_what_nobody_else_was_part_of_is_published_at_once(cast: Cast) -> None:
    study = own(cast)
    with pytest.raises(Forbidden, match="Alleen wie dit voorbeeld schreef"):
        services.review_study(by=cast.bas, study=study, at=cast.tick())
    services.review_study(by=cast.gerrit, study=study, at=cast.tick())
    publish_text.study(by=cast.gerrit, study=study, at=cast.tick())
    other = own(cast, cast.tarik, title="Moestuin Okkenbroek", broke_where="Geen water.")
    services.review_study(by=cast.tarik, study=other, at=cast.tick())
    publish_text.study(by=cast.tarik, study=other, at=cast.tick())
    assert studies(Wanted(), limit=5) == [other, study]
    last = now(other)
    assert last.published_at
    assert studies(Wanted(), after=(last.published_at, last.pk), limit=5) == [study]
    assert studies(Wanted(outcome="deels"), limit=5) == studies(Wanted(size="groot"), limit=5) == []
    assert studies(Wanted(half="overheid"), limit=5) == []
    post(cast)
    assert method.keys_like("pluktuin", "casus", 3) == [study.pk]
    assert method.keys_like("", "casus", 3) == []

    hidden = moderate_text.find("voorbeeld", study.public_id, cast.at)
    assert hidden
    moderate_text.hide(hidden, "Deze tekst is verborgen.", None, cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        publish_text.study(by=cast.gerrit, study=study, at=cast.tick())
    services.withdraw_study(by=cast.tarik, study=other, at=cast.tick())
    with pytest.raises(Forbidden, match="trekt het in"):
        services.withdraw_study(by=cast.bas, study=study, at=cast.tick())
    post(cast)
    assert (method.known("casus"), studies(Wanted(), limit=5)) == (set(), [])
    services.show_study(code=study.public_id, by=None, at=cast.tick())
    some = {"casus": SEARCHED["casus"]}
    assert (mend_words(some), mend_words(some), method.known("casus")) == (1, 0, {study.pk})


def test_who_may_read_and_what_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid, match="titel"):
        own(cast, title=" ")
    area = own(cast).area
    for name, value in (("outcome", "best"), ("size", "x"), ("origin_half", "x"), ("licence", "")):
        with pytest.raises(Invalid) as refusal:
            services.begin_study(
                by=cast.gerrit,
                texts={"title": "Een"},
                choices={**CHOSEN, name: value},
                area=area,
                at=cast.tick(),
            )
        assert refusal.value.errors == {name: "Maak een keuze."}
    study = own(cast, cast.marijke)
    bas = Person.objects.get(pk=cast.bas.person_id)
    services.ask_voices(study=study, people=[(bas, None)], at=cast.tick())
    readers = [cast.marijke, cast.bas, cast.ilse]

    def seen() -> list[bool]:
        return [may_see(one.person_id, now(study), voices_of(study)) for one in readers]

    assert seen() == [True, False, False]
    services.review_study(by=cast.marijke, study=study, at=cast.tick())
    assert seen() == [True, True, False]
    with pytest.raises(Forbidden, match="Nog niet iedereen keek"):
        publish_text.study(by=cast.marijke, study=study, at=cast.tick())
    leave.erase(by=cast.bas, person=bas, at=cast.tick())
    assert voices_of(study) == []
    publish_text.study(by=cast.marijke, study=study, at=cast.tick())
    assert seen() == [True, True, True]
    leave.erase(by=cast.marijke, person=Person.objects.get(pk=cast.marijke.person_id), at=cast.tick())
    post(cast)
    assert now(study).person.shown_name == "Iemand die wegging"
    draft = own(cast)
    leave.erase(by=cast.gerrit, person=Person.objects.get(pk=cast.gerrit.person_id), at=cast.tick())
    assert study_by_id(draft.public_id) is None
    post(cast)
    assert [size_of(people) for people in (None, 500, 1_010, 20_000, 200_000)] == [
        "",
        "klein",
        "dorp",
        "stad",
        "groot",
    ]


def test_the_same_form_twice_is_one_case_study(cast: Cast) -> None:
    area = Area.objects.get(code="GM0150")
    told = {"texts": {"title": "Een"}, "choices": CHOSEN, "area": area, "key": "formulier"}
    first = services.begin_study(by=cast.gerrit, **told, at=cast.tick())
    assert services.begin_study(by=cast.gerrit, **told, at=cast.tick()) == first
