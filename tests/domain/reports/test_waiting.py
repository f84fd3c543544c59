"""What waits for somebody, and from when."""

from __future__ import annotations

from datetime import date

from middenstip.domain.goals import services as goals
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.models import Agreement
from middenstip.domain.reports.selectors.waiting import Waiting, waiting_for
from middenstip.journeys import agree_goal
from middenstip.kernel.actor import Actor
from tests.cast import Cast, proposed, signed


def waits_for(actor: Actor, today: date) -> list[Waiting]:
    return waiting_for(person=actor.person, seats=[actor.seat], today=today)


def test_whether_it_is_done_is_asked_from_the_last_day_and_late_from_the_next(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.update(due_on=cast.day(9))
    assert waits_for(cast.marijke, cast.day(8)) == []
    for days, is_late in ((9, False), (10, True)):
        (asked,) = waits_for(cast.marijke, cast.day(days))
        assert (asked.kind, asked.target, asked.is_late(cast.day(days))) == ("close", made.public_id, is_late)
        (promise,) = waits_for(cast.ilse, cast.day(days))
        assert (promise.kind, promise.is_late(cast.day(days))) == ("promise", is_late)


def test_an_invitation_waits_until_the_goal_is_shared(cast: Cast) -> None:
    goal = proposed(cast)
    goals.invite_seat(by=cast.bas, goal=goal, seat=Seat.objects.get(pk=cast.yara.seat), at=cast.tick())
    assert [one.kind for one in waits_for(cast.yara, cast.today)] == ["invited"]
    for one in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "shared"
    assert waits_for(cast.yara, cast.today) == []
