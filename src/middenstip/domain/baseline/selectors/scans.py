"""Scans, what people said in them, and effects. Never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet, Sum

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.baseline.lifecycle import STOPPED
from middenstip.domain.baseline.models import (
    AreaValue,
    Claim,
    Effect,
    Observation,
    Reading,
    Scan,
    ScanLine,
    ValueAnswer,
)
from middenstip.domain.parties.models import Person
from middenstip.kernel.ids import typed_id

MOST_SAID = 200  # observations, and readings, on one page
MOST_CLAIMS = 100
MOST_REPEATS = 20
AROUND = ("area", "municipality", "district", "seat__side__organisation", "baseline")


def scans_in(area: Area, limit: int, after: tuple[datetime, int] | None = None) -> list[Scan]:
    """The scans in an area, newest first. One query."""
    rows = _inside(area).select_related("area", "baseline")
    if after:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    return list(rows.order_by("-at", "-pk")[:limit])


def scan_by_id(public_id: str) -> Scan | None:
    """One scan with its areas, its first seat and the scan it repeats; None when there is none. One query."""
    return Scan.objects.select_related(*AROUND).filter(public_id=typed_id(public_id)).first()


def lines_of(scan: Scan) -> tuple[list[ScanLine], list[ScanLine]]:
    """The figures of a scan, and those of the scan it repeats (none without). One query."""
    rows = list(ScanLine.objects.filter(scan__in=[scan.pk, scan.baseline_id or scan.pk]).order_by("pk"))
    return [one for one in rows if one.scan_id == scan.pk], [one for one in rows if one.scan_id != scan.pk]


def observations_of(scan: Scan) -> list[Observation]:
    """What people saw and proposed, oldest first, without what was taken back. One query."""
    rows = Observation.objects.filter(scan=scan, withdrawn_at=None).select_related("seat")
    return list(rows.order_by("at", "pk")[:MOST_SAID])


def observation_by_id(public_id: str) -> Observation | None:
    rows = Observation.objects.select_related("scan")
    return rows.filter(public_id=typed_id(public_id)).first()


def readings_of(scan: Scan) -> list[Reading]:
    """How people read the figures, oldest first. One query."""
    return list(Reading.objects.filter(scan=scan).select_related("seat").order_by("at", "pk")[:MOST_SAID])


def values_of(scan: Scan) -> list[AreaValue]:
    """The values of the area of a scan, or of the one it repeats, with the yes of the halves. Two queries."""
    rows = AreaValue.objects.filter(scan=scan.baseline_id or scan.pk).select_related("scan")
    return list(rows.prefetch_related("yeses").order_by("pk"))


def value_by_id(public_id: str) -> AreaValue | None:
    rows = AreaValue.objects.select_related("scan__area", "scan__municipality", "scan__district")
    return rows.filter(public_id=typed_id(public_id)).first()


def answers_about(values: Iterable[AreaValue]) -> list[tuple[int, str, str, int]]:
    """Value (a key), answer, half, and how many said it. One query, or none."""
    keys = [one.pk for one in values]
    rows = ValueAnswer.objects.filter(value__in=keys) if keys else ValueAnswer.objects.none()
    summed = rows.order_by().values("value", "need", "half").annotate(said=Sum("number"))
    return [(row["value"], row["need"], row["half"], row["said"]) for row in summed]


def ages_about(values: Iterable[AreaValue]) -> list[tuple[int, str, str, int]]:
    """Value (a key), answer, age, and how many of that age said it. One query, or none."""
    keys = [one.pk for one in values]
    rows = ValueAnswer.objects.filter(value__in=keys) if keys else ValueAnswer.objects.none()
    summed = rows.exclude(age="").order_by().values("value", "need", "age").annotate(said=Sum("number"))
    return [(row["value"], row["need"], row["age"], row["said"]) for row in summed]


def own_answers(values: Iterable[AreaValue], person: int) -> dict[int, tuple[str, str]]:
    """What a person (a key) answered, and which age they told, by value (a key). One query."""
    rows = ValueAnswer.objects.filter(value__in=[one.pk for one in values], person=person)
    return {value: (need, age) for value, need, age in rows.values_list("value", "need", "age")}


def repeats_of(scan: Scan) -> list[Scan]:
    """The repeats of a scan, newest first, without those that were stopped. One query."""
    rows = Scan.objects.filter(baseline=scan).exclude(state=STOPPED)
    return list(rows.order_by("-at", "-pk")[:MOST_REPEATS])


def claims_of(scan: Scan) -> list[Claim]:
    """Which initiatives say that they helped, oldest first. One query."""
    return list(Claim.objects.filter(scan=scan).order_by("pk")[:MOST_CLAIMS])


def people_in(public_id: str) -> list[Person]:
    """Everybody who started, observed or read this scan."""
    scan = scan_by_id(public_id)
    if scan is None:
        return []
    wrote = Observation.objects.filter(scan=scan, withdrawn_at=None).values("person")
    read = Reading.objects.filter(scan=scan).values("person")
    return list(Person.objects.filter(Q(pk=scan.person_id) | Q(pk__in=wrote) | Q(pk__in=read)))


def effects_of(initiative: str) -> list[Effect]:
    """The effects that an initiative (its public id) wants, with what was measured. Two queries."""
    rows = Effect.objects.filter(initiative=initiative).prefetch_related("values")
    return list(rows.order_by("number"))


def effect_by_id(public_id: str) -> Effect | None:
    return Effect.objects.filter(public_id=typed_id(public_id)).first()


def scan_rows(area: Area | None, after: int | None, limit: int) -> list[dict[str, Any]]:
    """Readable scans as flat rows, newest first, after the key of the last one. One query."""
    rows = (_inside(area) if area else Scan.objects.all()).filter(hidden__isnull=True)
    if after:
        rows = rows.filter(pk__lt=after)
    names = ("pk", "public_id", "question", "state", "at", "fixed_at", "checksum")
    return list(
        rows.order_by("-pk").values(*names, "area__code", "area__name", "baseline__public_id")[:limit]
    )


def _inside(area: Area) -> QuerySet[Scan]:
    if area.kind == Kind.PROVINCE:
        return Scan.objects.filter(municipality__parent=area)
    return Scan.objects.filter(Q(municipality=area) | Q(district=area) | Q(area=area))
