"""Referrals, the ACTIE-check, the manager's page, the status page and the map of support points."""

from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Referral, SupportPoint
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

TEXTS = {
    "name": "Buurthuis De Hoek",
    "what_for": "Een plek om te vergaderen",
    "for_whom": "Iedereen",
    "where": "Dinsdag in het dorpshuis",
    "contact": "Loop binnen",
}


def _referral(world: World) -> str:
    """Samira asked Yara to take the case."""
    cast = world.cast
    told = {"case": world.case, "by_id": cast.samira.seat_id, "to_id": cast.yara.seat_id}
    return Referral(**told, why="Jij kent de plek.", at=cast.at).store().public_id


def _point(world: World) -> str:
    area = Area.objects.get(code="WK015014")
    at = world.cast.tick()
    return intake.add_point(by=world.cast.samira, area=area, texts=TEXTS, at=at).public_id


THINGS = {
    "referral": _referral,
    "point": _point,
    "case_code": lambda world: world.case.code,
    "area_code": lambda world: "WK015014",
}
CASE, REFERRAL, POINT, AREA = ("case",), ("referral",), ("point",), ("area_code",)
DESK = ("initiator", "handler")
KEEPS = ("handler", "admin")

ROWS = [
    Row("desk:overview", only("admin")),
    Row("desk:export", only("admin")),
    Row("desk:export_xlsx", only("admin")),
    Row("desk:no_box", only("handler", "admin")),
    Row("desk:refer", only(*DESK), args=CASE),
    Row("desk:refer", only("handler", gives=422), "POST", CASE),
    Row("desk:intake", only(*DESK), args=CASE),
    Row(
        "desk:intake",
        only(*DESK, gives=302, anonymous=403),
        "POST",
        CASE,
        {"own_part": "Zelf planten we de bomen, met alle buren samen."},
    ),
    Row("desk:check", only(*DESK), args=CASE),
    Row("desk:check", only(*DESK, gives=422), "POST", CASE),
    Row("desk:referral", only(*DESK), args=REFERRAL),
    Row("desk:accept_referral", only(), "POST", REFERRAL),
    Row("desk:refuse_referral", only(), "POST", REFERRAL, {"answer": "Nee."}),
    Row("desk:take_back_referral", only("handler", gives=302), "POST", REFERRAL),
    Row("status:find", everybody()),
    Row("status:detail", everybody(), args=("case_code",)),
    Row("points:index", everybody()),
    Row("points:detail", everybody(), args=POINT),
    Row("points:add", only(*KEEPS), args=AREA),
    Row("points:add", only(*KEEPS, gives=422), "POST", AREA),
    Row("points:change", only(*KEEPS), args=POINT),
    Row("points:change", only(*KEEPS, gives=422), "POST", POINT),
    Row("points:close", only(*KEEPS, gives=302), "POST", POINT),
]


def crowd(world: World, more: int) -> None:
    """More support points, and more earlier referrals of the same case."""
    point = SupportPoint.objects.latest("pk")
    told = {"area": point.area, "by": point.by, "at": point.at}
    SupportPoint.objects.bulk_create(SupportPoint(name=f"Punt {n}", **told) for n in range(more))
    seats = {"by_id": world.cast.samira.seat_id, "to_id": world.cast.yara.seat_id}
    Referral.objects.bulk_create(
        Referral(case=world.case, **seats, why="Nee.", state="taken_back", at=world.cast.at)
        for _ in range(more)
    )
