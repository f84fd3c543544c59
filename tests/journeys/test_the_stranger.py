"""*De vreemde*: a new account tries to sit down, stop a table and send people away. Nothing is harmed."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Chair, Goal, Motion, Request
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journeys import agree_goal, leave, move_goal
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, person, proposed, table
from tests.notices.ears import heard, post

WHY = "Dit moet weg."


def stranger(cast: Cast, half: Half = Half.BUSINESS) -> Actor:
    """An account of a minute old, with a seat that its owner chose."""
    who = parties.register_person(email="vreemde@voorbeeld.example", name="Onbekend", at=cast.tick())
    area = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=who, half=half, area=area, at=cast.tick())
    return next(hat for hat in hats_of_person(who, cast.today) if hat.seat_id == seat.pk)


def street() -> dict[str, Any]:
    """What the street made: the state of the table and the initiative, and who sits there."""
    goal = Goal.objects.values("state", "halves_present", "halves_yes", "number", "changed_at").get()
    initiative = Initiative.objects.values("stage", "halves").get()
    chairs = list(Chair.objects.order_by("pk").values_list("seat", "left_at"))
    return {**goal, **initiative, "chairs": chairs}


@pytest.mark.parametrize("half", list(Half))
def test_a_stranger_cannot_sit_stop_send_away_invite_or_undo(cast: Cast, half: Half) -> None:
    goal, by = proposed(cast), stranger(cast, half)
    before = street()
    with pytest.raises((NotNow, Forbidden)):
        agree_goal.join(by=by, goal=goal, at=cast.tick())
    for seat in ("", cast.bas.seat_public_id):
        with pytest.raises(Forbidden, match="wie aan tafel zit"):
            move_goal.move(by=by, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    with pytest.raises(Forbidden):
        goals.make_link(by=by, goal=goal, most=5, at=cast.tick())
    motion = move_goal.move(by=cast.bas, goal=goal, reason=WHY, at=cast.tick())
    for is_yes in (True, False):
        with pytest.raises(Forbidden):
            move_goal.answer(by=by, motion=motion, is_yes=is_yes, at=cast.tick())
    with pytest.raises(Forbidden):
        move_goal.undo(by=by, motion=motion, at=cast.tick())
    assert (street(), Motion.objects.get().state) == (before, "pending")


def test_a_stranger_who_asks_waits_for_one_yes_and_hears_not_now(cast: Cast) -> None:
    goal, by = table(cast), stranger(cast)
    before = street()
    request = goals.ask_chair(by=by, goal=goal, word="Ik ben nieuw.", at=cast.tick())
    assert goals.ask_chair(by=by, goal=goal, at=cast.tick()) == request
    assert street() == before
    assert [asked(cast, one) for one in (cast.marijke, cast.ilse, cast.bas)] == [1, 1, 1]
    with pytest.raises(Forbidden):
        agree_goal.let_in(by=by, request=request, at=cast.tick())
    post(cast)
    assert "Er wordt een stoel gevraagd: Een voedselbos voor Lettele" in heard(cast.ilse)
    goals.refuse_chair(by=cast.ilse, request=request, reply="Eerst kennismaken.", at=cast.tick())
    for act in (
        lambda: agree_goal.let_in(by=cast.bas, request=request, at=cast.tick()),
        lambda: goals.refuse_chair(by=cast.bas, request=request, reply="", at=cast.tick()),
    ):
        with pytest.raises(NotNow):
            act()
    post(cast)
    assert "Nu geen stoel: Een voedselbos voor Lettele" in heard(by)
    with pytest.raises(NotNow, match="niet nu"):
        goals.ask_chair(by=by, goal=goal, at=cast.tick())
    assert street() == before
    cast.tick(days=31)
    assert goals.ask_chair(by=by, goal=goal, at=cast.tick()).state == "asked"


def test_a_stranger_who_was_let_in_decides_nothing_and_can_be_sent_away(cast: Cast) -> None:
    goal, by = proposed(cast), stranger(cast)
    request = goals.ask_chair(by=by, goal=goal, at=cast.tick())
    agree_goal.let_in(by=cast.marijke, request=request, at=cast.tick())
    with pytest.raises(Forbidden, match="meetelt"):
        move_goal.move(by=by, goal=goal, reason=WHY, at=cast.tick())
    motion = move_goal.move(by=cast.bas, goal=goal, seat=by.seat_public_id, reason=WHY, at=cast.tick())
    for one in (cast.marijke, cast.ilse):
        motion = move_goal.answer(by=one, motion=motion, is_yes=True, at=cast.tick())
    assert not Chair.objects.filter(seat=by.seat_id, left_at=None).exists()


def test_who_asks_and_leaves_asks_nothing_any_more(cast: Cast) -> None:
    goal, by = table(cast), stranger(cast)
    request = goals.ask_chair(by=by, goal=goal, at=cast.tick())
    leave.erase(by=by, person=person(by), at=cast.tick())
    with pytest.raises(NotNow, match="zit niet meer in deze zetel"):
        agree_goal.let_in(by=cast.bas, request=request, at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Request.objects.get(pk=request.pk).state == "withdrawn"


def test_the_seat_that_asked_withdraws_it_and_a_late_request_lapses(cast: Cast) -> None:
    goal, by = table(cast), stranger(cast)
    request = goals.ask_chair(by=by, goal=goal, at=cast.tick())
    with pytest.raises(NotNow, match="Alleen wie een stoel vroeg"):
        goals.withdraw_request(by=cast.bas, request=request, at=cast.tick())
    assert goals.withdraw_request(by=by, request=request, at=cast.tick()).state == "withdrawn"
    goals.ask_chair(by=by, goal=goal, at=cast.tick())
    assert goals.lapse_requests(at=cast.tick(days=31)) == 1
    mine = Request.objects.filter(seat=by.seat_id).order_by("pk")
    assert [one.state for one in mine] == ["withdrawn", "lapsed"]


def test_after_five_working_days_the_initiator_is_asked_and_may_let_in(cast: Cast) -> None:
    goal, by = table(cast), stranger(cast)
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    request = goals.ask_chair(by=by, goal=goal, at=cast.tick())
    assert asked(cast, cast.marijke) == 0
    with pytest.raises(Forbidden, match="beslist wie er een stoel krijgt"):
        agree_goal.let_in(by=cast.marijke, request=request, at=cast.tick())
    cast.tick(days=8)
    assert (asked(cast, cast.marijke), asked(cast, cast.bas)) == (1, 1)
    agree_goal.let_in(by=cast.marijke, request=request, at=cast.tick())
    assert Chair.objects.filter(seat=by.seat_id, left_at=None).exists()
    with pytest.raises(NotNow, match="zit al aan"):
        goals.ask_chair(by=by, goal=goal, at=cast.tick())


def test_at_an_empty_table_the_initiator_is_asked_at_once(cast: Cast) -> None:
    goal, by = table(cast), stranger(cast, Half.RESIDENTS)
    for one in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.leave(by=one, goal=goal, at=cast.tick())
    goals.ask_chair(by=by, goal=goal, at=cast.tick())
    assert (asked(cast, cast.marijke), asked(cast, cast.bas)) == (1, 0)
    post(cast)
    assert "Er wordt een stoel gevraagd: Een voedselbos voor Lettele" in heard(cast.marijke)


def asked(cast: Cast, actor: Actor) -> int:
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return len([row for row in rows if row.kind == "let_in"])


def test_an_invitation_while_a_request_waits_answers_the_request(cast: Cast) -> None:
    goal, by = table(cast), cast.samira
    request = goals.ask_chair(by=by, goal=goal, at=cast.tick())
    goals.invite_seat(by=cast.marijke, goal=goal, seat=Seat.objects.get(pk=by.seat_id), at=cast.tick())
    agree_goal.join(by=by, goal=goal, at=cast.tick())
    request.refresh_from_db()
    assert (request.state, request.goal.chairs.filter(seat=by.seat_id).count()) == ("let_in", 1)
