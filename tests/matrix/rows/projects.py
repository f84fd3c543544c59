"""A project of the initiative: its team is Marijke, Ilse and Bas; the gemeente is client."""

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import services
from middenstip.domain.projects.models import (
    Application,
    Booking,
    Extra,
    FundingScheme,
    Line,
    Milestone,
    Order,
    Project,
    Task,
    Value,
)
from middenstip.domain.projects.models.register import LEVELS
from tests.cast import FAR
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def _project(world: World) -> Project:
    """Its own initiative would need the whole chain again: it is made beside the one that waits."""
    known = Project.objects.first()
    if known:
        return known
    cast = world.cast
    initiative = Initiative.objects.select_related("area", "municipality", "district").get(
        pk=world.initiative.pk
    )
    seats = [cast.marijke.seat_id, cast.ilse.seat_id, cast.bas.seat_id]
    texts = {"question": "Waar kun je heen?", "aim": "Een bos."}
    about = {"initiative": initiative, "goal": None, "seats": seats, "texts": texts}
    return services.start_project(by=cast.marijke, **about, client_form="gemeente", at=cast.tick())


def _line(world: World) -> Line:
    known = Line.objects.first()
    if known:
        return known
    cast, days = world.cast, {"first_on": world.cast.today, "last_on": FAR}
    about = {"by": cast.marijke, "project": _project(world)}
    return services.add_line(**about, name="Bomen", planned=10_000_00, **days, at=cast.tick())


def _order(world: World) -> Order:
    known = Order.objects.filter(what="Planten").first()
    if known:
        return known
    cast = world.cast
    seat = Seat.objects.get(pk=cast.bas.seat_id)
    about = {"line": _line(world), "contractor": seat, "what": "Planten", "price": 500_00, "due_on": FAR}
    return services.ask_order(by=cast.ilse, **about, at=cast.tick())


def _extra(world: World) -> str:
    extra = Extra.objects.first()
    if extra is None:
        cast = world.cast
        about = {"order": _order(world), "what": "Een hek", "price": 100}
        extra = services.ask_extra(by=cast.bas, **about, at=cast.tick())
    return f"{extra.pk}"


def _booking(world: World) -> str:
    booking = Booking.objects.first()
    if booking is None:
        bill = {"number": "1", "day": world.cast.today, "amount": 100, "text": "Touw"}
        booking = services.book_expense(by=world.cast.ilse, line=_line(world), **bill, at=world.cast.tick())
    return booking.public_id


THINGS = {
    "booking": _booking,
    "project": lambda world: _project(world).public_id,
    "budget_line": lambda world: _line(world).public_id,
    "order": lambda world: _order(world).public_id,
    "extra": _extra,
    "wish_act": lambda world: "wens",
    "plan_act": lambda world: "plan",
    "bill_act": lambda world: "bon",
    "file_kind": lambda world: "csv",
    "accept_step": lambda world: "aannemen",
}
TEAM = ("initiator", "government", "business")
PROJECT, ORDER, LINE = ("project",), ("order",), ("project", "bill_act", "budget_line")
BILL = {"number": "12", "day": "2026-12-01", "amount": "12,50", "text": "Touw"}
REFUSAL = {"why": "Scheef.", "repair_by": "2034-01-01"}
FUND = {"name": "Groenfonds", "level": "fonds", "own_share": "0"}

