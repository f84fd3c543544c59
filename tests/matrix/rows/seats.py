"""The seat of Marijke, who is a resident of Lettele: it counts already."""

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
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


THINGS = {"application": _application}
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
    Row(
        "seats:confirm",
        only("outsider", "residents", "admin", gives=409),
        "POST",
        ("seat",),
    ),
]
