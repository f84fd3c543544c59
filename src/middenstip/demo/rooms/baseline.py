"""A scan of Deventer whose figures are fixed, a repeat that runs, and what an initiative wants to change.

The newer figures are invented, and say so in their source.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.content import AGE_KEYS
from middenstip.domain.baseline.models import Scan
from middenstip.domain.baseline.selectors import series_of
from middenstip.domain.baseline.services import EditionData, MeasureData
from middenstip.journeys import claim_effect

TITLE = "Voedselbos Lettele"
QUESTION = "Hoe prettig wonen en leven we in Deventer?"
CHOSEN = ("inhabitants", "share_65_plus", "livability_class", "livability_cohesion")
SEEN = (
    ("marijke", "Lettele", "De bus stopt alleen nog in de ochtend. De bank bij de halte is weg."),
    ("bas", "Binnenstad", "Vijf winkels in één straat staan leeg. Voor twee hangen gordijnen."),
    ("ilse", "Bathmen", "Bij de beek lopen veel mensen. Het pad is smal en nat."),
)
READ = (
    ("marijke", "partly", "In de dorpen kent men elkaar, dat klopt.", "De cijfers zien de dorpen niet los."),
    ("bas", "yes", "Klanten blijven langer op een plein met groen.", "De omgeving scoort goed."),
    ("ilse", "yes", "Wij krijgen veel vragen over groen.", "Er komen meer ouderen."),
)
BIKES = {"word": "Fietsen bij het buurthuis", "unit": "fietsen", "source": "geteld op drie zaterdagen"}
WANTED = {
    "word": "Meer mensen komen op de fiets naar het buurthuis",
    "trade_off": "Er mogen drie parkeerplekken weg. De plek voor wie slecht loopt blijft.",
}
PAPER = (
    ("need", "bewoners", "65+", 34),
    ("need", "bewoners", "25-44", 12),
    ("fine", "bewoners", "25-44", 17),
    ("need", "ondernemers", "45-64", 12),
)
LIVE = {"0-14": 16_120, "15-24": 12_340, "25-44": 27_050, "45-64": 27_730, "65+": 20_165}
NEWER = {"inhabitants": 104_960, "share_65_plus": 20, "livability_class": 8, "livability_cohesion": 6}


# What people say about their neighbourhood: the figure and its margins.
SAID = {
    "cohesion_score": ("6.5", "6.3", "6.7"),
    "facilities_score": ("6.4", "6.2", "6.6"),
    "share_pleasant": ("77.1", "73.9", "80.3"),
}


def tell(teller: Teller) -> None:
    """The scan, its repeat, and the effect, once."""
    if teller.story.title != TITLE:
        return
    first = _fixed(teller)
    at = by_day(teller.now - timedelta(days=6))
    year = at.year - 1
    edition = EditionData("Verzonnen voor de demo", "", year, "vrij te gebruiken", "demo")
    newer = NEWER | {key: LIVE[age] for key, age in AGE_KEYS.items()}
    rows = [MeasureData(first.area.code, key, Decimal(value)) for key, value in newer.items()]
    rows += [MeasureData(first.area.code, key, *map(Decimal, value)) for key, value in SAID.items()]
    baseline.load_edition(edition, rows, at=at)
    again = baseline.repeat_scan(by=teller.cast["yara"], scan=first, at=at)
    own = again.lines.get(is_own=True)
    told: dict[str, Any] = {"scan": again, "key": own.key, "value": Decimal(52), "people": 52}
    baseline.measure_own_figure(by=teller.cast["yara"], **told, at=at)
    baseline.begin_walk(by=teller.cast["yara"], scan=again, at=at)
    _effect(teller)


def _fixed(teller: Teller) -> Scan:
    """From the question to the frozen figures."""
    cast, day = teller.cast, teller.now - timedelta(days=34)
    area = Area.objects.select_related("municipality", "district").get(code=teller.fresh().municipality.code)
    known = {one.indicator.key for one in series_of(area)}
    keys = [key for key in CHOSEN if key in known]
    at = by_day(day)
    scan = baseline.start_scan(by=cast["yara"], area=area, question=QUESTION, keys=keys, at=at)
    told: dict[str, Any] = {"scan": scan, "texts": BIKES, "value": Decimal(37), "people": 37}
    baseline.add_own_figure(by=cast["yara"], **told, at=at)
    baseline.begin_walk(by=cast["yara"], scan=scan, at=at)
    for who, place, text in SEEN:
        texts = {"place": place, "text": text}
        baseline.observe(by=cast[who], scan=scan, kind="observed", texts=texts, at=by_day(day + timedelta(1)))
    baseline.begin_reading(by=cast["yara"], scan=scan, at=by_day(day + timedelta(5)))
    for who, view, experience, stands_out in READ:
        texts = {"experience": experience, "stands_out": stands_out}
        baseline.read_figures(by=cast[who], scan=scan, view=view, texts=texts, at=by_day(day + timedelta(6)))
    scan = baseline.fix_scan(by=cast["yara"], scan=scan, at=by_day(day + timedelta(9)))
    _value(teller, scan)
    return scan


def _value(teller: Teller, scan: Scan) -> None:
    """Where the three halves want to go, and what people say about it on screen and on paper."""
    cast, at = teller.cast, by_day(teller.now - timedelta(days=20))
    figure = scan.lines.get(is_own=True).key
    told: dict[str, Any] = {"figure": figure, "texts": WANTED, "target": Decimal(80), "by_year": at.year + 4}
    value = baseline.propose_value(by=cast["yara"], scan=scan, **told, at=at)
    for who in ("marijke", "ilse", "bas"):
        baseline.agree_value(by=cast[who], value=value, at=at + timedelta(days=1))
    for who, need in (("marijke", "need"), ("gerrit", "need"), ("bas", "fine"), ("ilse", "unsure")):
        baseline.answer_value(by=cast[who], value=value, need=need)
    for need, half, age, number in PAPER:
        told = {"need": need, "half": half, "age": age, "number": number}
        baseline.count_answers(by=cast["yara"], value=value, **told)


def _effect(teller: Teller) -> None:
    initiative, at = teller.fresh(), by_day(teller.now - timedelta(days=4))
    told: dict[str, Any] = {"texts": {"word": "Mensen die meehelpen op een werkdag", "unit": "mensen"}}
    numbers: dict[str, Any] = {
        "start": Decimal(9),
        "target": Decimal(25),
        "start_on": (at - timedelta(days=20)).date(),
    }
    effect = claim_effect.want_effect(by=teller.initiator, initiative=initiative, **told, **numbers, at=at)
    told = {"initiative": initiative, "effect": effect, "value": Decimal(14)}
    claim_effect.measure(by=teller.initiator, **told, on=at.date(), at=at)


STEPS = (Step(97, tell),)
