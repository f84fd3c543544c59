"""The ring shows who takes part now: a half that is gone is missed again, and found in the lists."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import cards
from middenstip.domain.initiatives.selectors.cards import Wanted
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.report import report_of
from middenstip.journeys import agree_goal, leave, stop_initiative, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from tests.cast import Cast, person, shared, signed, supported, table

RESIDENTS, GOVERNMENT, BUSINESS = Half
ALL = tuple(Half)


def ring() -> tuple[Half, ...]:
    return halves_of(Initiative.objects.get().halves)


def help_of(cast: Cast, actor: Actor, initiative: Initiative) -> Partner:
    partner = initiatives.offer_help(
        by=actor, initiative=initiative, brings="Planten.", gets="", fears="", has_read=True, at=cast.tick()
    )
    return initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())


def own_business(cast: Cast, actor: Actor) -> Actor:
    """The same person, speaking for an own shop."""
    area = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=person(actor), half=BUSINESS, area=area, at=cast.tick())
    return next(hat for hat in hats_of_person(person(actor), cast.today) if hat.seat == seat.pk)


def test_who_stops_helping_leaves_the_ring_open(cast: Cast) -> None:
    initiative = supported(cast)
    partner = help_of(cast, cast.bas, initiative)
    assert ring() == (RESIDENTS, BUSINESS)
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == (RESIDENTS,)
    assert [card["title"] for card in cards(Wanted(missing=BUSINESS), 9)] == ["Voedselbos Lettele"]


def test_who_gets_up_from_the_table_but_helps_still_takes_part(cast: Cast) -> None:
    goal = table(cast)
    assert goal.initiative
    partner = help_of(cast, cast.bas, goal.initiative)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert ring() == ALL
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == (RESIDENTS, GOVERNMENT)


def test_the_half_of_the_initiator_is_always_there(cast: Cast) -> None:
    agree_goal.leave(by=cast.marijke, goal=table(cast), at=cast.tick())
    assert ring() == ALL


def test_a_table_that_stops_takes_its_halves_along(cast: Cast) -> None:
    agree_goal.stop(by=cast.ilse, goal=table(cast), at=cast.tick())
    assert ring() == (RESIDENTS,)


def test_a_promise_that_stands_binds_also_who_got_up(cast: Cast) -> None:
    made = signed(cast)
    assert made.goal
    agree_goal.leave(by=cast.ilse, goal=made.goal, at=cast.tick())
    assert ring() == ALL


def test_who_is_wiped_is_missed(cast: Cast) -> None:
    initiative = supported(cast)
    baker = own_business(cast, cast.tarik)
    help_of(cast, baker, initiative)
    assert ring() == (RESIDENTS, BUSINESS)
    leave.erase(by=baker, person=person(baker), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert ring() == (RESIDENTS,)


def test_report_names_also_the_half_that_left(cast: Cast) -> None:
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert ring() == (RESIDENTS, GOVERNMENT)
    told = report_of(Initiative.objects.get().public_id, cast.today)
    assert told
    assert halves_of(told.halves) == ALL


def test_what_stopped_keeps_showing_who_took_part(cast: Cast) -> None:
    goal = table(cast)
    assert goal.initiative
    partner = help_of(cast, cast.bas, goal.initiative)
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == ALL
