"""Everyone reads the podium; the host steps and types in cards; whoever has a seat pitches and promises."""

from datetime import timedelta

from middenstip.domain.areas.models import Area
from middenstip.domain.podium import services
from middenstip.domain.podium.models import Edition, Pitch, Promise
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

LATER = clock.today() + timedelta(days=30)
PROMISE = {"kind": "hands", "what": "Twee dagen planten op het land", "until": f"{LATER}"}


def _edition(world: World) -> str:
    """An edition of ilse, for which pitches are offered."""
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    told = {"title": "Podium", "place": "Dorpshuis", "on": clock.today()}
    made = services.announce_edition(by=world.cast.ilse, told=told, area=area, at=clock.now())
    services.step_edition(by=world.cast.ilse, edition=made, at=clock.now())
    return made.public_id


def _pitch(world: World) -> str:
    """The initiator offers a pitch."""
    edition = Edition.objects.get(public_id=_edition(world))
    told = {"ask": "Wie heeft grond?", "minutes": 5, "at": clock.now()}
    return services.offer_pitch(
        by=world.cast.marijke, edition=edition, initiative=world.initiative, **told
    ).public_id


def _on_stage(world: World) -> str:
    """The same, on the evening itself."""
    pitch = Pitch.objects.get(public_id=_pitch(world))
    services.choose_pitch(by=world.cast.ilse, pitch=pitch, at=clock.now())
    for _ in range(2):
        services.step_edition(by=world.cast.ilse, edition=pitch.edition, at=clock.now())
    return pitch.public_id


def _evening(world: World) -> str:
    return Pitch.objects.get(public_id=_on_stage(world)).edition.public_id


def _card(world: World) -> str:
    pitch = Pitch.objects.get(public_id=_on_stage(world))
    told = {**PROMISE, "until": LATER, "euros": None}
    card = {"name": "Jan", "half": "bewoners", "at": clock.now()}
    return services.type_card(by=world.cast.ilse, pitch=pitch, told=told, **card).public_id


THINGS = {
    "edition": _edition,
    "evening": _evening,
    "pitch": _pitch,
    "pitch_on_stage": _on_stage,
    "podium_card": _card,
}
HOST = only("government", gives=302)
NOT_OWN = everybody(302) | {"initiator": 403}
ROWS = [
    Row("podium:index", everybody()),
    Row("podium:detail", everybody(), args=("edition",)),
    Row("podium:detail", everybody(), args=("evening",)),
    Row("podium:cards", everybody(), args=("evening",)),
    Row("podium:pitch", everybody(), args=("pitch_on_stage",)),
    Row("podium:new", everybody() | {"anonymous": 302}),
    Row(
        "podium:new",
        everybody(302),
        "POST",
        (),
        {"title": "Podium", "place": "School", "on": f"{LATER}", "area": "WK015014"},
    ),
    Row("podium:offer", everybody() | {"anonymous": 302}, args=("edition",)),
    Row("podium:offer", everybody(422) | {"anonymous": 302}, "POST", ("edition",), {"minutes": "5"}),
    Row("podium:step", HOST, "POST", ("evening",)),
    Row("podium:choose", HOST, "POST", ("pitch",)),
    Row("podium:drop", only("initiator", "government", gives=302), "POST", ("pitch",)),
    Row("podium:promise", NOT_OWN | {"anonymous": 403}, "POST", ("pitch_on_stage",), PROMISE),
    Row(
        "podium:card",
        only("government", gives=302, anonymous=403),
        "POST",
        ("pitch_on_stage",),
        {**PROMISE, "name": "Jan", "half": "bewoners"},
    ),
    Row("podium:claim", everybody() | {"anonymous": 302}, args=("podium_card",)),
    Row("podium:claim", NOT_OWN, "POST", ("podium_card",)),
]


def crowd(world: World, more: int) -> None:
    """Editions, and promises at every pitch in an address."""
    cast, now, today = world.cast, clock.now(), clock.today()
    area = Area.objects.get(code="WK015014")
    writer = {"person_id": cast.gerrit.person_id, "seat_id": cast.gerrit.seat_id}
    first = Edition.objects.count() + 1
    Edition.objects.bulk_create(
        Edition(
            number=100 + first + number,
            title=f"Podium {number}",
            place="School",
            on=today,
            area=area,
            announced_at=now,
            **writer,
        )
        for number in range(more)
    )
    for pitch in Pitch.objects.all():
        Promise.objects.bulk_create(
            Promise(
                pitch=pitch,
                kind="hands",
                what=f"Dag {number}",
                until=today,
                on_card=True,
                half="bewoners",
                seat_id=cast.gerrit.seat_id,
                code=world.agreement.public_id,
                at=now,
            )
            for number in range(more)
        )
