"""Everyone may read a thanks, on its page and in the API."""

from middenstip.domain.thanks import services
from middenstip.domain.thanks.models import Thanks
from tests.matrix.row import Row, everybody
from tests.matrix.world import World


def _one(world: World) -> str:
    by, at = world.cast.gerrit, world.cast.tick()
    return services.give_thanks(by=by, initiative=world.initiative, text="Dank je wel.", at=at).public_id


THINGS = {"thanks": _one}
ROWS = [
    Row("thanks:detail", everybody(), args=("thanks",)),
    Row("api-1.0.0:bedankjes", everybody()),
]


def crowd(world: World, more: int) -> None:
    Thanks.objects.bulk_create(
        Thanks(
            initiative=world.initiative,
            seat_id=world.cast.gerrit.seat_id,
            text=f"Dank {number}.",
            at=world.cast.at,
        )
        for number in range(more)
    )
