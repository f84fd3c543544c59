"""Three requests for advice: one that is open, one where everyone got an answer, and one that is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.advice import services, tasks
from middenstip.domain.advice.models import AdviceRequest


@dataclass(frozen=True)
class Given:
    """What somebody advised some days ago, and the answer ("": none yet)."""

    who: str
    ago: int
    text: str
    because: str = ""
    answer: str = ""
    why: str = ""


@dataclass(frozen=True)
class Asked:
    """What was asked some days ago, how many days it is open, and whether it is about the village alone."""

    by: str
    ago: int
    days: int
    theme: str
    texts: dict[str, str]
    given: tuple[Given, ...]
    in_village: bool = False


LETTELE = Asked(
    by="ilse",
    ago=9,
    days=21,
    theme="natuur-en-milieu",
    texts={
        "question": "Waar staat in Lettele het water na een bui?",
        "context": "We maken een kaart van natte plekken. Jullie zien meer dan een meter in een put.",
        "use": "De kaart gaat in het voorjaar naar de raad. Wat drie mensen noemen, pakken we eerst aan.",
    },
    given=(
        Given(
            "marijke",
            7,
            "Achter de kerk staat het pad elk najaar een week blank.",
            "Ik loop daar elke ochtend met de hond.",
            "adopted",
            "Deze plek staat nu op de kaart.",
        ),
        Given("gerrit", 3, "Bij de brug loopt de sloot over als het riet niet gemaaid is."),
    ),
    in_village=True,
)
BENCHES = Asked(
    by="samira",
    ago=58,
    days=14,
    theme="ruimte-en-infrastructuur",
    texts={
        "question": "Waar missen jullie een bank op de route naar de bushalte?",
        "context": "Vier banken zijn op. We zetten er acht terug, en kiezen de plek met jullie.",
        "use": "Wij beslissen in een maand. De eerste vier plekken volgen we als het kan.",
    },
    given=(
        Given(
            "gerrit",
            54,
            "Halverwege de dijk, met de rug naar de wind.",
            "Ik ben tachtig en loop hem elke week.",
            "adopted",
            "De bank komt er in april.",
        ),
        Given(
            "tarik",
            51,
            "Bij het viaduct, met een leuning.",
            "",
            "partly",
            "Wel een bank, maar twintig meter verder: onder het viaduct mag het niet.",
        ),
        Given(
            "marijke",
            47,
            "Voor de school, ook voor ouders die wachten.",
            "",
            "not",
            "Daar komt volgend jaar een speelplein met eigen banken.",
        ),
    ),
)
PLANTS = Asked(
    by="bas",
    ago=52,
    days=20,
    theme="natuur-en-milieu",
    texts={
        "question": "Welke planten doen het goed in jullie voortuin?",
        "context": "De kwekerij stelt een pakket samen voor droge tuinen.",
        "use": "Wat vier mensen noemen, komt in het pakket van volgend jaar.",
    },
    given=(
        Given("yara", 44, "Vrouwenmantel. Die staat er na twee droge zomers nog.", "Mijn tuin ligt op zand."),
        Given("tarik", 40, "Lavendel, en niets met veel water."),
    ),
)


def ask(teller: Teller) -> None:
    if teller.story.title == "Voedselbos Lettele":
        for one in (LETTELE, BENCHES, PLANTS):
            _tell(teller, one)
        tasks.look_over(by_day(teller.now - timedelta(days=1)))


def _tell(teller: Teller, one: Asked) -> AdviceRequest:
    initiative, start = teller.fresh(), teller.now - timedelta(days=one.ago)
    request = services.ask_advice(
        by=teller.cast[one.by],
        texts=one.texts,
        closes_on=timezone.localdate(start) + timedelta(days=one.days),
        area=initiative.area if one.in_village else initiative.municipality,
        theme=one.theme,
        at=by_day(start),
    )
    for said in one.given:
        at = teller.now - timedelta(days=said.ago)
        told: dict[str, Any] = {"text": said.text, "because": said.because, "at": by_day(at)}
        advice = services.give_advice(by=teller.cast[said.who], request=request, **told)
        if said.answer:
            told = {"answer": said.answer, "text": said.why, "at": by_day(at + timedelta(days=2))}
            services.answer_advice(by=teller.cast[one.by], advice=advice, **told)
    return request


STEPS = (Step(97, ask),)
