"""Services that write a scan: start, choose figures, walk, read together, fix, repeat, stop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.baseline import facts, method, rules
from middenstip.domain.baseline.lifecycle import MOST_LINES, RUNNING, SCAN
from middenstip.domain.baseline.models import Reading, Scan, ScanLine
from middenstip.domain.baseline.selectors import Series, series_of
from middenstip.domain.baseline.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

NO_QUESTION = "Schrijf wat je wilt weten."
NO_FIGURES = "Kies eerst een of meer cijfers."
TOO_LARGE = "Een scan gaat over een gemeente, een wijk of een buurt. Kies er een in deze provincie."
SAME_FIGURES = "Een herhaling meet hetzelfde als de eerste keer. Andere cijfers kiezen kan niet."


@write
@once(lambda public_id: Scan.objects.get(public_id=public_id))
def start_scan(
    *,
    by: Actor,
    area: Area,
    question: str,
    keys: Sequence[str],
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Scan:
    """Start a scan with a question and indicators (keys) that are known for the area."""
    if area.kind == Kind.PROVINCE:
        raise NotNow(TOO_LARGE)
    scan = Scan(public_id=public_id or new_id(), question=_question(question), at=at, **_where(area))
    scan.person_id, scan.seat_id = by.person_id, by.seat_id
    scan.store()
    _put_lines(scan, keys)
    record_about(facts.ScanStarted, scan, by, at)
    return scan


@write
def choose_figures(*, by: Actor, scan: Scan, keys: Sequence[str], at: datetime) -> Scan:
    """Choose other open figures, or take their newest values. Own figures stay."""
    scan = _led(by, scan, "choose")
    if scan.baseline_id:
        raise NotNow(SAME_FIGURES)
    _put_lines(scan, keys)
    return scan


@write
def begin_walk(*, by: Actor, scan: Scan, at: datetime) -> Scan:
    """The figures are chosen; from now on people write down what they see."""
    scan = _led(by, scan, "walk")
    if not scan.lines.exists():
        raise NotNow(NO_FIGURES)
    return _step(scan, "walk", facts.ScanWalked, by, at)


@write
def begin_reading(*, by: Actor, scan: Scan, at: datetime) -> Scan:
    """The walk is over: every half reads the figures, and solutions may be told from now on."""
    return _step(_led(by, scan, "discuss"), "discuss", facts.ScanDiscussed, by, at)


@write
def fix_scan(*, by: Actor, scan: Scan, at: datetime) -> Scan:
    """Freeze the figures. Nothing changes them after this; the checksum shows it."""
    scan = _led(by, scan, "fix")
    require(rules.may_fix(Reading.objects.filter(scan=scan).values_list("half", flat=True)))
    scan.state, scan.fixed_at = SCAN.after(scan.state, "fix"), at
    scan.frozen = method.file_of(scan.lines.all())
    scan.checksum = method.checksum_of(scan.frozen)
    scan.store("state", "fixed_at", "frozen", "checksum")
    record_about(facts.ScanFixed, scan, by, at, checksum=scan.checksum)
    return scan


@write
def stop_scan(*, by: Actor, scan: Scan, at: datetime) -> Scan:
    """It goes no further. What people wrote stays."""
    return _step(_led(by, scan, "stop"), "stop", facts.ScanStopped, by, at)


@write
@once(lambda public_id: Scan.objects.get(public_id=public_id))
def repeat_scan(*, by: Actor, scan: Scan, key: str = "", public_id: str = "", at: datetime) -> Scan:
    """Measure the same indicators again. One repeat runs at a time; of a repeat, the first scan is repeated.

    Open figures get their newest value, own figures wait for a new one.
    """
    first = fresh(Scan(pk=scan.baseline_id or scan.pk))
    require(rules.may_lead(by, first))
    SCAN.after(first.state, "repeat")
    if Scan.objects.filter(baseline=first, state__in=RUNNING).exists():
        raise NotNow("Er loopt al een herhaling van deze scan.")
    again = Scan(public_id=public_id or new_id(), question=first.question, baseline=first, at=at)
    again.hidden, again.person_id, again.seat_id = first.hidden, by.person_id, by.seat_id
    again.area, again.municipality, again.district = first.area, first.municipality, first.district
    again.store()
    old = list(first.lines.order_by("pk"))
    newest = _newest(again)
    ScanLine.objects.bulk_create(
        _line(again, newest[one.key]) if one.key in newest else _waiting(again, one, at) for one in old
    )
    record_about(facts.ScanRepeated, again, by, at, baseline=first.public_id)
    return again


def _led(by: Actor, scan: Scan, act: str) -> Scan:
    scan = fresh(scan)
    require(rules.may_lead(by, scan))
    SCAN.after(scan.state, act)
    return scan


def _step(scan: Scan, act: str, kind: type, by: Actor, at: datetime) -> Scan:
    scan.state = SCAN.after(scan.state, act)
    record_about(kind, scan, by, at)
    return scan.store("state")


def _put_lines(scan: Scan, keys: Sequence[str]) -> None:
    known, wanted = _newest(scan), list(dict.fromkeys(keys))
    own = scan.lines.filter(is_own=True).count()
    if any(key not in known for key in wanted):
        raise Invalid({"keys": "Dit cijfer is er niet voor dit gebied."})
    if len(wanted) + own > MOST_LINES:
        raise Invalid({"keys": said("Kies er hooguit %(most)s.", most=MOST_LINES)})
    scan.lines.filter(is_own=False).delete()
    ScanLine.objects.bulk_create(_line(scan, known[key]) for key in wanted)


def _newest(scan: Scan) -> dict[str, Series]:
    return {one.indicator.key: one for one in series_of(scan.area)}


def _line(scan: Scan, series: Series) -> ScanLine:
    about, now = series.indicator, series.newest
    told = {"word": about.word, "style": about.style, "unit": about.unit}
    where: dict[str, Any] = {"year": now.year, "about": now.area, "level": now.level}
    source = {"source": now.source, "table": now.table, "licence": now.licence}
    return ScanLine(scan=scan, key=about.key, value=now.value, **told, **where, **source)


def _waiting(scan: Scan, old: ScanLine, at: datetime) -> ScanLine:
    """The same indicator without a value yet."""
    told = {name: getattr(old, name) for name in ("key", "is_own", "word", "style", "unit", "about", "level")}
    return ScanLine(scan=scan, **told, source=old.source, table=old.table, licence=old.licence, year=at.year)


def _question(question: str) -> str:
    text = typed.name("question", question)
    if not text:
        raise Invalid({"question": NO_QUESTION})
    return text


def _where(area: Area) -> dict[str, Area | None]:
    return {"area": area, "municipality": area.municipality or area, "district": area.district}
