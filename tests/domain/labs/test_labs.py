"""A lab of three halves: opened, moved twice; a check that fails; a half that leaves and comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.labs import rules, services, tasks
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import Lab, LabHost, LabPlace, OtherDay, RoleCheck
from middenstip.domain.labs.selectors import hosts_of, place_of, places_of
from middenstip.domain.parties.models import Membership, Seat
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of
from tests.notices.ears import heard, post

RIGHT = {asked.key: asked.right for asked in CHECK}
TOLD = {"name": "De Werf", "aim": "Een plek om plannen te maken.", "months": 12, "money": "De wijk."}
WEEK = ["9.00-17.00"] * 5 + ["", ""]


def planned(cast: Cast, **more: Any) -> Lab:
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    return publish_text.lab(by=cast.marijke, told={**TOLD, **more}, area=area, at=cast.tick())


def host(lab: Lab, by: Actor) -> LabHost:
    return LabHost.objects.get(lab=lab, seat=by.seat_id)


def joins(cast: Cast, lab: Lab, by: Actor) -> LabHost:
    services.do_check(by=by, answers=RIGHT, at=cast.tick())
    return services.join_lab(by=by, host=host(lab, by), at=cast.tick())


def moved(cast: Cast, lab: Lab, name: str = "School", days: int = 0, **more: Any) -> LabPlace:
    told = {"name": name, "address": "Dorpsstraat 1", **more}
    return services.move_lab(
        by=cast.marijke, lab=lab, told=told, hours=WEEK, from_on=cast.day(days), at=cast.tick()
    )


def opened(cast: Cast) -> Lab:
    """A lab that three halves opened."""
    lab = planned(cast)
    for actor in (cast.ilse, cast.bas):
        services.ask_host(by=cast.marijke, lab=lab, seat=seat_of(actor), at=cast.tick())
    for actor in (cast.marijke, cast.ilse, cast.bas):
        joins(cast, lab, actor)
    moved(cast, lab)
    return services.open_lab(by=cast.marijke, lab=lab, at=cast.tick())


def test_a_half_that_leaves_takes_the_name_along_after_eight_weeks_and_brings_it_back(cast: Cast) -> None:
    lab = planned(cast)
    with pytest.raises(NotNow, match="Nog niet alles"):
        services.open_lab(by=cast.marijke, lab=lab, at=cast.tick())
    for actor in (cast.ilse, cast.bas):
        services.ask_host(by=cast.marijke, lab=lab, seat=seat_of(actor), at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-1] == "Draag je dit lab mee? De Werf"
    with pytest.raises(Forbidden, match="rolcheck"):
        services.join_lab(by=cast.bas, host=host(lab, cast.bas), at=cast.tick())
    wrong = services.do_check(by=cast.bas, answers={**RIGHT, "eigenaar": "gemeente"}, at=cast.tick())
    assert wrong == ["eigenaar"]
    with pytest.raises(Forbidden, match="rolcheck"):
        services.join_lab(by=cast.bas, host=host(lab, cast.bas), at=cast.tick())
    for actor in (cast.marijke, cast.ilse, cast.bas):
        joins(cast, lab, actor)
    assert RoleCheck.objects.get(person=cast.bas.person_id).tries == 2
    with pytest.raises(Forbidden, match="Alleen de zetel"):
        services.join_lab(by=cast.tarik, host=host(lab, cast.bas), at=cast.tick())
    moved(cast, lab)
    lab = services.open_lab(by=cast.bas, lab=lab, at=cast.tick())
    assert rules.is_stadslab(lab)
    for name, days in (("Oude winkel", 30), ("Bibliotheek", 60)):
        moved(cast, lab, name, days)
    with pytest.raises(Invalid):
        moved(cast, lab, "Terug in de tijd", 40)
    now = place_of(lab)
    assert now
    assert now.name == "Bibliotheek"
    services.leave_lab(by=cast.ilse, host=host(lab, cast.ilse), at=cast.tick(days=61))
    lab.refresh_from_db()
    assert [one.is_there(cast.today) for one in places_of(lab)] == [True, False, False]
    assert (lab.missing, rules.is_stadslab(lab)) == (("overheid",), True)
    assert rules.loses_name_on(lab) == cast.day(56)
    post(cast)
    assert heard(cast.bas)[-1] == "Stopt ermee: De Werf"
    tasks.look_over(cast.tick(days=55))
    lab.refresh_from_db()
    assert not lab.is_unnamed
    for _twice in range(2):
        tasks.look_over(cast.tick(days=1))
    lab.refresh_from_db()
    assert (lab.is_unnamed, rules.is_stadslab(lab)) == (True, False)
    joins(cast, lab, cast.ilse)
    lab.refresh_from_db()
    assert (lab.missing, lab.missing_since, rules.is_stadslab(lab)) == ((), None, True)
    tasks.look_over(cast.tick(days=260))  # by now the checks of marijke and bas are a year old
    states = {one.seat_id: one.state for one in hosts_of(lab)}
    assert states == {
        cast.marijke.seat_id: "lapsed",
        cast.bas.seat_id: "lapsed",
        cast.ilse.seat_id: "joined",
    }
    post(cast)
    assert heard(cast.bas)[-1] == "Doe de rolcheck opnieuw: De Werf"
    joins(cast, lab, cast.bas)
    with pytest.raises(Invalid):
        services.close_lab(by=cast.bas, lab=lab, why=" ", at=cast.tick())
    closed = services.close_lab(by=cast.bas, lab=lab, why="Het gebouw wordt verkocht.", at=cast.tick())
    assert (closed.state, closed.missing_since) == ("closed", None)
    with pytest.raises(NotNow):
        joins(cast, lab, cast.marijke)


def test_who_may_not_and_what_cannot_be(cast: Cast) -> None:
    for wrong in ({"name": " "}, {"aim": ""}, {"months": 121}):
        with pytest.raises(Invalid):
            planned(cast, **wrong)
    lab = planned(cast)
    asking: dict[str, Any] = {"by": cast.marijke, "lab": lab}
    services.ask_host(**asking, seat=seat_of(cast.bas), at=cast.tick())
    with pytest.raises(Invalid, match="al gevraagd"):
        services.ask_host(**asking, seat=seat_of(cast.bas), at=cast.tick())
    services.refuse_lab(by=cast.bas, host=host(lab, cast.bas), at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-1] == "Draagt niet mee: De Werf"
    services.ask_host(**asking, seat=seat_of(cast.bas), at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie zelf"):
        services.refuse_lab(by=cast.tarik, host=host(lab, cast.bas), at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.ask_host(by=cast.tarik, lab=lab, seat=seat_of(cast.ilse), at=cast.tick())
    Membership.objects.filter(seat=cast.ilse.seat_id).update(until_on=cast.today)
    with pytest.raises(Invalid, match="leeg"):
        services.ask_host(**asking, seat=seat_of(cast.ilse), at=cast.tick())
    full = planned(cast, name="Vol")
    many = Seat.objects.bulk_create(
        Seat(title=f"bewoner {number}", area=full.area, half="bewoners") for number in range(29)
    )
    LabHost.objects.bulk_create(LabHost(lab=full, seat=seat, half="bewoners", at=cast.at) for seat in many)
    with pytest.raises(NotNow, match="dertig"):
        services.ask_host(by=cast.marijke, lab=full, seat=seat_of(cast.bas), at=cast.tick())
    for wrong in (
        {"name": ""},
        {"is_popup": True},
        {"is_popup": True, "until_on": cast.today},
    ):
        with pytest.raises(Invalid):
            moved(cast, lab, **wrong)
    changed = publish_text.lab_text(by=cast.marijke, lab=lab, told={**TOLD, "months": None}, at=cast.tick())
    assert changed.months == 0
    LabPlace.objects.bulk_create(
        LabPlace(lab=lab, name="x", hours=WEEK, is_popup=True, from_on=cast.today, until_on=cast.day(1))
        for _ in range(100)
    )
    with pytest.raises(NotNow, match="honderd"):
        moved(cast, lab)
    services.hide_lab(code=lab.public_id, words="Deze tekst is verborgen.", by=cast.noor, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        services.open_lab(by=cast.marijke, lab=lab, at=cast.tick())
    services.show_lab(code=lab.public_id, by=cast.noor, at=cast.tick())
    assert Lab.objects.get(pk=lab.pk).name == "De Werf"


def test_a_place_is_open_on_the_hours_that_stand_on_its_door(cast: Cast) -> None:
    lab = planned(cast)
    place = moved(cast, lab)
    with pytest.raises(Invalid):
        services.change_hours(by=cast.marijke, place=place, hours=["9-17"] * 7, at=cast.tick())
    services.change_hours(by=cast.marijke, place=place, hours=["", *WEEK[1:]], at=cast.tick())
    told: dict[str, Any] = {"by": cast.marijke, "place": place}
    for day, hours in ((None, ""), (cast.day(-1), ""), (cast.day(3), "x")):
        with pytest.raises(Invalid):
            services.set_other_day(**told, on=day, hours=hours, why="", at=cast.tick())
    tuesday, christmas = datetime(2026, 11, 3).date(), datetime(2026, 12, 25).date()  # noqa: DTZ001
    services.set_other_day(**told, on=tuesday, hours="", why="Studiedag", at=cast.tick())
    services.set_other_day(**told, on=tuesday, hours="13.00-15.00", why="Studiedag", at=cast.tick())
    others = list(OtherDay.objects.all())
    zone = timezone.get_default_timezone()
    wanted = {
        datetime(2026, 11, 2, 10, tzinfo=zone): False,  # a Monday
        datetime(2026, 11, 3, 10, tzinfo=zone): False,
        datetime(2026, 11, 3, 13, tzinfo=zone): True,
        datetime(2026, 11, 4, 16, 59, tzinfo=zone): True,
        datetime(2026, 11, 4, 17, tzinfo=zone): False,
        datetime(2026, 10, 30, 10, tzinfo=zone): False,  # before it came there
        datetime(2026, 12, 25, 10, tzinfo=zone): False,
    }
    assert {moment: rules.is_open_at(place, others, moment) for moment in wanted} == wanted
    assert rules.hours_on(place, others, christmas).why == "feestdag"
    services.set_other_day(**told, on=christmas, hours="12.00-14.00", why="Kerstmaal", at=cast.tick())
    assert rules.hours_on(place, list(OtherDay.objects.all()), christmas).hours == "12.00-14.00"
    week = [one.hours for one in rules.week_of(place, others, cast.today)]
    assert week[:3] == ["", "13.00-15.00", "9.00-17.00"]
    assert rules.hours_of("17.00-9.00") is None
    OtherDay.objects.bulk_create(OtherDay(place=place, on=cast.day(100 + number)) for number in range(58))
    with pytest.raises(NotNow, match="zestig"):
        services.set_other_day(**told, on=cast.day(5), hours="", why="", at=cast.tick())
    place.hours = []
    assert rules.hours_on(place, [], cast.day(2)).hours == ""


def test_a_host_who_leaves_for_good_hosts_no_lab_any_more(cast: Cast) -> None:
    lab = opened(cast)
    other = planned(cast, name="Nog een")
    services.ask_host(by=cast.marijke, lab=other, seat=seat_of(cast.bas), at=cast.tick())
    services.stop_hosting(by=cast.bas, at=cast.tick())
    services.drop_check_of(person=person(cast.bas))
    lab.refresh_from_db()
    assert lab.missing == ("ondernemers",)
    assert not RoleCheck.objects.filter(person=cast.bas.person_id).exists()
    assert [one.state for one in (host(lab, cast.bas), host(other, cast.bas))] == ["left", "refused"]
