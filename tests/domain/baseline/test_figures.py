"""Figures are loaded with their source, all or nothing, and shown with the larger area they may describe."""

from __future__ import annotations

import gzip
import os
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.baseline.models import Edition, Measure
from middenstip.domain.baseline.selectors import Series, series_of
from middenstip.domain.baseline.services import EditionData, MeasureData, load_edition
from middenstip.methods.measuring import is_small
from tests.cast import Cast
from tests.domain.baseline.small import dotted, livability, saved, statline
from tests.web.at_the_door import page, walk_in

DATA = Path(os.environ.get("MIDDENSTIP_DATA", Path(__file__).parents[4] / "shared" / "data"))


def load(**options: Any) -> str:
    out = StringIO()
    call_command("load_figures", stdout=out, **options)
    return out.getvalue()


def village() -> Area:
    return Area.objects.get(code="WK015014")


def of(area: Area) -> dict[str, Series]:
    return {one.indicator.key: one for one in series_of(area)}


def test_years_of_two_shapes_become_one_series(cast: Cast, tmp_path: Path) -> None:
    files = [saved(tmp_path, "kwb_2019.csv", dotted()), saved(tmp_path, "kwb_2024.csv", statline())]
    scores = [saved(tmp_path, "lbm_2024.csv.gz", gzip.compress(livability().encode()))]
    for _twice in range(2):
        assert "kwb_2024.csv: 6 cijfers." in load(kwb=files, livability=scores)
        assert Measure.objects.count() == 18
    found = of(village())
    assert [(one.year, one.value) for one in found["inhabitants"].points] == [(2019, 1005), (2024, 1010)]
    newest = found["inhabitants"].newest
    assert (newest.source, newest.table, newest.licence) == ("CBS", "85984NED", "CC BY 4.0")
    assert [one.value for one in found["share_65_plus"].points] == [None, Decimal("23.8")]
    assert [one.indicator.key for one in series_of(village())][:4] == [
        "livability_class",
        "livability_surroundings",
        "livability_cohesion",
        "livability_safety",
    ]
    shown = page(walk_in(None), "/gebied/wk015014/cijfers/")
    for words in (
        "Hier is het sterk",
        "1.010",
        "CBS 85984NED, CC BY 4.0",
        "geen oordeel",
    ):
        assert words in shown
    assert '<polyline points="4.0,28.0 116.0,4.0"/>' in shown
    assert "Van dit gebied zijn nog geen cijfers" in page(walk_in(None), "/gebied/gm0957/cijfers/")
    told = walk_in(None).get("/api/v1/cijfers?gebied=WK015014").json()
    assert told["cijfers"][0]["toelichting"].startswith("De Leefbaarometer rekent")
    one = next(line for line in told["cijfers"] if line["sleutel"] == "inhabitants")
    without = {"ondergrens": None, "bovengrens": None}
    assert one["waarden"] == [
        {"jaar": 2019, "waarde": 1005.0} | without,
        {"jaar": 2024, "waarde": 1010.0} | without,
    ]
    assert walk_in(None).get("/api/v1/cijfers?gebied=GM9999").status_code == 404
    assert walk_in(None).get("/api/v1/cijfers").status_code == 400


def test_a_figure_that_is_missing_is_that_of_the_larger_area_and_small_counts_are_not_shown(
    cast: Cast, tmp_path: Path
) -> None:
    rows = ('"GM0150";103405;19600;0,9', '"WK015014";9;4;.', '"WK015099";5;.;.')
    assert "onbekend gebied: 1 (WK015099)" in load(kwb=[saved(tmp_path, "a_2024.csv", statline(*rows))])
    found = of(village())
    assert [(found[key].newest.level, found[key].is_fallback) for key in ("inhabitants", "distance_gp")] == [
        ("gemeente", True),
        ("gemeente", True),
    ]
    assert "over de hele gemeente" in page(walk_in(None), "/gebied/WK015014/cijfers/")
    Figure.objects.create(area=village(), key="home_value", value=300, year=2022, source="CBS")
    Figure.objects.create(area=village(), key="gas_use", value=None, year=2022, source="CBS")
    found = of(village())
    assert (found["home_value"].newest.licence, found["home_value"].is_fallback) == ("CC BY 4.0", False)
    assert (found["gas_use"].newest.value, found["gas_use"].is_strength) == (None, False)
    load(kwb=[saved(tmp_path, "a_2024.csv", statline('"GM0150";103405;.;0,9', '"WK015014";900;.;0,4'))])
    assert (of(village())["distance_gp"].is_strength, of(village())["inhabitants"].newest.value) == (
        True,
        900,
    )


