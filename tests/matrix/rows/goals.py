"""The table of Marijke, Ilse and Bas. Its goal is shared, so only a new version can reopen it."""

from datetime import UTC, datetime
from typing import Any

from middenstip.domain.goals.models import (
    Commitment,
    Goal,
    Letter,
    Link,
    Motion,
    Portfolio,
    Request,
    Restatement,
    Visit,
)
from middenstip.domain.parties.models import Seat
from tests.matrix.row import Row, everybody, only

TABLE = ("goal",)
AT_TABLE = ("initiator", "government", "business")
REQUEST, MOTION = ("goal", "request"), ("goal", "motion")
PORTFOLIO = ("goal", "portfolio")
SAYS = {"answer": "mits", "text": "Als er geld is."}
MAIL = {"addresses": "piet@voorbeeld.example"}
FAR_AWAY = datetime(2034, 1, 1, tzinfo=UTC)
OWN_WORDS = {"text": "Jij wilt meer groen in de straat."}
VERSION = {"number": "1", "text": "Een nieuw doel."}

ROWS = [
    Row("goals:index", everybody()),
    Row("goals:detail", everybody(), args=TABLE),
    Row("goals:join", only(gives=409, others=409), "POST", TABLE),
    Row("goals:leave", only(*AT_TABLE, gives=302), "POST", TABLE),
    Row("goals:invite", only(*AT_TABLE, gives=409), args=TABLE),
    Row("goals:write", only(*AT_TABLE, gives=409), "POST", TABLE, {"text": "Een bos."}),
    Row("goals:own_words", everybody(), args=TABLE),
    Row(
        "goals:restate",
        only("initiator", "business", gives=302, anonymous=403),
        "POST",
        (*TABLE, "letter"),
        OWN_WORDS,
    ),
    Row(
        "goals:answer_restatement",
        only("government", gives=302),
        "POST",
        (*TABLE, "restatement"),
        {"answer": "ja"},
    ),
    Row("goals:reveal", only(*AT_TABLE, gives=409), "POST", TABLE),
    Row("goals:propose", only(*AT_TABLE, gives=302, anonymous=403), "POST", TABLE, VERSION),
    Row("goals:answer", only(*AT_TABLE, gives=409), "POST", TABLE, {"number": "1", "answer": "ja"}),
    Row("goals:ask", only(gives=409, others=409), "POST", TABLE),
    Row("goals:answer_request", only(*AT_TABLE, gives=409), "POST", REQUEST, {"answer": "ja"}),
    Row("goals:withdraw_request", only("residents", gives=302, others=409), "POST", REQUEST),
    Row("goals:decline", only(gives=404, others=404), "POST", TABLE, {"answer": "not_now"}),
    Row("goals:invite_by_mail", only(*AT_TABLE, gives=409), "POST", TABLE, MAIL),
    Row("goals:invite_by_link", only(*AT_TABLE, gives=409), "POST", TABLE, {"most": "5"}),
    Row("goals:withdraw_invitation", only(*AT_TABLE, gives=409), "POST", ("goal", "link")),
    Row("goals:invitation", everybody(), args=("link_token",)),
    Row("goals:move", only(*AT_TABLE, gives=409, anonymous=403), "POST", TABLE, {"reason": "Het lukt niet."}),
    Row("goals:answer_motion", only(*AT_TABLE, gives=302), "POST", MOTION, {"answer": "nee"}),
    Row("goals:undo_motion", only(*AT_TABLE, gives=409), "POST", MOTION),
    Row("goals:board", everybody(), args=TABLE),
    Row("goals:name_portfolio", only("government", gives=422), "POST", TABLE, {"seat": "niemand"}),
    Row("goals:accept_portfolio", only("handler", gives=409), "POST", PORTFOLIO),
    Row("goals:commit", only("handler", gives=302, anonymous=403), "POST", PORTFOLIO, SAYS),
    Row("goals:confirm_commitment", only("handler", gives=302), "POST", PORTFOLIO),
    Row("goals:release_portfolio", only("handler", "government", gives=302), "POST", PORTFOLIO),
    Row("goals:log_visit", only(*AT_TABLE, "handler", gives=422), "POST", TABLE, {"who": "niemand"}),
    Row("goals:see_visit", only("handler", gives=302), "POST", ("goal", "table_visit"), {"answer": "ja"}),
]


