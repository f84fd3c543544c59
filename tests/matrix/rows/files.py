"""Photos and documents of an initiative, a draft and a case: each passes the rules of its thing."""

from typing import Any

from middenstip.domain.files import services
from middenstip.domain.files.models import File
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.rooms import holders
from tests.domain.files.made import pdf, photo, upload
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def sent(world: World, noun: str, thing: Any, data: bytes) -> str:
    file = services.add_file(
        by=world.cast.marijke,
        holder=holders()[noun],
        thing=thing,
        subject=thing.public_id,
        upload=upload(data),
        alt="Zes buren planten een notenboom.",
        has_consent=True,
        at=world.cast.tick(),
    )
    settle_files(world.cast.tick())
    return file.public_id


THINGS = {
    "photo": lambda world: sent(world, "initiative", world.initiative, photo()),
    "document": lambda world: sent(world, "initiative", world.initiative, pdf()),
    "secret": lambda world: sent(world, "case", world.case, pdf()),
    "hidden": lambda world: sent(world, "initiative", world.draft, photo()),
    "noun": lambda world: "initiative",
    "case noun": lambda world: "case",
    "small": lambda world: "klein",
}
IN_CASE = ("initiator", "handler")
ROWS = [
    Row("files:detail", everybody(), args=("photo",)),
    Row("files:detail", only("initiator", anonymous=403), args=("hidden",)),
    Row("files:detail", only(*IN_CASE, anonymous=403), args=("secret",)),
    Row("files:photo", everybody(), args=("photo", "small")),
    Row("files:photo", only("initiator", anonymous=403), args=("hidden", "small")),
    Row("files:document", everybody(), args=("document",)),
    Row("files:document", only(*IN_CASE, anonymous=403), args=("secret",)),
    Row("files:add", only("initiator"), args=("noun", "initiative")),
    Row("files:add", only(*IN_CASE), args=("case noun", "case")),
    Row("files:add", only("initiator", gives=422), "POST", ("noun", "initiative"), {"alt": "Een boom."}),
    Row("files:remove", only("initiator", gives=302), "POST", ("photo",)),
    Row("files:remove", only(*IN_CASE, gives=302), "POST", ("secret",)),
]


def crowd(world: World, more: int) -> None:
    things = {"initiative": world.initiative, "case": world.case, "agreement": world.agreement}
    for noun, thing in things.items():
        File.objects.bulk_create(
            File(
                noun=noun,
                subject=thing.public_id,
                seat_id=world.cast.marijke.seat_id,
                person_id=world.cast.marijke.person_id,
                state="ready",
                kind="jpeg",
                is_photo=True,
                alt=f"Een boom, foto {number}.",
                width=640,
                height=480,
                added_at=world.cast.at,
            )
            for number in range(more)
        )