def test_one_gemeente_is_replaced_and_the_others_stay(cast: Cast, tmp_path: Path) -> None:
    rows = ('"GM0150";1000;200;0,9', '"GM0957";2000;400;1,1')
    path = saved(tmp_path, "kwb_2024.csv", statline(*rows))
    load(kwb=[path])
    saved(tmp_path, "kwb_2024.csv", statline('"GM0150";1100;200;0,9', '"GM0957";1;1;1,1'))
    load(kwb=[path], only="GM0150")
    inhabitants = Measure.objects.filter(key="inhabitants").order_by("area__code")
    assert list(inhabitants.values_list("value", flat=True)) == [1100, 2000]


WRONG = {
    "leeg": (b"", "dit bestand is leeg"),
    "regels": (b"\n;;\n", "dit bestand is leeg"),
    "plaatje": (b"\x89PNG....", r"een plaatje \(PNG\)"),
    "gzip": (b"\x1f\x8b\x08kapot", "dit gzip-bestand is beschadigd"),
    "windows": (statline('"GM0150";1;1;"caf\xe9"').encode("cp1252", "ignore"), "regel 2: .*geen UTF-8"),
    "nul": (statline('"GM0150";1;1;\x00').encode(), "NUL"),
    "lang": (b"x" * 200_001, "regel 1: deze regel is te lang"),
    "tabel": (b"naam;getal;meer\nx;1;2\n", 'regel 1: de kolom "codering" ontbreekt'),
    "kop": (statline().splitlines()[0].encode(), "er staan geen gebieden in"),
    "kort": (statline('"GM0150";1').encode(), "regel 2: hier staan 2 kolommen"),
    "quote": (statline('"GM0150";1;1;"0,9').encode(), "geen geldige CSV"),
    "code": (statline('"DEVENTER";1;1;0,9').encode(), 'regel 2: "DEVENTER" is geen code'),
    "twee": (
        statline('"GM0150";1;1;0,9', '"GM0150";1;1;0,9').encode(),
        "regel 3, .*GM0150 staat er twee keer",
    ),
    "woord": (
        statline('"GM0150";veel;1;0,9').encode(),
        r'regel 2, kolom "Bevolking/Aantal.*"veel" is geen getal',
    ),
    "punt": (statline('"GM0150";1.200;1;0,9').encode(), "kan 1 zijn of 1200"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_broken_file_is_refused_with_its_place_and_nothing_changes(
    cast: Cast, tmp_path: Path, name: str
) -> None:
    data, said = WRONG[name]
    good = saved(tmp_path, "goed_2023.csv", statline())
    with pytest.raises(CommandError, match=said):
        load(kwb=[good, saved(tmp_path, "fout_2024.csv", data)])
    assert (Measure.objects.count(), Edition.objects.count()) == (0, 0)


def test_a_year_table_or_class_that_does_not_fit_is_refused(cast: Cast, tmp_path: Path) -> None:
    named = saved(tmp_path, "kwb.csv", statline())
    for options, said in (
        ({}, "Kies iets om te laden"),
        ({"kwb": [named]}, "welk jaar is dit"),
        ({"kwb": [named], "year": 2001}, "Kies een jaar van 2013"),
        ({"kwb": [tmp_path / "weg_2024.csv"]}, "kan niet worden geopend"),
        (
            {"livability": [saved(tmp_path, "pc4.csv", "PC4,jaar,lbm\n1011,2022,4\n")], "year": 2022},
            '"code" ontbr',
        ),
        ({"livability": [saved(tmp_path, "l.csv", livability())], "year": 2022}, "dit is 2024, niet 2022"),
        (
            {"livability": [saved(tmp_path, "l.csv", livability("WK015014,Lettele,10,7,5,6,3,8,7,2024"))]}
            | {"year": 2024},
            'kolom "kscore": 10 is geen klasse',
        ),
    ):
        with pytest.raises(CommandError, match=said):
            load(**options)


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_figure_about_fewer_than_ten_people_is_small(value: int, people: int) -> None:
    assert is_small(Decimal(value), people) == (1 <= people <= 9)
    assert not is_small(None, people)
    assert not is_small(Decimal(value), None)


@pytest.mark.skipif(not (DATA / "cbs").is_dir(), reason="the open data are not on this machine")
def test_real_tables_of_three_years_load(cast: Cast) -> None:
    """Only two places of the cast are known here; every row of the country is read and checked."""
    cbs, scores = DATA / "cbs", DATA / "leefbaarometer" / "lbm3_buurten_2024_nl.csv"
    city = Area.objects.get(code="GM0150")
    Area.objects.create(code="GM0363", kind="gemeente", name="Amsterdam", year=2019)
    names = ("kwb_2017_amsterdam_alle_kolommen.csv", "kwb_2019_amsterdam_alle_kolommen.csv")
    load(kwb=[cbs / "kwb_2024_bevolking_nl.csv", *(cbs / name for name in names)], livability=[scores])
    assert of(city)["inhabitants"].newest.value == 103_405
    found = of(Area.objects.get(code="GM0363"))
    assert [(one.year, one.value) for one in found["inhabitants"].points][:2] == [
        (2017, 844_947),
        (2019, 862_965),
    ]
    assert found["homes"].newest.value == 441_490
    assert found["household_size"].newest.value == Decimal("1.8")


def test_a_small_count_is_not_found_by_subtraction(cast: Cast) -> None:
    """Of two wijken one has four households: then the other is not shown either, and a buurt of it is not."""
    city = Area.objects.get(code="GM0150")
    where: dict[str, Any] = {"year": 2024, "municipality": city}
    small = Area.objects.create(code="WK015099", kind="wijk", name="Punt", parent=city, **where)
    buurten = [
        Area.objects.create(
            code=f"BU0150140{n}", kind="buurt", name=f"B{n}", parent=village(), district=village(), **where
        )
        for n in (1, 2)
    ]
    told = {small: 4, village(): 450, buurten[0]: 50, buurten[1]: 400}
    edition = EditionData("CBS", "proef", 2024, "CC BY 4.0", "proef.csv")
    rows = [MeasureData(area.code, "households", Decimal(number)) for area, number in told.items()]
    load_edition(edition, [*rows, MeasureData("GM0150", "households", Decimal(454))], at=cast.at)
    Figure.objects.bulk_create(
        Figure(area=area, key="homes", value=number, source="CBS", year=2023) for area, number in told.items()
    )
    Figure.objects.create(area=buurten[1], key="inhabitants", value=300, source="CBS", year=2023)
    for key, value in (("share_65_plus", 2), ("share_0_14", 20)):  # six people, and sixty
        Figure.objects.create(area=buurten[1], key=key, value=value, source="CBS", year=2023)
    for key in ("households", "homes"):
        shown = {area.name: of(Area.objects.get(pk=area.pk)).get(key) for area in told}
        own = {
            name: None if one is None or one.is_fallback else one.newest.value for name, one in shown.items()
        }
        assert own == {"Punt": None, "Lettele": None, "B1": None, "B2": 400}
    found = of(Area.objects.get(pk=buurten[1].pk))
    assert found["share_0_14"].newest.value == 20
    assert found["share_65_plus"].newest.value is None
