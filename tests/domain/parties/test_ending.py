"""A seat or role ends, today or on an agreed day; it gives no rights after that day."""

from datetime import timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.intake.selectors.turning import case_of
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Membership
from middenstip.domain.parties.rules import ADMIN, HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import leave
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, joins, person, seat_of, table, taken
from tests.web.at_the_door import walk_in


def until(cast: Cast, actor: Actor, days: int) -> None:
    """Set an end date for the seat of this person."""
    Membership.objects.filter(person=actor.person_id).update(until_on=cast.day(days))


def test_a_temporary_seat_is_at_the_table_until_its_end_day(cast: Cast) -> None:
    goal = table(cast)
    until(cast, cast.bas, 30)
    lettele = Area.objects.get(code="WK015014")
    own = parties.own_seat(person=person(cast.bas), half=Half.RESIDENTS, area=lettele, at=cast.tick())
    bas = next(one for one in hats_of_person(person(cast.bas), cast.today) if one.seat_id == own.pk)
    with pytest.raises(Forbidden, match="Eén mens praat hier voor één helft"):
        joins(cast, bas, goal)


def test_a_temporary_seat_shows_its_person_until_its_end_day(cast: Cast) -> None:
    """On the list of the desk, on the page of the case, and in whose turn it is."""
    case = taken(cast)
    until(cast, cast.samira, 30)
    for days, name in ((29, "Samira Haddou"), (30, "")):
        with clock.frozen(cast.at + timedelta(days=days)):
            yara, today = walk_in(cast.yara), clock.today()
            initiative = initiative_page(case.initiative.public_id, None, today)
            assert initiative
            read = case_of(initiative, today)
            texts = [yara.get(url).text for url in ("/balie/?bak=alles", f"/balie/zaak/{case.public_id}/")]
        assert read
        assert (read.handler.name if read.handler else "") == name
        assert [("Samira" in text) for text in texts] == [bool(name)] * 2


def test_a_temporary_seat_can_be_left_earlier(cast: Cast) -> None:
    until(cast, cast.ilse, 30)
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    assert hats_of_person(person(cast.ilse), cast.today) == []


def test_an_erased_person_also_leaves_a_temporary_seat(cast: Cast) -> None:
    goal = table(cast)
    until(cast, cast.marijke, 30)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).state == "gathering"
    assert Membership.objects.get(person=cast.marijke.person_id).until_on == cast.today


def test_a_temporary_role_can_end_earlier_and_ends_once(cast: Cast) -> None:
    ilse = seat_of(cast.ilse)
    grant = parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    Grant.objects.filter(pk=grant.pk).update(until_on=cast.day(30))
    for _ in range(2):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    assert Grant.objects.get(pk=grant.pk).until_on == cast.today
    assert Entry.objects.filter(kind="role.ended").count() == 1


def test_leaving_the_seat_ends_access_to_django_admin(cast: Cast) -> None:
    assert person(cast.noor).is_staff
    parties.leave_seat(person=person(cast.noor), seat=seat_of(cast.noor), at=cast.tick())
    assert not person(cast.noor).is_staff


def test_losing_the_role_ends_access_to_django_admin(cast: Cast) -> None:
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    grant = Grant.objects.get(seat=cast.noor.seat_id, role=ADMIN)
    parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    assert (person(cast.noor).is_staff, person(cast.ilse).is_staff) == (False, True)


def test_the_last_administrator_cannot_end_their_own_role(cast: Cast) -> None:
    """An administrator who left their seat does not count."""
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    with pytest.raises(NotNow, match="de laatste beheerder"):
        parties.end_role(
            by=cast.noor, grant=Grant.objects.get(seat=cast.noor.seat_id, role=ADMIN), at=cast.tick()
        )
    assert person(cast.noor).is_staff


def test_a_person_who_left_the_seat_is_no_administrator(cast: Cast) -> None:
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    parties.take_seat(person=person(cast.tarik), seat=seat_of(cast.ilse), at=cast.tick())
    parties.appoint(seat=seat_of(cast.ilse), role=ADMIN, area=None, at=cast.tick())
    assert (person(cast.ilse).is_staff, person(cast.tarik).is_staff) == (False, True)
