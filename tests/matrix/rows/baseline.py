"""Figures and scans are public; every seat looks and reads, and who leads a scan fixes and repeats it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.lifecycle import FIXED
from middenstip.domain.baseline.models import (
    Claim,
    Edition,
    Effect,
    EffectValue,
    Measure,
    Observation,
    Reading,
    Scan,
    ScanLine,
)
from middenstip.journeys import claim_effect
from tests.domain.baseline import playing
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

SAW = {"zag-text": "De stoep is kapot."}
LINES = 5  # as many as a crowd adds at most: a scan holds thirty


def _observation(world: World) -> str:
    scan = playing.walking(world.cast)
    texts = {"text": "De stoep is kapot."}
    told: dict[str, Any] = {"by": world.cast.tarik, "scan": scan, "kind": "observed", "texts": texts}
    return baseline.observe(**told, at=world.cast.tick()).public_id


def _repeated(world: World) -> str:
    """A repeat that is fixed, so that differences can be claimed."""
    again = playing.repeated(world.cast)
    walk = baseline.begin_walk(by=world.cast.marijke, scan=again, at=world.cast.tick())
    return playing.fixed(world.cast, walk).public_id


def _effect(world: World) -> str:
    told: dict[str, Any] = {
        "texts": {"word": "Meer bezoekers"},
        "start": Decimal(10),
        "start_on": world.cast.today,
    }
    at = world.cast.tick()
    made = claim_effect.want_effect(by=world.cast.marijke, initiative=world.initiative, **told, at=at)
    return made.public_id


def _value(world: World) -> str:
    told: dict[str, Any] = {"texts": {"word": "Dichtbij"}, "target": Decimal(2), "by_year": 2040}
    scan = playing.discussed(world.cast)
    at = world.cast.tick()
    return baseline.propose_value(
        by=world.cast.marijke, scan=scan, figure="distance_gp", **told, at=at
    ).public_id


THINGS = {
    "figures": lambda world: "WK015014",
    "scan": lambda world: playing.started(world.cast).public_id,
    "walk": lambda world: playing.walking(world.cast).public_id,
    "talk_scan": lambda world: playing.discussed(world.cast).public_id,
    "fixed_scan": lambda world: playing.fixed(world.cast).public_id,
    "repeated_scan": _repeated,
    "observation": _observation,
    "effect": _effect,
    "area_value": _value,
    "walk_step": lambda world: "lopen",
}
HATS = ("outsider", "initiator", "residents", "government", "business", "handler", "admin")
PLACE, SCAN = ("figures",), ("scan",)
ROWS = [
    Row("baseline:figures", everybody(), args=PLACE),
    Row("baseline:scans", everybody(), args=PLACE),
    Row("baseline:start", only(*HATS), args=PLACE),
    Row("baseline:start", only(*HATS, gives=422), "POST", PLACE),
    Row("baseline:scan", everybody(), args=SCAN),
    Row("baseline:scan", everybody(), args=("talk_scan",)),
    Row("baseline:scan", everybody(), args=("repeated_scan",)),
    Row("baseline:download", everybody(), args=("fixed_scan",)),
    Row("baseline:choose", only("initiator", "handler", gives=302), "POST", SCAN),
    Row("baseline:own", only(*HATS, gives=422), "POST", SCAN),
    Row("baseline:measure", only(*HATS, gives=422), "POST", SCAN),
    Row("baseline:observe", only(*HATS, gives=302, anonymous=403), "POST", ("walk",), SAW),
    Row("baseline:propose", only(*HATS, gives=422), "POST", ("talk_scan",)),
    Row("baseline:withdraw", only("outsider", gives=302), "POST", ("observation",)),
    Row("baseline:read", only(*HATS, gives=302), "POST", ("talk_scan",), {"lees-view": "yes"}),
    Row("baseline:step", only("initiator", "handler", gives=302), "POST", ("scan", "walk_step")),
    Row("baseline:repeat", only("initiator", "handler", gives=302), "POST", ("fixed_scan",)),
    Row("baseline:value", only(*HATS, gives=422), "POST", ("talk_scan",)),
    Row("baseline:agree_value", only(*HATS, gives=302), "POST", ("area_value",)),
    Row("baseline:answer", only(*HATS, gives=302), "POST", ("area_value",), {"need": "fine"}),
    Row(
        "baseline:paper_answers",
        only("initiator", "handler", gives=302),
        "POST",
        ("area_value",),
        {"need": "fine", "half": "bewoners", "number": "3"},
    ),
    Row("baseline:claim", only(*HATS, gives=422), "POST", ("repeated_scan",)),
    Row("baseline:effects", everybody(), args=("initiative",)),
    Row("baseline:add_effect", only("initiator", gives=422), "POST", ("initiative",)),
    Row("baseline:effect", everybody(302) | {"anonymous": 302}, args=("effect",)),
    Row("baseline:measure_effect", only("initiator", gives=422), "POST", ("effect",)),
    Row("api-1.0.0:cijfers", everybody(400)),
    Row("api-1.0.0:scans", everybody()),
]


def crowd(world: World, more: int) -> None:
    """More figures, more scans, and more said in each."""
    cast, area = world.cast, Area.objects.get(code="WK015014")
    first = 1900 + Edition.objects.count()
    for year in range(first, first + more):
        told: dict[str, Any] = {"source": "CBS", "table": "85984NED", "year": year, "licence": "CC BY 4.0"}
        edition = Edition.objects.create(**told, file="kwb.csv", loaded_at=cast.at)
        Measure.objects.create(edition=edition, area=area, key="inhabitants", value=1000 + year)
    one = Scan.objects.get(public_id=world.things["repeated_scan"])
    around: dict[str, Any] = {"area": area, "municipality": area.municipality, "district": area}
    who: dict[str, Any] = {"person_id": cast.gerrit.person_id, "seat_id": cast.gerrit.seat_id, "at": cast.at}
    frozen: dict[str, Any] = {"state": FIXED, "fixed_at": cast.at, "frozen": "x", "checksum": "0" * 64}
    Scan.objects.bulk_create(
        Scan(question="Hoe?", baseline=one.baseline, **around, **who, **frozen) for _ in range(more)
    )
    for name in ("scan", "walk", "talk_scan", "fixed_scan", "repeated_scan"):
        scan = Scan.objects.get(public_id=world.things[name])
        Observation.objects.bulk_create(
            Observation(scan=scan, kind=kind, text="Ik zag het.", **who)
            for kind in ("observed", "solution")
            for _ in range(more)
        )
        own: dict[str, Any] = {
            "word": "Geteld",
            "style": "number",
            "year": 2026,
            "about": "WK015014",
            "level": "wijk",
        }
        taken = ScanLine.objects.filter(scan=scan).count()
        ScanLine.objects.bulk_create(
            ScanLine(scan=scan, key=f"eigen-{taken + n}", is_own=True, source="geteld", **own)
            for n in range(min(more, LINES))
        )
    Claim.objects.bulk_create(
        Claim(
            scan=one,
            initiative=f"x{first}{n}"[:10],
            key="inhabitants",
            person_id=who["person_id"],
            at=cast.at,
        )
        for n in range(more)
    )
    effect = Effect.objects.get(public_id=world.things["effect"])
    begin = effect.start_on + timedelta(days=EffectValue.objects.count() + 1)
    EffectValue.objects.bulk_create(
        EffectValue(
            effect=effect, value=n, on=begin + timedelta(days=n), person_id=who["person_id"], at=cast.at
        )
        for n in range(more)
    )
    assert Reading.objects.exists()
