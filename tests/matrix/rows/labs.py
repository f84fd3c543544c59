"""Everyone reads labs and places; the host does the rest; only the seat that was asked says yes or no."""

from datetime import timedelta

from middenstip.domain.areas.models import Area
from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import (
    HostDays,
    Lab,
    LabHost,
    LabIdea,
    LabPlace,
    LabTask,
    LabVisit,
    OtherDay,
)
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


def _task(world: World, by: str = "") -> str:
    """A task on the board; somebody may have taken it."""
    lab = Lab.objects.get(public_id=_ready(world))
    task = services.make_task(by=world.cast.marijke, lab=lab, text="Hang de poster op", at=clock.now())
    if by:
        services.take_task(by=getattr(world.cast, by), task=task, at=clock.now())
    return task.public_id


def _done_task(world: World) -> str:
    task = LabTask.objects.get(public_id=_task(world, "marijke"))
    services.finish_task(by=world.cast.marijke, task=task, came="Hij hangt.", at=clock.now())
    return task.public_id


def _open_place(world: World) -> LabPlace:
    """The place of an open lab, that is open every day."""
    lab = services.open_lab(
        by=world.cast.marijke, lab=Lab.objects.get(public_id=_ready(world)), at=clock.now()
    )
    place = LabPlace.objects.get(lab=lab)
    tomorrow = clock.today() + timedelta(days=1)
    return services.set_other_day(
        by=world.cast.marijke, place=place, on=tomorrow, hours="9.00-17.00", why="", at=clock.now()
    ).place


def _visit(world: World) -> str:
    """The initiator, who hosts the lab too, wants to have a look."""
    wish = {"on": clock.today() + timedelta(days=1), "people": 2, "needs": "Een tolk."}
    place = _open_place(world)
    return services.ask_visit(by=world.cast.marijke, place=place, **wish, at=clock.now()).public_id


THINGS = {
    "lab_task": _task,
    "taken_lab_task": lambda world: _task(world, "marijke"),
    "done_lab_task": _done_task,
    "open_lab_place": lambda world: _open_place(world).public_id,
    "lab_visit": _visit,
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
HOSTS = only("initiator", "government", "business", gives=302)
HOSTS_FORM = HOSTS | {"anonymous": 403}
TOMORROW = f"{clock.today() + timedelta(days=1)}"
ROWS = [
    Row("labs:board", everybody(), args=("ready_lab",)),
    Row("labs:make_task", HOSTS_FORM, "POST", ("ready_lab",), {"text": "Leen een hark"}),
    Row("labs:take_task", everybody(302) | {"anonymous": 302}, "POST", ("lab_task",)),
    Row("labs:give_back_task", HOSTS, "POST", ("taken_lab_task",)),
    Row("labs:finish_task", HOSTS, "POST", ("taken_lab_task",), {"came": "Hij hangt."}),
    Row("labs:drop_task", HOSTS_FORM, "POST", ("lab_task",), {"why": "Hij hangt er al."}),
    Row("labs:reopen_task", HOSTS, "POST", ("done_lab_task",)),
    Row("labs:place", everybody(), args=("open_lab_place",)),
    Row("labs:change_place", only("initiator"), args=PLACE),
    Row("labs:change_place", HOST, "POST", PLACE, {"name": "School"}),
    Row("labs:days", HOSTS, "POST", ("open_lab_place",), {"days": [1]}),
    Row(
        "labs:ask_visit",
        everybody(302) | {"anonymous": 422},
        "POST",
        ("open_lab_place",),
        {"on": TOMORROW, "people": "2"},
    ),
    Row(
        "labs:note_visit",
        HOSTS,
        "POST",
        ("open_lab_place",),
        {"name": "Truus", "on": TOMORROW, "people": "1", "time_at": "10.00"},
    ),
    Row("labs:visit", only("initiator", "government", "business"), args=("lab_visit",)),
    Row("labs:agree_visit", HOSTS, "POST", ("lab_visit",), {"on": TOMORROW, "time_at": "10.00"}),
    Row("labs:refuse_visit", HOSTS_FORM, "POST", ("lab_visit",), {"why_not": "We zijn weg."}),
    Row("labs:visit_needs", HOST, "POST", ("lab_visit",), {"needs": "Koffie"}),
    Row("labs:withdraw_visit", HOST, "POST", ("lab_visit",)),
    Row("labs:index", everybody()),
    Row("api-1.0.0:labs", everybody()),
    Row("api-1.0.0:lab", everybody(), args=ONE),
    Row("api-1.0.0:plekken", everybody()),
    Row("api-1.0.0:plek", everybody(), args=PLACE),
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
    open_place = LabPlace.objects.get(public_id=world.things["open_lab_place"])
    for lab in (
        *Lab.objects.filter(public_id__in=[world.things[name] for name in ("lab", "ready_lab")]),
        place.lab,
        open_place.lab,
    ):
        LabTask.objects.bulk_create(
            LabTask(
                lab=lab,
                text=f"Taak {number}",
                state=("todo", "busy", "done")[number % 3],
                person_id=cast.gerrit.person_id if number % 3 else None,
                initiative_id=None,
                made_at=now,
                moved_at=now,
            )
            for number in range(more)
        )
        LabVisit.objects.bulk_create(
            LabVisit(place=one, name=f"Buur {number}", on=today, asked_at=now)
            for one in LabPlace.objects.filter(lab=lab)[:1]
            for number in range(more)
        )
        LabHost.objects.bulk_create(
            LabHost(lab=lab, seat=seat, half="bewoners", state="joined", at=now) for seat in seats
        )
        HostDays.objects.bulk_create(
            HostDays(host=host, place=open_place, days=[1, 2])
            for host in LabHost.objects.filter(lab=lab, days=None)
            if lab == open_place.lab
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
