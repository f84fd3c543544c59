"""Whose turn it is when the promises of a project are kept."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.selectors import agreements_of_work
from middenstip.domain.agreements.turns import work_turn
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import leave
from middenstip.kernel.turn import Turn, Who
from tests.cast import Cast, person, signed


def turn_now(cast: Cast) -> Turn:
    initiative = Initiative.objects.select_related("initiator", "seat", "municipality").get()
    turn = work_turn(initiative, None, agreements_of_work(initiative, cast.today), cast.today)
    assert turn
    return turn


def test_the_desk_ends_a_project_when_the_work_is_over_and_the_initiator_is_gone(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    hers = turn_now(cast)
    assert (hers.act, hers.who.name, hers.person) == ("finish", "Marijke Wolterink", cast.marijke.person_id)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    of_the_desk = turn_now(cast)
    assert (of_the_desk.act, of_the_desk.who) == ("unled", Who("De balie", "Deventer", "overheid"))
    assert (of_the_desk.person, of_the_desk.seats) == (0, ())
