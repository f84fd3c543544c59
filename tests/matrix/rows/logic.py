"""Everyone reads how an organisation works; its own seats write it and look at it again."""

from datetime import timedelta

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import LogicCard, Organisation, Seat
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

EXPLAINED = ("explained",)  # the gemeente, which wrote how it works
AT_CITY = ("government", "handler")
CARD = {"decides": "Het college.", "takes": "Zes weken.", "budget_month": "10", "number": "1"}

ROWS = [
    Row("parties:logic", everybody(), args=EXPLAINED),
    Row("parties:write_logic", only(*AT_CITY), args=EXPLAINED),
    Row("parties:write_logic", only(*AT_CITY, gives=302), "POST", EXPLAINED, CARD),
    Row("parties:check_logic", only(*AT_CITY, gives=302), "POST", EXPLAINED),
]


def _explained(world: World) -> str:
    seat = Seat.objects.get(pk=world.cast.ilse.seat_id)
    organisation = Organisation.objects.get(sides__seats=seat)
    parties.write_logic(
        by=world.cast.ilse,
        organisation=organisation,
        decides="Het college beslist.",
        takes="Zes weken.",
        budget_month=10,
        may_not="Grond weggeven.",
        words="College: de wethouders",
        number=0,
        at=clock.now(),
    )
    return organisation.public_id


THINGS = {"explained": _explained}


def crowd(world: World, more: int) -> None:
    """Earlier versions of the same organisation."""
    first = LogicCard.objects.get()
    for number in range(more):
        first.pk, first.public_id, first.number = None, f"yyyyyy{number:04}", 100 + number
        first.replaced_at = first.at + timedelta(minutes=1)
        first.save()
