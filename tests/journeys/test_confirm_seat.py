"""A new claim to speak for a half counts only after another confirmed it."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import confirmers_of, hats_of_person
from middenstip.domain.parties.turns import seat_turn
from middenstip.domain.reports.selectors.active import Active, active_in
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journeys import agree_goal, confirm_seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, joins, person, proposed, seat_of, table

ASK = "Klopt het dat deze zetel voor deze helft praat? ondernemer van Lettele"


def new_shop(cast: Cast) -> Actor:
    """Tarik says that he speaks for the ondernemers of Lettele; nobody confirmed it."""
    village = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=person(cast.tarik), half=Half.BUSINESS, area=village, at=cast.tick())
    return next(hat for hat in hats_of_person(person(cast.tarik), cast.today) if hat.seat_id == seat.pk)


def asked(cast: Cast, actor: Actor) -> list[str]:
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return [row.ask for row in rows if row.kind == "confirm_seat"]


def test_a_new_shop_is_no_half_at_the_table_until_it_is_confirmed(cast: Cast) -> None:
    goal, shop = table(cast), new_shop(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    joins(cast, shop, goal)
    assert (Goal.objects.get().state, _halves()) == ("gathering", (Half.RESIDENTS, Half.GOVERNMENT))
    confirm_seat.confirm(by=cast.bas, seat=seat_of(shop), at=cast.tick())
    assert (Goal.objects.get().state, _halves()) == ("writing", tuple(Half))
    assert Seat.objects.get(pk=shop.seat_id).confirmed_by_id == cast.bas.seat_id


def test_the_ja_of_a_new_shop_counts_from_its_confirmation(cast: Cast) -> None:
    goal, shop = proposed(cast), new_shop(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    joins(cast, shop, goal)
    for by in (cast.marijke, cast.ilse, shop):
        agree_goal.answer(by=by, goal=goal, number=1, answer="ja", at=cast.tick())
    assert (Goal.objects.get().state, halves_of(Goal.objects.get().halves_yes)) == (
        "proposed",
        (Half.RESIDENTS, Half.GOVERNMENT),
    )
    confirm_seat.confirm(by=cast.noor, seat=seat_of(shop), at=cast.tick())
    assert (Goal.objects.get().state, Initiative.objects.get().stage) == ("shared", "agreements")


def test_the_nee_of_a_new_shop_does_not_hold_up_the_halves(cast: Cast) -> None:
    goal, shop = proposed(cast), new_shop(cast)
    joins(cast, shop, goal)
    agree_goal.answer(by=shop, goal=goal, number=1, answer="nee", condition="Omdat.", at=cast.tick())
    for by in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=by, goal=goal, number=1, answer="ja", at=cast.tick())
    assert Goal.objects.get().state == "shared"
    confirm_seat.confirm(by=cast.bas, seat=seat_of(shop), at=cast.tick())
    assert Goal.objects.get().state == "shared"


def test_who_may_confirm_is_asked_and_the_others_are_not(cast: Cast) -> None:
    shop = new_shop(cast)
    seat = seat_of(shop)
    assert [asked(cast, one) for one in (cast.bas, cast.noor)] == [[ASK], [ASK]]
    assert [asked(cast, one) for one in (cast.ilse, cast.gerrit, cast.tarik, shop)] == [[], [], [], []]
    turn = seat_turn(seat, confirmers_of(seat, cast.today))
    assert turn is not None
    assert (turn.ask, set(turn.seats)) == (ASK, {cast.bas.seat_id, cast.noor.seat_id})
    confirm_seat.confirm(by=cast.bas, seat=seat, at=cast.tick())
    assert [asked(cast, one) for one in (cast.bas, cast.noor)] == [[], []]
    assert seat_turn(seat_of(shop), []) is None


def test_another_half_or_the_person_in_the_seat_may_not_confirm(cast: Cast) -> None:
    shop = new_shop(cast)
    for by in (cast.ilse, cast.gerrit):
        with pytest.raises(Forbidden, match="Bevestigen doet de beheerder"):
            confirm_seat.confirm(by=by, seat=seat_of(shop), at=cast.tick())
    for by in (shop, cast.tarik):
        with pytest.raises(Forbidden, match="Je eigen zetel"):
            confirm_seat.confirm(by=by, seat=seat_of(shop), at=cast.tick())
    confirm_seat.confirm(by=cast.bas, seat=seat_of(shop), at=cast.tick())
    with pytest.raises(NotNow, match="al bevestigd"):
        confirm_seat.confirm(by=cast.bas, seat=seat_of(shop), at=cast.tick())


def test_a_new_shop_confirms_no_other_new_shop(cast: Cast) -> None:
    shop, village = new_shop(cast), Area.objects.get(code="WK015014")
    other = parties.own_seat(person=person(cast.gerrit), half=Half.BUSINESS, area=village, at=cast.tick())
    with pytest.raises(Forbidden):
        confirm_seat.confirm(by=shop, seat=other, at=cast.tick())


def test_the_field_counts_a_new_shop_once_it_is_confirmed(cast: Cast) -> None:
    goal, shop = table(cast), new_shop(cast)
    joins(cast, shop, goal)
    assert active_in("wijk", ["WK015014"])[Half.BUSINESS] == Active(1, ["Kwekerij De Esch"])
    confirm_seat.confirm(by=cast.noor, seat=seat_of(shop), at=cast.tick())
    assert active_in("wijk", ["WK015014"])[Half.BUSINESS] == Active(2, ["Kwekerij De Esch"])


def test_the_field_names_no_organisation_of_which_the_seat_is_not_confirmed(cast: Cast) -> None:
    table(cast)
    Seat.objects.filter(pk=cast.bas.seat_id).update(confirmed_at=None)
    assert active_in("wijk", ["WK015014"])[Half.BUSINESS] == Active(0, [])


def test_a_resident_needs_no_confirmation(cast: Cast) -> None:
    goal = table(cast)
    joins(cast, cast.gerrit, goal)
    assert [chair.counts for chair in chairs_at(goal)] == [True] * 4


def test_a_seat_at_a_table_without_an_initiative_is_confirmed(cast: Cast) -> None:
    goal, shop = table(cast), new_shop(cast)
    joins(cast, shop, goal)
    Goal.objects.update(initiative=None)
    confirm_seat.confirm(by=cast.bas, seat=seat_of(shop), at=cast.tick())
    assert Goal.objects.get().state == "writing"


def _halves() -> tuple[Half, ...]:
    return halves_of(Initiative.objects.get().halves)


def test_a_seat_that_does_not_count_is_not_waited_for(cast: Cast) -> None:
    goal, shop = table(cast), new_shop(cast)
    joins(cast, shop, goal)
    for by in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=by, goal=goal, text="Groen.", at=cast.tick())
    rows = waiting_for(person=shop.person_id, seats=[shop.seat_id], today=cast.today)
    assert [row.kind for row in rows] == ["reveal"]
    assert goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick()).state == "revealed"
