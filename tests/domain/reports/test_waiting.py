"""The rows of *Mijn*, and when they appear and disappear."""

from __future__ import annotations

from datetime import date

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.waiting import Waiting, waiting_for
from middenstip.journeys import agree_goal
from middenstip.kernel.actor import Actor
from tests.cast import Cast, proposed, signed


def waits_for(actor: Actor, today: date) -> list[Waiting]:
    """Without the initiatives of this person, which stand first and do not wait for anything."""
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=today)
    return [one for one in rows if one.kind != "begun"]


def test_an_agreement_is_asked_about_on_its_last_day_and_late_after_it(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.update(due_on=cast.day(9))
    assert waits_for(cast.marijke, cast.day(8)) == []
    for days, is_late in ((9, False), (10, True)):
        (asked,) = waits_for(cast.marijke, cast.day(days))
        assert (asked.kind, asked.target, asked.is_late(cast.day(days))) == ("close", made.public_id, is_late)
        told = [(one.kind, one.is_late(cast.day(days))) for one in waits_for(cast.ilse, cast.day(days))]
        assert told == [("close", is_late), ("promise", is_late)]


def test_an_invitation_is_listed_until_the_goal_is_shared(cast: Cast) -> None:
    goal = proposed(cast)
    goals.invite_seat(by=cast.bas, goal=goal, seat=Seat.objects.get(pk=cast.yara.seat_id), at=cast.tick())
    assert [one.kind for one in waits_for(cast.yara, cast.today)] == ["invited"]
    for one in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    assert goal.state == "shared"
    assert waits_for(cast.yara, cast.today) == []
