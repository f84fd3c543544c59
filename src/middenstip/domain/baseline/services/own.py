"""Figures that people count themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from middenstip.domain.baseline import rules
from middenstip.domain.baseline.lifecycle import MOST_LINES, SCAN
from middenstip.domain.baseline.models import Scan, ScanLine
from middenstip.domain.baseline.services.record import fresh
from middenstip.domain.baseline.services.scans import SAME_FIGURES
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

MOST = Decimal(10) ** 10
NEEDED = {"word": "Schrijf wat je meet.", "source": "Schrijf hoe het gemeten is."}


@write
def add_own_figure(
    *,
    by: Actor,
    scan: Scan,
    texts: Mapping[str, str],
    value: Decimal | None,
    people: int | None = None,
    at: datetime,
) -> ScanLine:
    """Add a figure that people counted: what, how (`source`), the value, and over how many people."""
    scan = _choosing(by, scan)
    if scan.baseline_id:
        raise NotNow(SAME_FIGURES)
    line = ScanLine(scan=scan, key=f"eigen-{new_id()}", is_own=True, style="number", about=scan.area.code)
    line.word, line.unit, line.source = (
        typed.name(key, texts.get(key, "")) for key in ("word", "unit", "source")
    )
    if errors := {name: why for name, why in NEEDED.items() if not getattr(line, name)}:
        raise Invalid(errors)
    if ScanLine.objects.filter(scan=scan).count() >= MOST_LINES:
        raise NotNow(said("In een scan staan hooguit %(most)s cijfers.", most=MOST_LINES))
    line.level = scan.area.kind
    return _measured(line, value, people, at).store()


@write
def measure_own_figure(
    *, by: Actor, scan: Scan, key: str, value: Decimal | None, people: int | None = None, at: datetime
) -> ScanLine:
    """Fill in the value of an own figure, before the walk; what it measures and how stays the same."""
    scan = _choosing(by, scan)
    line = ScanLine.objects.filter(scan=scan, key=key, is_own=True).first()
    if line is None:
        raise NotNow("Dit cijfer staat niet in deze scan.")
    return _measured(line, value, people, at).store("value", "people", "year")


def _choosing(by: Actor, scan: Scan) -> Scan:
    scan = fresh(scan)
    require(rules.may_lead(by, scan))
    SCAN.after(scan.state, "choose")
    return scan


def _measured(line: ScanLine, value: Decimal | None, people: int | None, at: datetime) -> ScanLine:
    if value is None or not value.is_finite() or abs(value) >= MOST:
        raise Invalid({"value": "Vul een getal in."})
    if people is not None and not 0 <= people < MOST // 10:
        raise Invalid({"people": "Vul een aantal mensen in, of laat het leeg."})
    line.value, line.people, line.year = round(value, 4), people, timezone.localdate(at).year
    return line
