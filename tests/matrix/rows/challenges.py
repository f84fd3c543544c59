"""Challenges, principles and exceptions, and the terms that an administrator sets."""

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PARTS
from middenstip.domain.intake.models import Challenge, ChallengeTalk, Principle, Tailoring
from middenstip.domain.parties.models import Seat
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def _challenge(world: World) -> str:
    """Marijke's challenge, which waits for the desk to say whether it is complete."""
    one = intake.open_challenge(by=world.cast.marijke, case=world.case, at=world.cast.tick())
    parts = dict.fromkeys(PARTS, "Wij doen het groen.")
    told = {"by": world.cast.marijke, "challenge": one, "parts": parts, "send": True}
    return intake.write_challenge(**told, at=world.cast.tick()).public_id


def _organisation(world: World) -> str:
    side = Seat.objects.select_related("side__organisation").get(pk=world.cast.samira.seat_id).side
    assert side
    return side.organisation.public_id


def _principle(world: World) -> str:
    side = Seat.objects.get(pk=world.cast.samira.seat_id).side
    assert side
    told = {"organisation_id": side.organisation_id, "by_id": world.cast.samira.seat_id}
    return Principle(text="Ja, tenzij.", at=world.cast.at, **told).store().public_id


THINGS = {"challenge": _challenge, "challenged": _organisation, "principle": _principle}
CASE, CHALLENGE, PARTY = ("case",), ("challenge",), ("challenged",)
READS = ("initiator", "handler")

ROWS = [
    Row("challenges:of_case", only(*READS, gives=302), args=CASE),
    Row("challenges:open", only("initiator", gives=409), "POST", CASE),
    Row("challenges:detail", only(*READS), args=CHALLENGE),
    Row("challenges:write", only("initiator", gives=409), "POST", CHALLENGE),
    Row("challenges:check", only("handler", gives=422), "POST", CHALLENGE),
    Row("challenges:decide", only("handler", gives=422), "POST", CHALLENGE),
    Row("challenges:agree", only("handler", gives=422), "POST", CHALLENGE),
    Row("challenges:talk", only(*READS, gives=422), "POST", CHALLENGE),
    Row("challenges:evaluate", only("handler", gives=422), "POST", CHALLENGE),
    Row("challenges:withdraw", only("initiator", gives=302), "POST", CHALLENGE),
    Row("desk:tailoring", only(*READS), args=CASE),
    Row("desk:tailoring", only("handler", gives=422), "POST", CASE),
    Row("principles:detail", everybody(), args=PARTY),
    Row("principles:of_principle", everybody(302), args=("principle",)),
    Row("principles:add", only("admin", gives=422), "POST", PARTY),
    Row("principles:end", only("admin", gives=302), "POST", ("principle",)),
    Row("administration:terms", only("admin")),
    Row("administration:term", only("admin"), args=PARTY),
    Row("administration:term", only("admin", gives=422), "POST", PARTY),
]


def crowd(world: World, more: int) -> None:
    """More talks about the challenge, more principles, and more exceptions."""
    one, at = Challenge.objects.get(public_id=world.things["challenge"]), world.cast.at
    seat = world.cast.samira.seat_id
    ChallengeTalk.objects.bulk_create(
        ChallengeTalk(challenge=one, seat_id=seat, text="Het gaat goed.", at=at) for _ in range(more)
    )
    principle = Principle.objects.get(public_id=world.things["principle"])
    told = {"organisation": principle.organisation, "by_id": seat, "at": at}
    Principle.objects.bulk_create(Principle(text=f"Ja, tenzij {n}.", **told) for n in range(more))
    why = {"case": world.case, "rule": "Een regel", "why": "Omdat.", "precedent": "example"}
    Tailoring.objects.bulk_create(Tailoring(principle=principle, **why, **told) for _ in range(more))
