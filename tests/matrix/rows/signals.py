"""Signals are public; the desk sends them on, the seat where they lie answers."""

from middenstip.domain.areas.models import Area
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.models import Policy, Report, Signal, Touch
from tests.cast import seat_of
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

TEXTS = {"title": "Een vergunning voor elke boom", "text": "Elke boom vraagt een vergunning van weken."}


def _signal(world: World) -> str:
    """Marijke's signal, which lies with Ilse."""
    cast, area = world.cast, Area.objects.get(code="WK015014")
    told = {"kind": "rule", "area": area, "texts": TEXTS}
    made = signals.report_signal(by=cast.marijke, **told, at=cast.tick())
    signals.address_signal(by=cast.samira, signal=made, to=seat_of(cast.ilse), at=cast.tick())
    return made.public_id


def _policy(world: World) -> str:
    cast, area = world.cast, Area.objects.get(code="WK015014")
    texts = {"title": "Nieuw bomenplan", "text": "Minder vergunningen."}
    touched = [world.initiative.public_id]
    told = {"kind": "plan", "area": area, "texts": texts, "initiatives": touched}
    return signals.send_policy(by=cast.ilse, **told, at=cast.tick()).public_id


THINGS = {"signal": _signal, "policy": _policy, "place": lambda world: "WK015014"}
SIGNAL, POLICY = ("signal",), ("policy",)
HATS = ("outsider", "initiator", "residents", "government", "business", "handler", "admin")
ANSWER = {"antwoord-outcome": "stays", "antwoord-text": "De wet zegt het."}

ROWS = [
    Row("signals:index", everybody()),
    Row("signals:detail", everybody(), args=SIGNAL),
    Row("signals:new", only(*HATS)),
    Row("signals:new", only(*HATS, gives=422), "POST"),
    Row("signals:join", only(*HATS, gives=302), "POST", SIGNAL),
    Row("signals:withdraw", only("initiator", gives=409), "POST", SIGNAL),
    Row("signals:address", only("handler", "government", gives=422), "POST", SIGNAL),
    Row("signals:bundle", only("handler", gives=422), "POST", SIGNAL),
    Row("signals:study", only("government", gives=302), "POST", SIGNAL),
    Row("signals:answer", only("government", gives=302, anonymous=403), "POST", SIGNAL, ANSWER),
    Row(
        "signals:reopen",
        only("initiator", gives=409),
        "POST",
        SIGNAL,
        {"opnieuw-why": "Nee."},
    ),
    Row("signals:policies", everybody()),
    Row("signals:policy", everybody(), args=POLICY),
    Row("signals:new_policy", only("government", "handler"), args=("place",)),
    Row("signals:new_policy", only("government", "handler", gives=422), "POST", ("place",)),
    Row(
        "signals:answer_policy",
        only("initiator", gives=302, anonymous=403),
        "POST",
        ("policy", "initiative"),
        {"answer": "Dit helpt ons."},
    ),
    Row("api-1.0.0:signalen", everybody()),
    Row("api-1.0.0:steunpunten", everybody()),
]


def crowd(world: World, more: int) -> None:
    """More signals around, more people who meet this one, more policy that touches more initiatives."""
    signal = Signal.objects.get(public_id=world.things["signal"])
    told = {"area": signal.area, "municipality": signal.municipality, "person": signal.person}
    made = Signal.objects.bulk_create(
        Signal(kind="rule", **TEXTS, **told, state="addressed", to=signal.to, at=world.cast.at)
        for _ in range(more)
    )
    seats = {"person": signal.person, "seat_id": world.cast.marijke.seat_id, "at": world.cast.at}
    Report.objects.bulk_create(Report(signal=signal, origin=one, **seats) for one in made)
    policy = Policy.objects.get(public_id=world.things["policy"])
    others = Policy.objects.bulk_create(
        Policy(kind="plan", title=f"Plan {n}", text="x", area=policy.area, seat=policy.seat, at=policy.at)
        for n in range(more)
    )
    Touch.objects.bulk_create(Touch(policy=one, initiative=world.initiative) for one in others)
