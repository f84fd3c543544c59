"""Areas in a GeoPackage (OGC 12-128): an SQLite file with a table for each layer, read row by row.

The geometry is a header of the GeoPackage and then WKB, which shapely reads. The files of CBS are in RD.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import shapely
from shapely.geometry import mapping

from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.management.sources.rd import RD, to_degrees

SQLITE = b"SQLite format 3\x00"
WGS84 = 4326
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes, by the number in the flags of the header
_LAYERS = (
    "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c"
    " JOIN gpkg_geometry_columns g ON g.table_name = c.table_name WHERE c.data_type = 'features'"
)


def is_geopackage(path: Path) -> bool:
    """Whether the file is a database; what does not open is none, so that its reader says why."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def features_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row with its place in the file, as a GeoJSON feature in WGS84. Raises `Broken`."""
    # Immutable: the file may be in a folder where SQLite cannot write, and it is never changed.
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with sqlite3.connect(address, uri=True) as kept:
            kept.row_factory = sqlite3.Row
            layers = kept.execute(_LAYERS).fetchall()
            if not layers:
                raise Broken(f"{path.name}: er staat geen laag met gebieden in deze GeoPackage.")
            for table, column, system in layers:
                yield from _rows(kept, path.name, str(table), str(column), int(system))
    except sqlite3.Error as error:
        raise Broken(
            f"{path.name}: dit is een GeoPackage of andere database. Hij is niet heel, of er staan geen"
            " gebieden in. Haal hem opnieuw op."
        ) from error


def _rows(
    kept: sqlite3.Connection, name: str, table: str, column: str, system: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    if system not in (RD, WGS84):
        raise Broken(f'{name}, laag "{table}": EPSG:{system} kennen we niet. Kies RD of WGS84.')
    quoted = table.replace('"', '""')
    for number, row in enumerate(kept.execute(f'SELECT * FROM "{quoted}"'), start=1):  # noqa: S608 - quoted
        where = f'{name}, laag "{table}", rij {number}'
        properties = {key: row[key] for key in row.keys() if key != column}  # noqa: SIM118 - a Row has no items
        geometry = _geometry(row[column], where, is_rd=system == RD)
        yield where, {"type": "Feature", "properties": properties, "geometry": geometry}


def _geometry(blob: object, where: str, *, is_rd: bool) -> dict[str, Any] | None:
    if blob is None:
        return None
    broken = Broken(f"{where}: de grens is geen geometrie van een GeoPackage.")
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8:
        raise broken
    start = _ENVELOPES.get(blob[3] >> 1 & 7)
    if start is None:
        raise broken
    try:
        shape = shapely.from_wkb(blob[8 + start :])
        flat = shapely.force_2d(shape)
        plain: dict[str, Any] = mapping(shapely.transform(flat, to_degrees) if is_rd else flat)
    except ValueError as error:
        raise Broken(f"{where}: dit punt ligt niet in Nederland (RD).") from error
    except shapely.errors.GEOSException as error:
        raise broken from error
    return plain
