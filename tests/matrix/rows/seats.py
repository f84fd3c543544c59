"""The seat of Marijke, who is a resident of Lettele: it counts already."""

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Handover, HandoverLine
from middenstip.kernel.half import Half
from tests.matrix.row import ROLES, Row, everybody, only
from tests.matrix.world import World


def _application(world: World) -> str:
    """Gerrit asks for the village council of Lettele: bas is no resident, marijke and tarik are."""
    made = parties.apply_for_seat(
        by=world.cast.gerrit,
        organisation="Dorpsraad Lettele",
        title="voorzitter",
        half=Half.RESIDENTS,
        reason="Wij zijn het dorp.",
        area=Area.objects.get(code="WK015014"),
        at=world.cast.tick(),
    )
    return made.public_id


def _left(world: World) -> HandoverLine:
    """Somebody who sat in Ilse's seat before left one line."""
    at = world.cast.tick()
    handover = Handover(seat_id=world.cast.ilse.seat_id, at=at)
    handover.start_term(at.date(), 10)
    handover.store()
    return HandoverLine(handover=handover, noun="agreement", target="abcd", name="Grond").store()


THINGS = {
    "application": _application,
    "left_line": lambda world: _left(world).public_id,
    "left_seat": lambda world: world.cast.ilse.seat_public_id,
}
DECIDES = ("initiator", "outsider", "admin")
ROWS = [
    Row("applications:new", only(*ROLES)),
    Row("applications:new", only(*ROLES, gives=422), "POST"),
    Row("applications:waiting", only("admin")),
    Row("applications:detail", only("residents", *DECIDES), args=("application",)),
    Row("applications:accept", only(*DECIDES, gives=302), "POST", ("application",)),
    Row("applications:refuse", only("residents", *DECIDES, gives=422), "POST", ("application",)),
    Row("seats:detail", everybody(), args=("seat",)),
    Row("seats:handover", only("initiator", "admin"), args=("seat",)),
    Row("seats:leave", only("initiator", gives=302), "POST", ("seat",)),
    Row("seats:handover", only("government", "admin"), args=("left_seat",)),
    Row("seats:confirm_line", only("government", gives=302), "POST", ("left_line",)),
    Row("seats:decline_line", only("government", gives=422), "POST", ("left_line",)),
    Row(
        "seats:confirm",
        only("outsider", "residents", "admin", gives=409),
        "POST",
        ("seat",),
    ),
]


def crowd(world: World, more: int) -> None:
    """More lines in the handover of Ilse's seat."""
    handover = Handover.objects.get(seat=world.cast.ilse.seat_id)
    told = {"handover": handover, "noun": "agreement", "name": "Grond"}
    start = handover.lines.count()
    HandoverLine.objects.bulk_create(HandoverLine(**told, target=f"x{start + n}") for n in range(more))
