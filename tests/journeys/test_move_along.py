"""Two gemeenten become one: the old ones are past, and what lay there moves along."""

from __future__ import annotations

from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import active_municipalities, find_places, ground_of
from middenstip.domain.areas.services import AreaData, OutlineData, import_areas
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import move_along
from tests.cast import Cast, agreement, draft, submitted
from tests.domain.areas.small import square


def old_country() -> None:
    """Appingedam and Delfzijl in 2020, each with a wijk; Groningen stays."""
    names = (("GM0003", "Appingedam"), ("GM0010", "Delfzijl"), ("GM0014", "Groningen"))
    wijken = (("WK000300", "Opwierde"), ("WK001000", "Farmsum"))
    areas = [AreaData(code, name, 2020, 12_000) for code, name in (*names, *wijken)]
    import_areas(
        areas, [border("GM0003", 6.8, 2020), border("GM0010", 6.9, 2020), border("GM0014", 6.5, 2020)]
    )


def new_country() -> None:
    """Eemsdelta in 2021, around both, with a wijk where Appingedam lay."""
    areas = [
        AreaData(code, name, 2021, 45_000)
        for code, name in (("GM1979", "Eemsdelta"), ("WK197901", "Appingedam Stad"), ("GM0014", "Groningen"))
    ]
    borders = [
        border("GM1979", 6.8, 2021, size=0.2),
        border("WK197901", 6.8, 2021),
        border("GM0014", 6.5, 2021),
    ]
    import_areas(areas, borders)


def border(code: str, west: float, year: int, size: float = 0.1) -> OutlineData:
    return OutlineData(code, square(west, 53.3, size), year, "CBS")


def place(initiative: Initiative, **where: Any) -> None:
    Initiative.objects.filter(pk=initiative.pk).update(**where)


def test_an_abolished_gemeente_is_past_and_its_initiatives_move_along(cast: Cast) -> None:
    old_country()
    appingedam, wijk = Area.objects.get(code="GM0003"), Area.objects.get(code="WK000300")
    Area.objects.filter(pk=appingedam.pk).update(is_active=True)
    made = agreement(cast)
    assert made.initiative
    here, nowhere = made.initiative, draft(cast, "Ergens")
    Area.objects.filter(code="GM0150").update(year=2021)
    goal = made.goal
    assert goal
    for row in (goal, made):
        type(row).objects.filter(pk=row.pk).update(municipality=appingedam)
    place(here, area=wijk, district=wijk, municipality=appingedam, lon=6.85, lat=53.35)
    place(nowhere, area=appingedam, district=None, municipality=appingedam, lon=None, lat=None)
    type(here.case).objects.filter(pk=here.case.pk).update(municipality=appingedam)
    assert move_along.settle() == 0
    new_country()
    eemsdelta = Area.objects.get(code="GM1979")
    assert {area.code for area in find_places("Appingedam")} == {"WK197901"}
    assert "Eemsdelta" in [area.name for area in active_municipalities()]
    assert "Appingedam" not in [area.name for area in active_municipalities()]
    ground = ground_of("GM1979")
    assert ground
    assert {"GM0003", "GM0010", "GM1979"} <= set(ground.codes)
    assert Area.objects.get(code="GM0014").municipality.code == "GM0014"
    assert move_along.settle() == 2
    here, nowhere = Initiative.objects.get(pk=here.pk), Initiative.objects.get(pk=nowhere.pk)
    assert (here.area.code, here.municipality.code) == ("WK197901", "GM1979")
    assert (nowhere.area.code, nowhere.district, nowhere.municipality.code) == ("GM1979", None, "GM1979")
    for row in (goal, made, here.case):
        row.refresh_from_db()
        assert row.municipality == eemsdelta
    assert move_along.settle() == 0


def test_a_gemeente_of_which_nothing_newer_is_known_stays(cast: Cast) -> None:
    old_country()
    import_areas([AreaData("GM0150", "Deventer", 2026)], [border("GM0150", 6.0, 2026)])
    assert {area.name for area in find_places("Appingedam")} == {"Appingedam"}
    assert submitted(cast).municipality.code == "GM0150"
