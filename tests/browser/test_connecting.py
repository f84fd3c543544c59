"""The voedselbos question in a browser, with script and without: from asking to a case that others read."""

from __future__ import annotations

import pytest

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.intake.models import Action
from middenstip.domain.learning import services as learning
from middenstip.domain.learning.selectors import study_by_id, voices_of
from middenstip.domain.matching.models import Introduction
from middenstip.domain.matching.tasks import mend_words
from middenstip.domain.questions.models import Question
from middenstip.domain.rooms import SEARCHED
from middenstip.journeys import stop_initiative
from middenstip.kernel import clock
from middenstip.notices.tasks import bring_round
from tests.browser.hands import Pointer
from tests.browser.street import Street
from tests.cast import Cast, person, taken
from tests.journeys.test_plan_preparation import asks, says
from tests.journeys.test_tell_study import fresh

pytestmark = pytest.mark.browser
OLD = "Hoe vraag je de gemeente om grond voor een voedselbos?"
FAILED = "Het voedselbos dat er niet kwam"
ASKED = "Hoe overtuig ik de gemeente van een voedselbos?"


def _memory(cast: Cast) -> None:
    """An old question with an answer, and a case that failed, both found by their words."""
    says(cast, cast.bas, asks(cast, cast.gerrit, text=OLD), "Begin met een huurcontract voor de grond.")
    told = {
        "texts": {
            "title": FAILED,
            "what": "Een voedselbos dat de gemeente niet wilde.",
            "how": "We belden te laat.",
            "broke_where": "Bij de gemeente.",
            "broke_now": "Eerder bellen.",
        },
        "choices": {"outcome": "mislukt", "licence": "by"},
        "area": Area.objects.get(code="GM0150"),
    }
    study = learning.begin_study(by=cast.gerrit, **told, at=cast.tick())
    learning.review_study(by=cast.gerrit, study=study, at=cast.tick())
    learning.publish_study(by=cast.gerrit, study=study, at=cast.tick(days=8))
    mend_words(SEARCHED)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_voedselbos_question_meets_memory_people_and_an_offer(
    street: Street, cast: Cast, script: bool
) -> None:
    def comes(name: str) -> Pointer:
        somebody = Pointer(street.window(script=script))
        somebody.log_in(str(person(getattr(cast, name)).email))
        return somebody

    initiative = taken(cast).initiative
    _memory(cast)
    marijke, gerrit, bas = comes("marijke"), comes("gerrit"), comes("bas")

    marijke.go("/vragen/nieuw/")
    marijke.write("Vraag", ASKED)
    if script:
        marijke.sees(OLD)  # while it is written
        marijke.sees(FAILED)
    marijke.pick("Voor welk initiatief van jou?", initiative.title)
    marijke.press("Plaats mijn vraag")
    marijke.sees(OLD)
    marijke.sees(FAILED)
    marijke.press("Toch plaatsen")
    marijke.sees("Nog geen antwoord")
    question = Question.objects.latest("pk")
    here = f"/vraag/{question.public_id}/"

    for who, kind, text in (
        (gerrit, "aanbod", "Ik heb een stuk grond over."),
        (bas, "contact", "Bel de hovenier in Bathmen."),
    ):
        who.go(here)
        who.tick(kind)
        who.write("Jouw antwoord", text)
        who.press("Plaats mijn antwoord")
        who.sees(text)
    says(cast, cast.tarik, question, "Let op de erfpacht.", kind="warning")
    says(cast, cast.ilse, question, "Leg vast wie maait.", kind="tip")
    marijke.go(here)
    marijke.sees("4 antwoorden")
    marijke.press("Dit hielp mij")
    marijke.press("Zet op mijn lijst")
    marijke.unfold("Maak er taken van")
    marijke.tick("Let op de erfpacht.")
    marijke.press("Maak deze taken")
    marijke.sees("is een taak")
    assert Action.objects.filter(text="Let op de erfpacht.").count() == 1

    gerrit.go("/vraag-en-aanbod/nieuw/?wat=aanbod")
    gerrit.write("Wat bied je aan?", "Grond voor een voedselbos")
    gerrit.tick("ruimte")
    gerrit.pick("Waar?", "Lettele")
    gerrit.press("Plaats dit")
    gerrit.sees("Grond voor een voedselbos")
    bring_round()
    marijke.go("/vraag-en-aanbod/voor-jou/")
    marijke.sees("jullie schrijven allebei:")
    marijke.press("Ja, breng ons in contact")
    marijke.sees("De ander heeft nog niet geantwoord")
    meeting = f"/kennismaking/{Introduction.objects.get().public_id}/"
    gerrit.go(meeting)
    gerrit.press("Ja")
    gerrit.write("Wat spreken jullie af?", "Gerrit leent zijn grond uit.")
    gerrit.write("Uiterlijk wanneer?", f"{clock.today().year + 1}-03-01")
    gerrit.press("Leg de afspraak vast")
    agreement = Agreement.objects.get()
    for who in (gerrit, marijke):
        who.go(f"/afspraak/{agreement.public_id}/")
        who.press("Ja, ik teken")
    marijke.sees("Loopt")

    stop_initiative.stop(
        by=cast.marijke, initiative=fresh(initiative), lesson="Het was te nat.", at=clock.now()
    )
    marijke.go(f"/initiatief/{initiative.public_id}/voorbeeld/")
    marijke.write("Hoe ontstond de samenwerking?", "Gerrit las mijn vraag en bood grond aan.")
    marijke.write("Waar liep het vast?", "De grond was te nat.")
    marijke.press("Maak mijn voorbeeld")
    marijke.press("Laat het zien aan wie erbij was")
    case = marijke.page.url.partition("#")[0].removeprefix(street.url)
    study = study_by_id(case.strip("/").rpartition("/")[2])
    assert study
    for voice in voices_of(study):
        there = next(one for one in vars(cast).values() if getattr(one, "person_id", 0) == voice.person_id)
        learning.agree_study(by=there, voice=voice, at=clock.now())
    marijke.go(case)
    marijke.press("Publiceer het voorbeeld")
    visitor = Pointer(street.window(script=script))
    visitor.go(case)
    visitor.sees("Gerrit las mijn vraag en bood grond aan.")
    assert street.complaints == []
