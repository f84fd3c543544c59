"""The ring shows which halves take part now; a half that left is missing again, also in the lists."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import cards
from middenstip.domain.initiatives.selectors.cards import Wanted
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import agree_goal, confirm_seat, leave, stop_initiative, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from tests.cast import Cast, person, shared, signed, stops, supported, table
from tests.web.at_the_door import walk_in

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
    """The same person in their own seat for the ondernemers."""
    area = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=person(actor), half=BUSINESS, area=area, at=cast.tick())
    if seat.confirmed_at is None:
        confirm_seat.confirm(by=cast.noor, seat=seat, at=cast.tick())
    return next(hat for hat in hats_of_person(person(actor), cast.today) if hat.seat_id == seat.pk)


def test_a_half_is_missing_when_its_only_helper_stops(cast: Cast) -> None:
    initiative = supported(cast)
    partner = help_of(cast, cast.bas, initiative)
    assert ring() == (RESIDENTS, BUSINESS)
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == (RESIDENTS,)
    assert [card["title"] for card in cards(Wanted(missing=BUSINESS), 9)] == ["Voedselbos Lettele"]


def test_a_helper_in_an_unconfirmed_seat_adds_no_half(cast: Cast) -> None:
    village = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=person(cast.tarik), half=BUSINESS, area=village, at=cast.tick())
    shop = next(hat for hat in hats_of_person(person(cast.tarik), cast.today) if hat.seat_id == seat.pk)
    help_of(cast, shop, supported(cast))
    assert ring() == (RESIDENTS,)


def test_a_helper_who_leaves_the_table_still_takes_part(cast: Cast) -> None:
    goal = table(cast)
    assert goal.initiative
    partner = help_of(cast, cast.bas, goal.initiative)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert ring() == ALL
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == (RESIDENTS, GOVERNMENT)


def test_the_half_of_the_initiator_always_takes_part(cast: Cast) -> None:
    agree_goal.leave(by=cast.marijke, goal=table(cast), at=cast.tick())
    assert ring() == ALL


def test_halves_of_a_stopped_table_no_longer_take_part(cast: Cast) -> None:
    stops(cast, table(cast))
    assert ring() == (RESIDENTS,)


def test_a_half_with_a_signed_agreement_takes_part_after_leaving_the_table(cast: Cast) -> None:
    made = signed(cast)
    assert made.goal
    agree_goal.leave(by=cast.ilse, goal=made.goal, at=cast.tick())
    assert ring() == ALL


def test_the_half_of_an_erased_person_is_missing(cast: Cast) -> None:
    initiative = supported(cast)
    baker = own_business(cast, cast.tarik)
    help_of(cast, baker, initiative)
    assert ring() == (RESIDENTS, BUSINESS)
    leave.erase(by=baker, person=person(baker), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert ring() == (RESIDENTS,)


def test_the_report_also_names_a_half_that_left(cast: Cast) -> None:
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert ring() == (RESIDENTS, GOVERNMENT)
    report = walk_in(None).get(f"/initiatief/{Initiative.objects.get().public_id}/verslag/")
    assert report.context["halves"] == [half.value for half in ALL]


def test_a_stopped_initiative_keeps_the_halves_that_took_part(cast: Cast) -> None:
    goal = table(cast)
    assert goal.initiative
    partner = help_of(cast, cast.bas, goal.initiative)
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert ring() == ALL
