"""A scan of Lettele at any step."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.models import Scan
from middenstip.domain.baseline.services import EditionData, MeasureData
from middenstip.kernel.actor import Actor
from tests.cast import Cast

QUESTION = "Hoe gaat het met Lettele?"


def village() -> Area:
    return Area.objects.select_related("municipality", "district").get(code="WK015014")


def figures(at: datetime, year: int = 2023, inhabitants: int = 1010, gp: str = "3.4") -> None:
    """Three figures of Lettele in one year."""
    edition = EditionData("CBS", f"tabel {year}", year, "CC BY 4.0", f"kwb-{year}.csv")
    told = {"inhabitants": Decimal(inhabitants), "distance_gp": Decimal(gp), "livability_class": Decimal(7)}
    rows = [MeasureData("WK015014", key, value) for key, value in told.items()]
    baseline.load_edition(edition, rows, at=at)


def started(cast: Cast) -> Scan:
    figures(cast.tick())
    keys = ["inhabitants", "distance_gp", "livability_class"]
    return baseline.start_scan(by=cast.marijke, area=village(), question=QUESTION, keys=keys, at=cast.tick())


def walking(cast: Cast) -> Scan:
    return baseline.begin_walk(by=cast.marijke, scan=started(cast), at=cast.tick())


def discussed(cast: Cast, scan: Scan | None = None) -> Scan:
    return baseline.begin_reading(by=cast.marijke, scan=scan or walking(cast), at=cast.tick())


def reads(cast: Cast, by: Actor, scan: Scan, view: str = "yes") -> None:
    texts = {"experience": "De bus komt niet meer.", "stands_out": "De huisarts is ver."}
    baseline.read_figures(by=by, scan=scan, view=view, texts=texts, at=cast.tick())


def fixed(cast: Cast, scan: Scan | None = None) -> Scan:
    scan = discussed(cast, scan)
    for who in (cast.marijke, cast.ilse, cast.bas):
        reads(cast, who, scan)
    return baseline.fix_scan(by=cast.marijke, scan=scan, at=cast.tick())


def repeated(cast: Cast) -> Scan:
    """With newer figures, measured again and not fixed yet."""
    first = fixed(cast)
    figures(cast.tick(), 2025, 1040, "3.1")
    return baseline.repeat_scan(by=cast.marijke, scan=first, at=cast.tick())
