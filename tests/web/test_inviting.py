"""Asking somebody to the table, through the doors."""

from __future__ import annotations

from middenstip.domain.goals.models import Invitation
from middenstip.domain.parties import services as parties
from middenstip.journeys import agree_goal, leave
from tests.cast import Cast, person, seat_of, shared, table
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in
from tests.web.test_goals import url


def test_nobody_is_asked_to_a_table_where_the_goal_is_shared(cast: Cast) -> None:
    """Sitting down waits for a new version, and so does asking: also where a half went away."""
    goal, marijke = shared(cast), walk_in(cast.marijke)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert "uitnodigen/" not in page(marijke, url(goal))
    assert marijke.get(url(goal, "uitnodigen/")).status_code == 409


def test_nobody_is_on_a_list_of_residents(cast: Cast) -> None:
    goal = table(cast)
    seen = page(walk_in(cast.bas), url(goal, "uitnodigen/?helft=bewoners"))
    assert cast.yara.seat_public_id in seen  # the verbinder of an organisation
    assert cast.gerrit.seat_public_id not in seen  # just a resident
    assert send(walk_in(cast.tarik), url(goal, "uitnodigen/"), seat=cast.yara.seat_public_id) == 403
    assert [
        send(walk_in(cast.bas), url(goal, "uitnodigen/"), seat=cast.yara.seat_public_id) for _ in "ab"
    ] == [302] * 2
    assert Invitation.objects.count() == 1


def test_who_came_and_got_up_can_be_asked_anew_and_hears_it(cast: Cast) -> None:
    goal, marijke, samira = table(cast), walk_in(cast.marijke), walk_in(cast.samira)
    assert send(marijke, url(goal, "uitnodigen/"), seat=cast.samira.seat_public_id) == 302
    assert [send(samira, url(goal, verb)) for verb in ("aanschuiven/", "opstaan/")] == [302, 302]
    assert "is uitgenodigd" not in page(marijke, url(goal))
    assert "Je bent uitgenodigd aan deze tafel." not in page(samira, url(goal))
    assert cast.samira.seat_public_id in page(marijke, url(goal, "uitnodigen/"))

    assert send(marijke, url(goal, "uitnodigen/"), seat=cast.samira.seat_public_id) == 302
    cast.tick(days=9)
    post(cast)
    asked = [one for one in heard(cast.samira) if one.startswith("Je bent gevraagd aan tafel")]
    assert len(asked) == 2
    assert "Bekijk de tafel" in page(samira, "/mijn/")


def test_an_empty_function_is_asked_without_a_promise_of_post_and_an_empty_own_seat_not(cast: Cast) -> None:
    goal, bas = table(cast), walk_in(cast.bas)
    for one in (cast.yara, cast.marijke):
        parties.leave_seat(person=person(one), seat=seat_of(one), at=cast.tick())
    leave.clear_up(at=cast.tick())
    answer = bas.post(url(goal, "uitnodigen/"), {"seat": cast.yara.seat_public_id}, follow=True).text
    assert "Daar zit nu niemand: wie er komt, ziet de vraag bij Mijn." in answer
    assert "krijgt een bericht" not in answer
    assert cast.marijke.seat_public_id not in page(bas, url(goal, "uitnodigen/"))
    refused = bas.post(url(goal, "uitnodigen/"), {"seat": cast.marijke.seat_public_id})
    assert (refused.status_code, "In deze zetel zit niemand meer." in refused.text) == (409, True)