def _goal(world: Any) -> Goal:
    return Goal.objects.get(public_id=world.fill("goal"))


def _request(world: Any) -> str:
    """Gerrit asked for a chair before the goal was shared."""
    by, at = world.cast.gerrit, world.cast.at
    told = {"seat_id": by.seat_id, "person_id": by.person_id, "at": at, "due_on": world.cast.day(5)}
    return Request(goal=_goal(world), **told).store().public_id


def _motion(world: Any) -> str:
    at = world.cast.at
    told = {"by_id": world.cast.bas.seat_id, "reason": "Het lukt niet.", "at": at, "until": FAR_AWAY}
    return Motion(goal=_goal(world), act="stop", **told).store().public_id


def _link(world: Any) -> Link:
    made = Link.objects.first()
    told = {"by_id": world.cast.bas.seat_id, "token": "t0ken", "most": 5, "at": world.cast.at}
    return made or Link(goal=_goal(world), until=FAR_AWAY, **told).store()


def _letter(world: Any) -> Letter:
    """What Ilse wrote."""
    return Letter.objects.get(goal=_goal(world), seat=world.cast.ilse.seat_id)


def _restatement(world: Any) -> str:
    """What Bas says that Ilse means."""
    letter, words = _letter(world), "Jij wilt groen."
    told = {"seat_id": world.cast.bas.seat_id, "text": words, "at": world.cast.at}
    return f"{Restatement(goal=_goal(world), letter=letter, **told).store().pk}"


def _portfolio(world: Any) -> Portfolio:
    """Samira is portefeuillehouder; somebody left her seat since she committed."""
    goal, at = _goal(world), world.cast.at
    seat = Seat.objects.select_related("side").get(pk=world.cast.samira.seat_id)
    assert seat.side
    found = Portfolio.objects.filter(goal=goal, seat=seat, state="again").first()
    told = {"organisation_id": seat.side.organisation_id, "seat": seat, "by_id": world.cast.ilse.seat_id}
    said = {"answer": "ja", "text": "Ik sta voor een bos.", "said_at": at, "due_on": FAR_AWAY.date()}
    return found or Portfolio(goal=goal, state="again", named_at=at, **told, **said).store()


def _visit(world: Any) -> str:
    told = {"by_id": world.cast.marijke.seat_id, "on": world.cast.today, "at": world.cast.at}
    return Visit(goal=_goal(world), portfolio=_portfolio(world), **told).store().public_id


def crowd(world: Any, more: int) -> None:
    """Earlier portefeuillehouders, what they said, and visits."""
    one = _portfolio(world)
    told = {"goal": one.goal, "organisation": one.organisation, "seat": one.seat, "by": one.by}
    told |= {"named_at": one.named_at, "answer": "ja", "text": "Ik sta.", "said_at": one.said_at}
    Portfolio.objects.bulk_create(Portfolio(**told, state="released") for _number in range(more))
    said = {"goal": one.goal, "portfolio": one, "answer": "ja", "text": "Ik sta.", "at": one.named_at}
    Commitment.objects.bulk_create(Commitment(**said) for _number in range(more))
    days = [world.cast.day(-number) for number in range(1, more + 1)]
    was = {"goal": one.goal, "portfolio": one, "by_id": world.cast.marijke.seat_id, "at": world.cast.at}
    Visit.objects.bulk_create(Visit(**was, on=day) for day in days)


THINGS = {
    "portfolio": lambda world: _portfolio(world).public_id,
    "table_visit": _visit,
    "letter": lambda world: f"{_letter(world).pk}",
    "restatement": _restatement,
    "request": _request,
    "motion": _motion,
    "link": lambda world: _link(world).public_id,
    "link_token": lambda world: _link(world).token,
}
