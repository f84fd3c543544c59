"""Gemeenten lie in provincies, which come with any import and are read like any other area."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from middenstip.domain.areas.content import NAMES, province_of
from middenstip.domain.areas.models import Area, Kind, Outline, column_of, level_of
from middenstip.domain.areas.selectors import (
    area_by_code,
    area_rows,
    find_places,
    ground_of,
    wijken_with_buurten,
)
from middenstip.domain.areas.services import AreaData, OutlineData, dissolve_outlines, import_areas
from middenstip.domain.areas.services.provinces import place_in_provinces
from tests.domain.areas.small import real, square

ROWS = (
    AreaData("GM0150", "Deventer", 2024, 103405),
    AreaData("WK015014", "Lettele", 2024, 1010),
    AreaData("BU01501400", "Lettele", 2024, 700),
    AreaData("GM0193", "Zwolle", 2024, 133000),
    AreaData("GM0171", "Noordoostpolder", 2024, 50000),
    AreaData("GM9998", "Nergens", 2024, 10),
)


@pytest.fixture
def imported(db: None) -> None:
    import_areas(ROWS)


def test_an_import_puts_each_gemeente_in_its_provincie(imported: None) -> None:
    found = Area.objects.filter(kind=Kind.MUNICIPALITY).order_by("code")
    assert list(found.values_list("code", "parent__code", "parent__name")) == [
        ("GM0150", "PV23", "Overijssel"),
        ("GM0171", "PV24", "Flevoland"),
        ("GM0193", "PV23", "Overijssel"),
        ("GM9998", None, None),
    ]
    overijssel = Area.objects.get(code="PV23")
    assert (overijssel.year, overijssel.municipality, overijssel.inhabitants) == (2024, None, None)
    assert overijssel.where == {"area": "PV23", "district": "", "municipality": ""}
    assert place_in_provinces() == 0
    import_areas([AreaData("GM0150", "Deventer", 2025)])
    assert Area.objects.get(code="PV23").year == 2025


def test_every_gemeente_of_the_country_has_its_provincie() -> None:
    lines = real("cbs/kwb_2024_bevolking_nl.csv").read_text(encoding="utf-8-sig").splitlines()
    codes = {cell[1:7] for line in lines for cell in line.split(";") if cell.startswith('"GM')}
    counted = {code: sum(province_of(one) == code for one in codes) for code in NAMES}
    assert counted == {
        "PV20": 10,
        "PV21": 18,
        "PV22": 12,
        "PV23": 25,
        "PV24": 6,
        "PV25": 51,
        "PV26": 26,
        "PV27": 44,
        "PV28": 50,
        "PV29": 13,
        "PV30": 56,
        "PV31": 31,
    }


def test_a_provincie_is_found_and_holds_its_gemeenten(imported: None) -> None:
    assert [one.code for one in find_places("overij")] == ["PV23"]
    ground = ground_of("pv23")
    assert ground
    assert (ground.area.name, ground.parents, ground.codes) == ("Overijssel", [], ["GM0150", "GM0193"])
    assert [one["code"] for one in ground.drawn if one["role"] == "link"] == ["GM0150", "GM0193"]
    inner = ground_of("BU01501400")
    assert inner
    assert [one.code for one in inner.parents] == ["PV23", "GM0150", "WK015014"]
    city = area_by_code("GM0150")
    assert city
    assert city.parent_id == Area.objects.get(code="PV23").pk
    inside = area_rows(area_by_code("PV23"), "", "", 10)
    assert [one["code"] for one in inside] == ["BU01501400", "GM0150", "GM0193", "PV23", "WK015014"]
    assert [(one.code, len(some)) for one, some in wijken_with_buurten("GM0150")] == [("WK015014", 1)]


def test_its_border_is_that_of_its_gemeenten_together(imported: None) -> None:
    borders = [
        OutlineData(code, square(6 + n / 100, 52), 2024, "CBS") for n, code in enumerate(("GM0150", "GM0193"))
    ]
    import_areas((), borders)
    dissolve_outlines("GM0150")
    assert not Outline.objects.filter(area__code="PV23").exists()
    dissolve_outlines()
    outline = Outline.objects.get(area__code="PV23")
    assert (outline.source, outline.year) == ("CBS", 2024)
    assert Area.objects.get(code="PV23").lon == pytest.approx(6.01)


def test_a_provincie_lies_in_nothing(imported: None) -> None:
    for broken in ({"parent": Area.objects.get(code="PV24")}, {"code": "PV2"}):
        with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
            Area.objects.filter(code="PV23").update(**broken)


def test_the_columns_of_a_kind() -> None:
    assert {kind.value: (level_of(kind), column_of(kind)) for kind in Kind} == {
        "provincie": ("municipality", "municipality__parent"),
        "gemeente": ("municipality", "municipality"),
        "wijk": ("district", "district"),
        "buurt": ("area", "area"),
        "eigen": ("area", "area"),
    }
