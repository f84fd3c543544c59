"""The administration is for the administrator; its style sheet is for everybody, once there are colours."""

from middenstip.domain.site import services
from middenstip.kernel import clock
from middenstip.web.shared import look
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def _sheet(world: World) -> str:
    site = services.choose_colours(by=world.cast.noor, main="#00507a", ball="", at=clock.now())
    return look.digest(look.css_of(site.shades))


THINGS = {"sheet": _sheet, "gemeente": lambda world: "GM0957"}
ADMIN = only("admin")
ADMIN_ACT = only("admin", gives=302)
ROWS = [
    Row("administration:sheet", everybody(), args=("sheet",)),
    Row("administration:index", ADMIN),
    Row("administration:people", ADMIN),
    Row("administration:front", ADMIN),
    Row("administration:front", ADMIN_ACT, "POST", data={"title": "Welkom"}),
    Row("administration:rules", ADMIN),
    Row(
        "administration:rules",
        only("admin", gives=302, anonymous=403),
        "POST",
        data={"lead": "Zo praten we."},
    ),
    Row("administration:look", ADMIN),
    Row("administration:look", ADMIN_ACT, "POST", data={"main": "#00507a"}),
    Row("administration:logo", only("admin", gives=302), "POST"),
    Row("administration:areas", ADMIN),
    Row("administration:areas", ADMIN_ACT, "POST", data={"home": "GM0150"}),
    Row("administration:take_part", only("admin", gives=302), "POST", ("gemeente",), {"mee": "1"}),
    Row("administration:themes", ADMIN),
    Row("administration:themes", ADMIN_ACT, "POST", data={"themes": "natuur-en-milieu"}),
    Row("administration:figures", ADMIN),
    Row("health:index", ADMIN),
]
