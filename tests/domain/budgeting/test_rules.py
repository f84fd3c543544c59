"""Who reads the rules of a budget before they are fixed."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting.rules import may_read
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.half import Half
from tests.cast import Cast, person
from tests.journeys.budgets import drafted, stepped


def in_roermond(cast: Cast) -> Actor:
    """Tarik in a seat of another gemeente."""
    told = {"person": person(cast.tarik), "half": Half.RESIDENTS, "at": cast.tick()}
    seat = parties.own_seat(**told, area=Area.objects.get(code="GM0957"))
    hats = hats_of_person(person(cast.tarik), cast.today)
    return next(hat for hat in hats if hat.seat_id == seat.pk)


def test_rules_that_are_not_fixed_are_read_by_the_organisers_and_the_seats_of_the_gemeente(
    cast: Cast,
) -> None:
    budget, elsewhere = drafted(cast), in_roermond(cast)
    seatless = Unseated(cast.gerrit.person_id, cast.gerrit.person_public_id)
    inside = (cast.yara, cast.samira, cast.noor, cast.marijke, cast.bas, cast.tarik)
    outside = (elsewhere, seatless, None)
    assert [may_read(one, budget) for one in inside] == [True] * 6
    assert [may_read(one, budget) for one in outside] == [False] * 3
    budget = stepped(cast, budget, "fix")
    assert [may_read(one, budget) for one in (*inside, *outside)] == [True] * 9


def test_the_rules_of_a_budget_elsewhere_are_read_by_an_administrator_of_everything(cast: Cast) -> None:
    budget = drafted(cast)
    budget.area = budget.municipality = Area.objects.get(code="GM0957")
    assert [may_read(one, budget) for one in (cast.noor, cast.yara, cast.ilse)] == [True, False, False]
    assert may_read(in_roermond(cast), budget)
