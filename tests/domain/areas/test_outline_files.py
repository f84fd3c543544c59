"""Borders in the other files of CBS: a GeoPackage in RD, and a TopoJSON on a coarse grid."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from django.core.management.base import CommandError

from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.management.sources.outlines import read_outline_file, read_outlines
from middenstip.domain.areas.management.sources.rd import to_degrees
from middenstip.domain.areas.models import Outline
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import kwb

BOX = shapely.box(200_000, 470_000, 201_000, 471_000)
CODE = "BU09990101"
REST = CODE, "", "2021", 1


def blob(shape: Any = BOX, flags: int = 1, envelope: bytes = b"") -> bytes:
    """A geometry as a GeoPackage stores it: header, envelope, WKB."""
    return b"GP\x00" + bytes([flags]) + (28992).to_bytes(4, "little") + envelope + shapely.to_wkb(shape)


def package(path: Path, *rows: tuple[Any, ...], system: int = 28992, layer: str = "features") -> Path:
    """A GeoPackage with one layer of buurten, in the columns of CBS of 2021."""
    with sqlite3.connect(path) as kept:
        kept.execute("CREATE TABLE gpkg_contents (table_name, data_type)")
        kept.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)")
        kept.execute("INSERT INTO gpkg_contents VALUES ('buurten', ?)", [layer])
        kept.execute("INSERT INTO gpkg_geometry_columns VALUES ('buurten', 'geom', ?)", [system])
        kept.execute("CREATE TABLE buurten (geom, buurtcode, water, jaarstatcode, aantal_inwoners)")
        kept.executemany("INSERT INTO buurten VALUES (?, ?, ?, ?, ?)", rows)
    kept.close()
    return path


def topology(**more: Any) -> dict[str, Any]:
    """Two wijken beside each other, that share the border in the middle; and one that is only a line."""
    wijken = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"statcode": "WK099901"}},
        {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "properties": {"statcode": "WK099902"}},
        {"type": "Polygon", "arcs": [[3]], "properties": {"statcode": "WK099903"}},
        {"type": None, "properties": {"statcode": "WK099904"}},
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [0.01, 0.01], "translate": [6, 52]},
        "arcs": [
            [[1, 0], [0, 1]],
            [[1, 1], [-1, 0], [0, -1], [1, 0]],
            [[1, 0], [1, 0], [0, 1], [-1, 0]],
            [[5, 5], [1, 0], [-1, 0]],
        ],
        "objects": {"wijken": {"type": "GeometryCollection", "geometries": wijken}},
        **more,
    }


@pytest.mark.parametrize(
    ("x", "y", "lon", "lat"),
    [
        (155_000, 463_000, 5.387204, 52.155172),  # Amersfoort
        (121_687, 487_484, 4.898010, 52.374218),  # Amsterdam, as PROJ computes it
        (176_331, 317_462, 5.690060, 50.846601),  # Maastricht
        (233_883, 582_065, 6.568196, 53.219380),  # Groningen
    ],
)
def test_the_dutch_grid_becomes_degrees_within_half_a_metre(x: int, y: int, lon: float, lat: float) -> None:
    found = to_degrees(np.array([[x, y]], dtype=float))[0]
    assert found == pytest.approx([lon, lat], abs=4e-6)


def test_a_geopackage_is_read_with_its_figures_and_without_water(tmp_path: Path) -> None:
    rows = (
        (blob(), CODE, "NEE", "2021BU09990101", 1150),
        (blob(BOX, 3, b"\x00" * 32), "BU099901A2", "NEE", "2021BU099901A2", -99997),
        (blob(), "BU09990199", "JA", "2021BU09990199", 0),
    )
    found = read_outline_file(package(tmp_path / "buurten.gpkg", *rows), None)
    assert [(one.code, one.year, one.source) for one in found.outlines] == [
        (CODE, 2021, "CBS"),
        ("BU099901A2", 2021, "CBS"),
    ]
    assert [one.value for one in found.figures] == [1150, None]
    west, south, east, north = shapely.from_geojson(json.dumps(found.outlines[0].geometry)).bounds
    assert (west, south) == pytest.approx((6.0457, 52.2162), abs=1e-3)
    assert (east - west, north - south) == pytest.approx((0.0147, 0.0090), abs=1e-3)
    row = (blob(shapely.box(6, 52, 6.1, 52.1)), *REST)
    degrees = package(tmp_path / "wgs84.gpkg", row, system=4326)
    assert shapely.from_geojson(json.dumps(read_outline_file(degrees, None).outlines[0].geometry)).bounds == (
        6.0,
        52.0,
        6.1,
        52.1,
    )


@pytest.mark.parametrize(
    ("row", "more", "said"),
    [
        ((blob(), "0999", *REST[1:]), {}, 'laag "buurten", rij 1, eigenschap "buurtcode": "0999"'),
        ((None, *REST), {}, 'rij 1, "geometry": dit is geen vlak'),
        ((b"XX", *REST), {}, "rij 1: de grens is geen geometrie van een GeoPackage"),
        ((blob(flags=13), *REST), {}, "rij 1: de grens is geen geometrie van een GeoPackage"),
        ((blob()[:40], *REST), {}, "rij 1: de grens is geen geometrie van een GeoPackage"),
        ((blob(shapely.box(6, 52, 7, 53)), *REST), {}, "rij 1: dit punt ligt niet in Nederland"),
        ((blob(), *REST), {"system": 3857}, "EPSG:3857 kennen we niet"),
        ((blob(), *REST), {"layer": "tiles"}, "er staat geen laag met gebieden"),
    ],
)
def test_a_broken_geopackage_says_which_row(tmp_path: Path, row: Any, more: Any, said: str) -> None:
    with pytest.raises(Broken, match=said):
        read_outline_file(package(tmp_path / "fout.gpkg", row, **more), None)


def test_a_database_that_is_cut_off_or_away_is_refused(tmp_path: Path) -> None:
    whole = package(tmp_path / "heel.gpkg", (blob(), *REST)).read_bytes()
    (tmp_path / "half.gpkg").write_bytes(whole[:3000])
    with pytest.raises(Broken, match="Hij is niet heel"):
        read_outline_file(tmp_path / "half.gpkg", None)
    with pytest.raises(Broken, match="kan niet worden geopend"):
        read_outline_file(tmp_path / "weg.gpkg", None)


@pytest.mark.django_db
def test_a_topojson_is_read_and_what_is_too_coarse_is_counted(run: Run) -> None:
    row = '"Zonnedal";"Zonnedal";"Wijk";"WK09990{}";600;120;150'
    table = kwb('"Zonnedal";"Zonnedal";"Gemeente";"GM0999";1200;240;300', row.format(1), row.format(2))
    said = run({"kwb_2014.csv": table, "wijk_2014.json": json.dumps(topology())})
    assert "Klaar: 3 gebieden, 2 grenzen" in said
    assert "Overgeslagen, want te grof getekend: 2." in said
    first, second = (
        shapely.from_geojson(json.dumps(one.geometry)) for one in Outline.objects.order_by("area__code")
    )
    assert (first.bounds, second.bounds) == ((6.0, 52.0, 6.01, 52.01), (6.01, 52.0, 6.02, 52.01))
    assert first.intersection(second).area == 0


def test_a_topojson_without_grid_and_with_a_hole_is_read() -> None:
    hole = [[6.05, 52.02], [6.08, 52.02], [6.08, 52.04], [6.05, 52.02]]
    arcs = [[[6, 52], [6.1, 52], [6.1, 52.1], [6, 52]], hole]
    one = {"type": "Polygon", "arcs": [[0], [1]], "properties": {"statcode": "WK099901"}}
    plain = topology(transform=None, arcs=arcs, objects={"een": one})
    found = read_outlines(json.dumps(plain), "wijk", 2014)
    assert len(found.outlines[0].geometry["coordinates"][0]) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"arcs": [[1]]}, "wijk: de lijnen .arcs. van deze TopoJSON kloppen niet"),
        ({"arcs": []}, 'wijk, laag "wijken", gebied 1: een lijn .arc. van dit gebied bestaat niet'),
        ({"objects": {"x": {"type": "Polygon"}}}, 'laag "x", gebied 1: de eigenschappen'),
        ({"objects": {"x": {"type": "Point", "properties": {}}}}, 'laag "x", gebied 1: dit is geen vlak'),
    ],
)
def test_a_broken_topojson_says_which_area(more: dict[str, Any], said: str) -> None:
    with pytest.raises(Broken, match=said):
        read_outlines(json.dumps(topology(**more)), "wijk", 2014)


@pytest.mark.django_db
def test_a_geopackage_loads_through_the_command(run: Run, tmp_path: Path) -> None:
    path = package(tmp_path / "b.gpkg", (blob(), CODE, "NEE", "2024", 1150))
    assert "1 grenzen" in run({"kwb_2024.csv": kwb()}, outlines=[path])
    with pytest.raises(CommandError, match="er staat geen laag"):
        run(outlines=[package(tmp_path / "leeg.gpkg", layer="tiles")])
