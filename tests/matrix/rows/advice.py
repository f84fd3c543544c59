"""Everyone reads advice; a resident gives it, the seat that asked answers, the writer withdraws."""

from datetime import date

from middenstip.domain.advice import services
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.areas.models import Area
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

FAR = date(2033, 12, 1)  # later than all rows take
TEXTS = {"question": "Waar is de weg te smal?", "context": "We vernieuwen de weg.", "use": "De raad beslist."}
ASK = TEXTS | {"closes_on": clock.today().isoformat()}


def _request(world: World) -> AdviceRequest:
    """Ilse asks about the initiative. Its last day is far away, which no form would allow."""
    one = services.ask_advice(
        by=world.cast.ilse,
        texts=TEXTS,
        closes_on=world.cast.day(30),
        area=Area.objects.get(code="WK015014"),
        initiative=world.initiative,
        at=world.cast.tick(),
    )
    AdviceRequest.objects.filter(pk=one.pk).update(closes_on=FAR, due_on=FAR)
    one.closes_on = FAR
    return one


def _advised(world: World) -> Advice:
    told = {"text": "Bij de school.", "because": "Ik fiets er.", "at": world.cast.at}
    return services.give_advice(by=world.cast.marijke, request=_request(world), **told)


THINGS = {
    "advice_request": lambda world: _request(world).public_id,
    "given_advice": lambda world: _advised(world).public_id,
    "advised": lambda world: _advised(world).request.public_id,
}
ONE, GIVEN = ("advice_request",), ("given_advice",)
ROWS = [
    Row("advice:index", everybody()),
    Row("advice:detail", everybody(), args=("advised",)),
    Row("advice:ask", only("government", "business", "handler", "admin")),
    Row(
        "advice:ask",
        only("government", "business", "handler", "admin", gives=422, anonymous=403),
        "POST",
        (),
        ASK,
    ),
    Row(
        "advice:give",
        only("government", "business", "handler", gives=403, others=302, anonymous=403),
        "POST",
        ONE,
        {"text": "Bij de kerk."},
    ),
    Row("advice:withdraw", only("government", gives=302), "POST", ONE),
    Row("advice:answer", only("government", gives=302), "POST", GIVEN, {"answer": "adopted"}),
    Row("advice:take_back", only("initiator", gives=302), "POST", GIVEN),
    Row("api-1.0.0:adviezen", everybody()),
    Row("api-1.0.0:advies", everybody(), args=("advised",)),
]


def crowd(world: World, more: int) -> None:
    """Requests in the area, about the initiative and the goal, and advices of others to one of them."""
    area = Area.objects.get(code="WK015014")
    goal = world.agreement.goal
    told = {"seat_id": world.cast.ilse.seat_id, "closes_on": FAR, "due_on": FAR, "asked_at": world.cast.at}
    told |= TEXTS | {"area": area, "municipality": area.municipality, "district": area}
    for about in ({"initiative": world.initiative}, {"goal": goal}):
        AdviceRequest.objects.bulk_create(AdviceRequest(**told, **about) for _number in range(more))
    one = AdviceRequest.objects.get(public_id=world.things["advised"])
    people = [world.cast.tarik, world.cast.gerrit, world.cast.yara, world.cast.noor]
    Advice.objects.bulk_create(
        Advice(request=one, person_id=by.person_id, text="Bij de kerk.", at=world.cast.at)
        for by in people[:more]
    )
    AdviceRequest.objects.filter(pk=one.pk).update(given=1 + len(people[:more]), waiting=len(people[:more]))
