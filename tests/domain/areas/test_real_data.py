"""The real open data of CBS and the Leefbaarometer, if this machine has it."""

from pathlib import Path

import pytest

from middenstip.domain.areas.management.sources.kwb import read_kwb
from middenstip.domain.areas.management.sources.opening import Broken, read_text
from middenstip.domain.areas.management.sources.outlines import read_outlines
from middenstip.domain.areas.models import Area
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import real

DEMO = Path(__file__).resolve().parents[3] / "src" / "middenstip" / "demo" / "deventer.json"


@pytest.mark.parametrize(
    ("year", "inhabitants", "value", "distance"), [(2017, 844_947, 290, "0.5"), (2019, 862_965, 375, "0.5")]
)
def test_older_tables_with_headers_changed_by_r_are_read(
    year: int, inhabitants: int, value: int, distance: str
) -> None:
    table = read_kwb(read_text(real(f"cbs/kwb_{year}_amsterdam_alle_kolommen.csv")), "kwb", year)

    figures = {one.key: one.value for one in table.figures if one.code == "GM0363"}
    assert table.areas[0].name == "Amsterdam"
    assert figures["inhabitants"] == inhabitants
    assert figures["home_value"] == value
    assert str(figures["distance_gp"]) == distance


def test_the_whole_country_has_342_gemeenten() -> None:
    table = read_kwb(read_text(real("cbs/kwb_2024_bevolking_nl.csv")), "kwb", 2024)

    counts = {kind: sum(one.code.startswith(kind) for one in table.areas) for kind in ("GM", "WK", "BU")}
    assert counts == {"GM": 342, "WK": 3393, "BU": 14_574}
    assert len({one.code for one in table.areas}) == sum(counts.values())


@pytest.mark.parametrize(
    ("name", "year", "number"),
    [
        ("geo/cbs_gemeenten_2023_kerncijfers.geojson", 2023, 342),
        ("geo/cbs_gemeente_gegeneraliseerd_2022.geojson", 2022, 345),
        ("leefbaarometer/lbm3_gemeenten_2024_nl.geojson", 2024, 342),
    ],
)
def test_outlines_of_every_source_are_read(name: str, year: int, number: int) -> None:
    found = read_outlines(read_text(real(name)), name, None)

    assert len(found.outlines) == number
    assert {one.year for one in found.outlines} == {year}


def test_another_cbs_table_is_refused_with_its_missing_columns() -> None:
    for name, column in [
        ("cbs/regionale_kerncijfers_2025_gemeenten.csv", "Codering"),
        ("cbs/ses_woa_2019_amsterdam.csv", "Aantal inwoners"),
    ]:
        with pytest.raises(Broken, match=f'de kolom "{column}" ontbreekt'):
            read_kwb(read_text(real(name)), "tabel", 2025)


@pytest.mark.django_db
def test_the_demo_area_is_small_has_its_source_and_is_complete(run: Run, tmp_path: Path) -> None:
    run(compact=DEMO, only="GM0150", active=True, write_compact=tmp_path / "again.json")

    text = DEMO.read_text()
    assert (tmp_path / "again.json").read_text() == text
    assert len(text.encode()) <= 80_000
    assert "Bron: CBS, CC BY 4.0" in text
    kinds = Area.objects.values_list("kind", flat=True)
    assert [list(kinds).count(kind) for kind in ("gemeente", "wijk", "buurt")] == [1, 15, 69]
    assert Area.objects.get(code="GM0150").inhabitants == 103_405
    assert Area.objects.exclude(lon=None).count() == 79