ROWS = [
    Row("projects:start", only(*TEAM, "outsider", "residents", "handler", "admin"), args=("initiative",)),
    Row("projects:detail", everybody(), args=PROJECT),
    Row("projects:doing", everybody(), args=PROJECT),
    Row("projects:money", everybody(), args=PROJECT),
    Row("projects:people", everybody(), args=PROJECT),
    Row("projects:case", everybody(), args=PROJECT),
    Row("projects:report", everybody(), args=PROJECT),
    Row("projects:books", everybody(), args=PROJECT),
    Row("projects:books_xlsx", everybody(), args=PROJECT),
    Row("projects:model", everybody(), args=PROJECT),
    Row("projects:project_funds", everybody(), args=PROJECT),
    Row("projects:booking", everybody(), args=("booking",)),
    Row("projects:chances", everybody(), args=("area",)),
    Row(
        "projects:act",
        only(*TEAM, "outsider", "residents", "handler", "admin"),
        args=("project", "plan_act"),
    ),
    Row(
        "projects:act",
        only(*TEAM, "outsider", "residents", "handler", "admin", gives=302),
        "POST",
        ("project", "wish_act"),
        {"text": "Een bank."},
    ),
    Row("projects:act_on", only(*TEAM, "outsider", "residents", "handler", "admin"), args=LINE),
    Row("projects:act_on", only("government", gives=302), "POST", LINE, BILL),
    Row("projects:order", everybody(), args=ORDER),
    Row("projects:order_step", only("business", gives=302), "POST", ("order", "accept_step")),
    Row("projects:approve", only("government", gives=409), "POST", ORDER),
    Row("projects:refuse", only("government", gives=409), "POST", ORDER, REFUSAL),
    Row("projects:pay", only("initiator", "government", gives=409), "POST", ORDER),
    Row(
        "projects:extra",
        only("government", "business", gives=409),
        "POST",
        ORDER,
        {"what": "Een poort", "price": "10,00"},
    ),
    Row(
        "projects:sign_extra",
        only("government", gives=302) | {"business": 409},
        "POST",
        ("order", "extra"),
    ),
    Row("projects:account", everybody(), args=("area",)),
    Row("projects:portfolio", everybody(), args=("area",)),
    Row("projects:rollup", everybody()),
    Row("projects:rollup_file", everybody(), args=("file_kind",)),
    Row("projects:funds", everybody()),
    Row("projects:instruments", everybody()),
    Row(
        "projects:keep_fund",
        only(*TEAM, "outsider", "residents", "handler", "admin"),
    ),
    Row("projects:keep_fund", only("government", "handler", gives=302), "POST", (), FUND),
    Row("projects:funds_file", everybody()),
    Row("projects:funds_xlsx", everybody()),
    Row("projects:read_funds", only("admin")),
    Row("projects:read_funds", only("admin", gives=422), "POST"),
    Row("api-1.0.0:projecten", everybody()),
    Row("api-1.0.0:project", everybody(), args=PROJECT),
    Row("api-1.0.0:fondsen", everybody()),
]


def crowd(world: World, more: int) -> None:
    """More lines, orders, tasks, bookings, milestones, values, schemes and requests to them."""
    project, cast = _project(world), world.cast
    days = {"first_on": cast.today, "last_on": FAR}
    start = Line.objects.count()
    Line.objects.bulk_create(
        Line(project=project, name=f"Regel {start + number}", planned=100, **days) for number in range(more)
    )
    line = _line(world)
    Order.objects.bulk_create(
        Order(
            project=project,
            line=line,
            client_id=cast.ilse.seat_id,
            contractor_id=cast.bas.seat_id,
            what="Nog meer",
            price=100,
            due_on=FAR,
            asked_at=cast.at,
            moved_at=cast.at,
        )
        for _ in range(more)
    )
    Task.objects.bulk_create(
        Task(project=project, what="Vegen", day=cast.today, minutes=10, asked_by_id=cast.bas.seat_id)
        for _ in range(more)
    )
    start = FundingScheme.objects.count()
    FundingScheme.objects.bulk_create(
        FundingScheme(name=f"Fonds {start + number}", level=LEVELS[0][0], checked_on=cast.today)
        for number in range(more)
    )
    schemes = list(FundingScheme.objects.order_by("-pk")[:more])
    Application.objects.bulk_create(
        Application(project=project, scheme=one, amount=100, at=cast.at) for one in schemes[: more // 2]
    )
    Value.objects.bulk_create(
        Value(project=project, activity="Koffie", worth=f"{number}", half="bewoners")
        for number in range(more)
    )
    Milestone.objects.bulk_create(
        Milestone(project=project, track="sociaal", name="Rooster", due_on=cast.today) for _ in range(more)
    )
    Booking.objects.bulk_create(
        Booking(
            project=project,
            line=line,
            number=f"{start}-{number}",
            day=cast.today,
            amount=1,
            text="Touw",
            seat_id=cast.bas.seat_id,
            at=cast.at,
        )
        for number in range(more)
    )
