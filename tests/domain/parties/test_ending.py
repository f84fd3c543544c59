"""A seat or a role ends, today or on a day that was agreed; nothing of it works after that day."""

from datetime import timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Membership
from middenstip.domain.parties.rules import ADMIN, HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.standing import standing_of
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, leave
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, person, seat_of, table, taken
from tests.web.at_the_door import walk_in


def until(cast: Cast, actor: Actor, days: int) -> None:
    """This person helps for a while: the seat has an end date."""
    Membership.objects.filter(person=actor.person).update(until_on=cast.day(days))


def test_who_sits_until_a_day_is_at_the_table_until_then(cast: Cast) -> None:
    goal = table(cast)
    until(cast, cast.bas, 30)
    lettele = Area.objects.get(code="WK015014")
    own = parties.own_seat(person=person(cast.bas), half=Half.RESIDENTS, area=lettele, at=cast.tick())
    bas = next(one for one in hats_of_person(person(cast.bas), cast.today) if one.seat == own.pk)
    with pytest.raises(Forbidden, match="Eén mens praat hier voor één helft"):
        agree_goal.join(by=bas, goal=goal, at=cast.tick())


def test_who_sits_until_a_day_is_named_until_then(cast: Cast) -> None:
    """On the list of the desk, on the page of the case, and where the ball lies."""
    case = taken(cast)
    until(cast, cast.samira, 30)
    for days, name in ((29, "Samira Haddou"), (30, "")):
        with clock.frozen(cast.at + timedelta(days=days)):
            yara, at_desk = walk_in(cast.yara), standing_of(case.initiative, clock.today()).case
            texts = [yara.get(url).text for url in ("/balie/?bak=alles", f"/balie/zaak/{case.public_id}/")]
        assert at_desk
        assert at_desk["name"] == name
        assert [("Samira" in text) for text in texts] == [bool(name)] * 2


def test_who_sits_until_a_day_may_leave_before(cast: Cast) -> None:
    until(cast, cast.ilse, 30)
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    assert hats_of_person(person(cast.ilse), cast.today) == []


def test_who_wipes_everything_leaves_a_temporary_seat_too(cast: Cast) -> None:
    goal = table(cast)
    until(cast, cast.marijke, 30)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).state == "gathering"
    assert Membership.objects.get(person=cast.marijke.person).until_on == cast.today


def test_a_role_with_an_end_can_end_before_and_ends_once(cast: Cast) -> None:
    ilse = seat_of(cast.ilse)
    grant = parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    Grant.objects.filter(pk=grant.pk).update(until_on=cast.day(30))
    for _ in range(2):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    assert Grant.objects.get(pk=grant.pk).until_on == cast.today
    assert Entry.objects.filter(kind="role.ended").count() == 1


def test_the_technical_administration_closes_with_the_seat_of_the_administrator(cast: Cast) -> None:
    assert person(cast.noor).is_staff
    parties.leave_seat(person=person(cast.noor), seat=seat_of(cast.noor), at=cast.tick())
    assert not person(cast.noor).is_staff


def test_the_technical_administration_closes_with_the_role(cast: Cast) -> None:
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    grant = Grant.objects.get(seat=cast.noor.seat, role=ADMIN)
    parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    assert (person(cast.noor).is_staff, person(cast.ilse).is_staff) == (False, True)


def test_the_last_administrator_cannot_end_the_own_role(cast: Cast) -> None:
    """Whoever got up from the seat of another administrator does not count."""
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    with pytest.raises(NotNow, match="de laatste beheerder"):
        parties.end_role(
            by=cast.noor, grant=Grant.objects.get(seat=cast.noor.seat, role=ADMIN), at=cast.tick()
        )
    assert person(cast.noor).is_staff


def test_who_is_gone_from_the_seat_is_no_administrator(cast: Cast) -> None:
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    parties.take_seat(person=person(cast.tarik), seat=seat_of(cast.ilse), at=cast.tick())
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    assert (person(cast.ilse).is_staff, person(cast.tarik).is_staff) == (False, True)
