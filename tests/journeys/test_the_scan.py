"""The scan of Deventer: a question, figures, a walk, three halves, a frozen copy, and again a year later."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.models import Claim, Scan
from middenstip.domain.baseline.services import EditionData, MeasureData
from middenstip.domain.rooms import path_to
from middenstip.journeys import claim_effect
from tests.cast import Cast, submitted
from tests.domain.baseline.playing import reads
from tests.web.at_the_door import page, walk_in

DOCS = Path(__file__).parents[2] / "docs"
QUESTION = "Hoe prettig wonen en leven we in Deventer?"
CHOSEN = ["inhabitants", "share_65_plus", "distance_gp", "livability_cohesion"]
FIRST = {"inhabitants": "103405", "share_65_plus": "18.9", "distance_gp": "0.9", "livability_cohesion": "5"}
LATER = {"inhabitants": "104120", "share_65_plus": "19.3", "distance_gp": "0.8", "livability_cohesion": "6"}


def measured(cast: Cast, year: int, told: dict[str, str]) -> None:
    edition = EditionData("CBS", f"tabel {year}", year, "CC BY 4.0", f"kwb_{year}.csv")
    rows = [MeasureData("GM0150", key, Decimal(value)) for key, value in told.items()]
    baseline.load_edition(edition, rows, at=cast.tick())


def read_and_fixed(cast: Cast, scan: Scan) -> Scan:
    """The walk, the reading by every half, and the frozen copy."""
    scan = baseline.begin_walk(by=cast.marijke, scan=scan, at=cast.tick())
    seen = {"place": "Lettele", "text": "De bank bij de halte is weg."}
    baseline.observe(by=cast.gerrit, scan=scan, kind="observed", texts=seen, at=cast.tick())
    scan = baseline.begin_reading(by=cast.marijke, scan=scan, at=cast.tick())
    for who in (cast.marijke, cast.ilse, cast.bas):
        reads(cast, who, scan)
    return baseline.fix_scan(by=cast.marijke, scan=scan, at=cast.tick())


def downloaded(scan: Scan, folder: Path) -> Path:
    """The file as an outsider gets it."""
    path = folder / f"{scan.public_id}.csv"
    path.write_bytes(walk_in(None).get(path_to("scan", scan.public_id) + "cijfers.csv").content)
    return path


def test_from_a_question_to_a_difference_that_two_initiatives_claim(cast: Cast, tmp_path: Path) -> None:
    measured(cast, 2024, FIRST)
    city = Area.objects.get(code="GM0150")
    scan = baseline.start_scan(by=cast.marijke, area=city, question=QUESTION, keys=CHOSEN, at=cast.tick())
    first = read_and_fixed(cast, scan)
    before = downloaded(first, tmp_path)
    assert hashlib.sha256(before.read_bytes()).hexdigest() == first.checksum

    cast.at += timedelta(days=365)
    measured(cast, 2025, LATER)
    again = baseline.repeat_scan(by=cast.marijke, scan=first, at=cast.tick())
    again = read_and_fixed(cast, again)
    for title in ("Voedselbos Lettele", "Buurtbus naar de huisarts"):
        told = {"scan": again, "initiative": submitted(cast, title), "figure": "livability_cohesion"}
        claim_effect.claim(by=cast.marijke, **told, at=cast.tick())
    assert Claim.objects.filter(scan=again).count() == 2
    shown = page(walk_in(None), path_to("scan", again.public_id))
    assert "Voedselbos Lettele" in shown
    assert "Buurtbus naar de huisarts" in shown

    # The baseline did not move, and anybody sees that in the file and on the page.
    measured(cast, 2024, LATER)  # CBS mends its figures of the first year
    same = downloaded(first, tmp_path)
    assert hashlib.sha256(same.read_bytes()).hexdigest() == first.checksum
    assert first.checksum in page(walk_in(None), path_to("scan", first.public_id))
    script = re.search(r"```python\n(.+?)```", (DOCS / "methoden/nulmeting.md").read_text(), re.DOTALL)
    assert script
    run = [sys.executable, "-c", script[1], str(same), str(downloaded(again, tmp_path))]
    told_by_outsider = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert sorted(told_by_outsider.splitlines()) == [
        "65 jaar of ouder 0.4",
        "Afstand tot de huisarts -0.1",
        "Inwoners 715.0",
        "Kennen mensen elkaar? 1.0",
    ]
    assert len([line for line in script[1].splitlines() if line.strip()]) <= 12
