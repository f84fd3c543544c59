"""Reporting is for everyone; the queue and its acts are for moderators; a decision is for its writer too."""

from middenstip.domain.initiatives.models import Update
from middenstip.domain.moderation.models import Complaint, Review
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import MODERATOR
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import moderate_text, publish_text, undo_stranger
from middenstip.kernel import clock
from tests.cast import person, seat_of
from tests.matrix.row import ROLES, Row, everybody, only
from tests.matrix.world import World

WHY = {"rule": "respect", "reason": "Dit gaat over een persoon."}


def _complaint(world: World) -> Complaint:
    """A report about news of Marijke; Samira is moderator."""
    known = Complaint.objects.first()
    if known:
        return known
    cast = world.cast
    seat = seat_of(cast.samira)
    parties.appoint(seat=seat, role=MODERATOR, area=seat.area, at=cast.tick())
    publish_text.news(by=cast.marijke, initiative=world.initiative, text="Een bericht.", at=cast.tick())
    code = f"{Update.objects.latest('pk').pk}"
    return moderate_text.report(noun="nieuws", code=code, **WHY, email="a@b.example", at=cast.tick())


THINGS = {
    "news": lambda world: _complaint(world).review.target,
    "complaint": lambda world: _complaint(world).public_id,
    "token": lambda world: _complaint(world).token,
    "review": lambda world: _complaint(world).review.public_id,
    "sweep": lambda world: _sweep(world),
    "initiative_word": lambda world: "initiatief",
    "news_word": lambda world: "nieuws",
}


def _sweep(world: World) -> str:
    _complaint(world)
    cast = world.cast
    by = next(hat for hat in hats_of_person(person(cast.samira), cast.today) if hat.grants)
    stranger = parties.register_person(email="vreemd@demo.middenstip.example", name="V", at=cast.tick())
    told = {"person": stranger, "area": seat_of(cast.samira).area, **WHY, "days": 7}
    return undo_stranger.sweep(by=by, **told, at=clock.now()).public_id


REVIEW = ("review",)
KEEPS = WHY | {"outcome": "keep"}
MODERATOR_ONLY = only("handler")
ROWS = [
    Row("moderation:rules", everybody()),
    Row("moderation:report", everybody(), args=("news_word", "news")),
    Row("moderation:report", everybody(422), "POST", ("news_word", "news")),
    Row("moderation:answer", everybody(), args=("complaint",)),
    Row("moderation:confirm", everybody(), args=("complaint", "token")),
    Row("moderation:confirm", everybody(302), "POST", ("complaint", "token")),
    Row("moderation:queue", only(*ROLES)),
    Row("moderation:review", MODERATOR_ONLY | {"initiator": 404}, args=REVIEW),
    Row("moderation:decide", only("handler", gives=302, anonymous=403), "POST", REVIEW, KEEPS),
    Row("moderation:appeal", only("initiator", gives=409), "POST", REVIEW, {"text": "Nee."}),
    Row("moderation:judge", only("handler", gives=409, anonymous=403), "POST", REVIEW, KEEPS),
    Row("moderation:sweep", MODERATOR_ONLY, args=REVIEW),
    Row("moderation:sweep", only("handler", gives=422), "POST", REVIEW),
    Row("moderation:swept", MODERATOR_ONLY, args=("sweep",)),
    Row("moderation:undo", only("handler", gives=302), "POST", ("sweep",)),
    Row("moderation:setting", only("handler", "admin"), args=("area",)),
    Row("moderation:setting", only("handler", "admin", gives=302), "POST", ("area",), {"posts_per_day": "9"}),
]


def crowd(world: World, more: int) -> None:
    """More reports of one text, and more texts in the queue."""
    review = Review.objects.get(public_id=world.things["review"])
    Complaint.objects.bulk_create(Complaint(review=review, **WHY, at=world.cast.at) for _ in range(more))
    Review.objects.bulk_create(
        Review(
            noun="nieuws",
            target=f"9{number}",
            area=review.area,
            writer=Person.objects.get(pk=world.cast.marijke.person_id),
            opened_at=world.cast.at,
            due_on=review.due_on,
        )
        for number in range(more)
    )
