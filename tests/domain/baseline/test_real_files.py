"""Every file of open data on this machine loads, meets the codes of CBS, and tells what stands in it."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from middenstip.domain.areas.management.sources.outlines import read_outline_file
from middenstip.domain.areas.models import Area
from middenstip.domain.baseline.management.sources import kwb, livability, ses
from middenstip.domain.baseline.models import Edition, Measure
from tests.domain.areas.small import real

SCORES = "leefbaarometer/lbm3_buurten_2024_nl.csv"
CITIES = {
    "GM0150_deventer": 63,
    "GM0402_hilversum": 34,
    "GM0796_s-hertogenbosch": 88,
    "GM0797_heusden": 16,
    "GM0938_meerssen": 13,
    "GM0957_roermond": 35,
    "GM1507_horst-aan-de-maas": 43,
}


def run(command: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_the_whole_country_loads_and_every_score_meets_a_code() -> None:
    files = {"kwb": [real("cbs/kwb_2024_bevolking_nl.csv")]}
    assert "Klaar: 18309 gebieden" in run("import_areas", **files)
    files["regional"] = [real("cbs/regionale_kerncijfers_2025_gemeenten.csv")]
    files["livability"] = [real(SCORES), real("leefbaarometer/lbm3_gemeenten_2024_nl.geojson")]
    said = run("load_figures", **files)

    assert "onbekend" not in said
    assert "regionale_kerncijfers_2025_gemeenten.csv: 2052 cijfers." in said  # six of 342 gemeenten
    scored = Measure.objects.filter(key="livability_class", edition__source="Leefbaarometer")
    assert scored.filter(area__kind="buurt").count() == 12_147
    assert scored.filter(area__kind="gemeente").count() == 342
    assert Edition.objects.count() == 3
    # Read from the files by hand.
    for code, year, key, value in (
        ("GM0150", 2024, "inhabitants", "103405"),  # Deventer
        ("GM1680", 2024, "share_65_plus", "28.5"),  # Aa en Hunze: 7,368 of 25,845
        ("WK168001", 2024, "inhabitants", "1460"),  # Eext
        ("BU16800009", 2024, "inhabitants", "140"),  # Verspreide huizen Annen
        ("GM0757", 2025, "households", "15464"),  # Boxtel
        ("GM0757", 2025, "share_one_person", "35.8"),  # 5,539 of 15,464
        ("GM1680", 2025, "household_size", "2.21"),
        ("BU00140003", 2024, "livability_class", "7"),  # Binnenstad-West
        ("BU00140001", 2024, "livability_safety", "3"),  # Binnenstad-Zuid
        ("GM0014", 2024, "livability_amenities", "7"),  # Groningen
    ):
        found = Measure.objects.get(area__code=code, key=key, edition__year=year)
        assert (code, key, found.value) == (code, key, Decimal(value))


def test_amsterdam_in_the_older_shapes() -> None:
    """Three figures that were read from each file by hand, and how many areas it has."""
    for year, number, told in (
        (2017, 579, {"inhabitants": "844947", "home_value": "290", "household_size": "1.8"}),
        (2019, 579, {"inhabitants": "862965", "homes": "441490", "home_value": "375"}),
    ):
        rows = list(kwb.measures(real(f"cbs/kwb_{year}_amsterdam_alle_kolommen.csv"), year))
        city = {one.key: one.value for one in rows if one.code == "GM0363"}
        assert {key: city[key] for key in told} == {key: Decimal(value) for key, value in told.items()}
        assert len({one.code for one in rows}) == number
    rows = list(ses.measures(real("cbs/ses_woa_2019_amsterdam.csv"), 2019))
    scores = {one.code: one.value for one in rows if one.key == "status_score"}
    assert len(scores) == 579
    told = [scores[code] for code in ("GM0363", "BU03630102", "BU03630100")]
    assert told == [Decimal("-0.100"), Decimal("-0.066"), None]


@pytest.mark.parametrize(
    ("name", "outlines", "coarse"),
    [
        ("geo/cbs_buurten_2021_ermelo.gpkg", 16, 0),  # of 17 one is water
        ("geo/cbs_gemeente_gegeneraliseerd_2022.geojson", 345, 0),
        ("geo/cbs_gemeenten_2023_kerncijfers.geojson", 342, 0),
        ("geo/cbs_wijk_2014.topojson", 2696, 42),
        ("leefbaarometer/lbm3_buurten_2024_nl.geojson.gz", 12_147, 0),
        *((f"leefbaarometer/lbm3_buurten_2024_{name}.geojson", one, 0) for name, one in CITIES.items()),
    ],
)
def test_every_file_with_borders_is_read(name: str, outlines: int, coarse: int) -> None:
    path = real(name)
    found = read_outline_file(path, int(next(part for part in path.stem.split("_") if part.isdigit())))
    assert (len(found.outlines), len(found.coarse)) == (outlines, coarse)


def test_the_map_and_the_table_of_the_scores_say_the_same() -> None:
    table = list(livability.measures(real(SCORES), 2024))
    drawn = list(livability.measures(real("leefbaarometer/lbm3_buurten_2024_nl.geojson.gz"), 2024))
    assert sorted(table, key=_by_code) == sorted(drawn, key=_by_code)


@pytest.mark.django_db
def test_scores_of_postcodes_are_refused() -> None:
    with pytest.raises(CommandError, match="scores per postcode"):
        run("load_figures", livability=[real("leefbaarometer/lbm3_scores_pc4_2002_2022.csv")], year=2022)


@pytest.mark.django_db
def test_the_buurten_of_ermelo_come_from_metres() -> None:
    """The middle of the village in degrees, as the map of the Netherlands has it."""
    path: Path = real("geo/cbs_buurten_2021_ermelo.gpkg")
    Area.objects.create(code="GM0233", kind="gemeente", name="Ermelo", year=2021)
    city = Area.objects.get()
    wijk = Area.objects.create(code="WK023300", kind="wijk", name="Ermelo", year=2021, parent=city)
    Area.objects.create(code="BU02330000", kind="buurt", name="Ermelo", year=2021, parent=wijk)
    run("import_areas", outlines=[path])
    found = Area.objects.get(code="BU02330000")
    assert (found.lon, found.lat) == (pytest.approx(5.62, abs=0.02), pytest.approx(52.30, abs=0.02))


def _by_code(one: Any) -> tuple[str, str]:
    return one.code, one.key
