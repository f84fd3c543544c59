"""What nobody answered in time ends by itself."""

from __future__ import annotations

from datetime import timedelta

from middenstip.domain.goals import services as goals
from middenstip.domain.goals import tasks
from middenstip.domain.goals.models import Invitation, Link, Motion, Request
from middenstip.journeys import move_goal
from tests.cast import Cast, seat_of, table


def test_what_waits_too_long_lapses(cast: Cast) -> None:
    goal = table(cast)
    goals.ask_chair(by=cast.gerrit, goal=goal, at=cast.tick())
    goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.yara), at=cast.tick())
    goals.make_link(by=cast.bas, goal=goal, most=2, at=cast.tick())
    move_goal.move(by=cast.bas, goal=goal, reason="Het lukt niet.", at=cast.tick())
    assert tasks.lapse(at=cast.at) == 0
    assert tasks.lapse(at=cast.at + timedelta(days=31)) == 4
    request = Request.objects.get(seat=cast.gerrit.seat_id)
    found = (request, Invitation.objects.get(), Link.objects.get(), Motion.objects.get())
    assert [one.state for one in found] == ["lapsed"] * 4


def test_only_one_sender_gets_a_mail(cast: Cast) -> None:
    told = {"goal": table(cast), "addresses": ["piet@voorbeeld.example"]}
    (link,) = goals.mail_links(by=cast.bas, **told, at=cast.tick())
    assert [tasks.claim(link=link, at=cast.tick()) for _ in range(2)] == [True, False]
    tasks.release(link=link)
    assert tasks.claim(link=link, at=cast.tick())
