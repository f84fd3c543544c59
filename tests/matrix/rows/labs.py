"""Everyone reads labs and places; the host does the rest; only the seat that was asked says yes or no."""

from datetime import timedelta

from middenstip.domain.areas.models import Area
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import Lab, LabHost, LabIdea, LabPlace, OtherDay
from middenstip.domain.parties.models import Seat
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

RIGHT = {asked.key: asked.right for asked in CHECK}
TOLD = {"name": "De Werf", "aim": "Een plek om plannen te maken.", "months": "12", "money": "De wijk."}
HOURS = {f"day{number}": "9.00-17.00" for number in range(5)}


def _lab(world: World) -> str:
    """A plan of the initiator, with a place."""
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    told = {**TOLD, "months": 12}
    lab = services.plan_lab(by=world.cast.marijke, told=told, area=area, at=clock.now())
    services.move_lab(
        by=world.cast.marijke,
        lab=lab,
        told={"name": "School"},
        hours=["9.00-17.00"] * 7,
        from_on=clock.today() - timedelta(days=1),
        at=clock.now(),
    )
    return lab.public_id


def _ready(world: World) -> str:
    """The same, hosted by three halves."""
    cast = world.cast
    lab = Lab.objects.get(public_id=_lab(world))
    for actor in (cast.ilse, cast.bas):
        seat = Seat.objects.get(pk=actor.seat_id)
        services.ask_host(by=cast.marijke, lab=lab, seat=seat, at=clock.now())
    for actor in (cast.marijke, cast.ilse, cast.bas):
        services.do_check(by=actor, answers=RIGHT, at=clock.now())
        host = LabHost.objects.get(lab=lab, seat=actor.seat_id)
        services.join_lab(by=actor, host=host, at=clock.now())
    return lab.public_id


def _asked(world: World) -> str:
    """Ilse's seat is asked, by somebody who did the check."""
    lab = Lab.objects.get(public_id=_lab(world))
    seat = Seat.objects.get(pk=world.cast.ilse.seat_id)
    services.do_check(by=world.cast.ilse, answers=RIGHT, at=clock.now())
    return services.ask_host(by=world.cast.marijke, lab=lab, seat=seat, at=clock.now()).public_id


def _hosting(world: World) -> str:
    """Ilse's seat hosts a lab."""
    return LabHost.objects.get(lab__public_id=_ready(world), seat=world.cast.ilse.seat_id).public_id


def _place(world: World) -> str:
    return LabPlace.objects.get(lab__public_id=_lab(world)).public_id


def _idea(world: World) -> LabIdea:
    lab = Lab.objects.get(public_id=_lab(world))
    return services.pin_idea(lab=lab, text="Een soepkar", at=clock.now())


THINGS = {
    "lab_idea": lambda world: _idea(world).public_id,
    "idea_secret": lambda world: _idea(world).secret,
    "lab": _lab,
    "ready_lab": _ready,
    "asked_host": _asked,
    "lab_host": _hosting,
    "lab_place": _place,
}
ONE, PLACE = ("lab",), ("lab_place",)
HOST = only("initiator", gives=302)
HOST_FORM = only("initiator", gives=302, anonymous=403)
DAY = f"{clock.today() + timedelta(days=30)}"
NOT_ASKED = only("government", gives=302)
ROWS = [
    Row("labs:index", everybody()),
    Row("labs:detail", everybody(), args=ONE),
    Row("labs:detail", everybody(), args=("ready_lab",)),
    Row("labs:place", everybody(), args=PLACE),
    Row("labs:hours_feed", everybody(), args=PLACE),
    Row("labs:ideas", everybody(), args=ONE),
    Row("labs:ideas", everybody(302) | {"anonymous": 302}, "POST", ONE, {"text": "Soep"}),
    Row("labs:idea", everybody(), args=("idea_secret",)),
    Row("labs:grow_idea", everybody(302) | {"anonymous": 302}, "POST", ("idea_secret",)),
    Row("labs:take_back_idea", everybody(302) | {"anonymous": 302}, "POST", ("idea_secret",)),
    Row("labs:pass_idea", HOST, "POST", ("lab_idea",)),
    Row("labs:drop_idea", HOST, "POST", ("lab_idea",)),
    Row("labs:check", everybody() | {"anonymous": 302}),
    Row("labs:check", everybody(302), "POST", (), RIGHT),
    Row("labs:new", everybody() | {"anonymous": 302}),
    Row(
        "labs:new",
        everybody(302) | {"anonymous": 403},
        "POST",
        (),
        {**TOLD, "area": "WK015014"},
    ),
    Row("labs:change", only("initiator"), args=ONE),
    Row("labs:change", HOST_FORM, "POST", ONE, TOLD),
    Row("labs:move", only("initiator"), args=ONE),
    Row("labs:move", HOST, "POST", ONE, {**HOURS, "name": "Winkel"}),
    Row("labs:open", only("initiator", "government", "business", gives=302), "POST", ("ready_lab",)),
    Row("labs:close", HOST_FORM, "POST", ONE, {"why": "Het geld is op."}),
    Row("labs:ask", only("initiator", gives=422), "POST", ONE, {"seat": ""}),
    Row("labs:join", NOT_ASKED, "POST", ("asked_host",)),
    Row("labs:refuse", NOT_ASKED, "POST", ("asked_host",)),
    Row("labs:leave", NOT_ASKED, "POST", ("lab_host",)),
    Row("labs:hours", HOST, "POST", PLACE, HOURS),
    Row("labs:day", HOST, "POST", PLACE, {"on": DAY, "hours": "", "why": "Studiedag"}),
]


def crowd(world: World, more: int) -> None:
    """Labs, and hosts, places and other days of every lab in an address."""
    cast, now, today = world.cast, clock.now(), clock.today()
    area = Area.objects.get(code="WK015014")
    writer = {"person_id": cast.gerrit.person_id, "seat_id": cast.gerrit.seat_id}
    Lab.objects.bulk_create(
        Lab(name=f"Lab {number}", aim="Samen.", area=area, planned_at=now, **writer) for number in range(more)
    )
    seats = Seat.objects.bulk_create(
        Seat(title=f"buur {number} van {more}", area=area, half="bewoners", confirmed_at=now)
        for number in range(more)
    )
    place = LabPlace.objects.get(public_id=world.things["lab_place"])
    OtherDay.objects.bulk_create(
        OtherDay(place=place, on=today + timedelta(days=2 + more + number)) for number in range(more)
    )
    for lab in (
        *Lab.objects.filter(public_id__in=[world.things[name] for name in ("lab", "ready_lab")]),
        place.lab,
    ):
        LabHost.objects.bulk_create(
            LabHost(lab=lab, seat=seat, half="bewoners", state="joined", at=now) for seat in seats
        )
        LabPlace.objects.bulk_create(
            LabPlace(
                lab=lab,
                name=f"Kraam {number}",
                hours=["9.00-17.00"] * 7,
                is_popup=True,
                from_on=today,
                until_on=today + timedelta(days=9),
            )
            for number in range(more)
        )
        LabIdea.objects.bulk_create(
            LabIdea(
                lab=lab,
                text=f"Idee {number}",
                secret=f"{lab.pk} {number}",
                at=now,
                shown_at=now if number % 2 else None,
            )
            for number in range(more)
        )
