"""Load one edition of a table: all of it or nothing, and the same file twice gives the same figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice

from django.db import transaction

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.baseline.models import Edition, Measure

BATCH = 1000
MOST_TEXT = 200  # characters


@dataclass(frozen=True, slots=True)
class EditionData:
    """The year of a table, and the file it was read from."""

    source: str
    table: str
    year: int
    licence: str
    file: str


@dataclass(frozen=True, slots=True)
class MeasureData:
    """One value of one area; `value` None: the source does not give it. `low` and `high` are its margins."""

    code: str
    key: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass
class Loaded:
    """How many figures were loaded, and the codes in the source that are no area here (any more)."""

    figures: int = 0
    unknown: set[str] = field(default_factory=set)


@transaction.atomic
def load_edition(
    edition: EditionData, rows: Iterable[MeasureData], *, only: str = "", at: datetime
) -> Loaded:
    """Replace the figures of the areas in `rows` by these; those of other areas in the edition stay.

    So a file of the gemeenten comes beside one of the buurten. With `only`, those of one gemeente. `rows` may
    be a stream: whatever it raises leaves the former figures as they were.
    """
    told = {"licence": edition.licence, "file": edition.file[:MOST_TEXT], "loaded_at": at}
    kept, is_new = Edition.objects.get_or_create(
        source=edition.source, table=edition.table, year=edition.year, defaults=told
    )
    if not is_new:
        kept.licence, kept.file, kept.loaded_at = edition.licence, _files(kept.file, edition.file), at
        kept.save()
    areas = Area.objects.exclude(kind=Kind.OWN)
    if only:
        areas = areas.filter(municipality__code=only)
    known, done, replaced = dict(areas.values_list("code", "pk")), Loaded(), set[int]()
    stream = iter(_known(rows, known, done))
    while some := list(islice(stream, BATCH)):
        fresh = [_measure(kept, known[one.code], one) for one in some]
        first = {one.area_id for one in fresh} - replaced
        Measure.objects.filter(edition=kept, area__in=first).delete()
        replaced |= first
        Measure.objects.bulk_create(fresh)
        done.figures += len(fresh)
    return done


def _measure(edition: Edition, area: int, one: MeasureData) -> Measure:
    return Measure(edition=edition, area_id=area, key=one.key, value=one.value, low=one.low, high=one.high)


def _files(before: str, now: str) -> str:
    """The names of the files of an edition, the newest last."""
    names = [one for one in before.split("; ") if one != now] + [now]
    return "; ".join(names)[-MOST_TEXT:]


def _known(rows: Iterable[MeasureData], known: dict[str, int], done: Loaded) -> Iterable[MeasureData]:
    for one in rows:
        if one.code in known:
            yield one
        else:
            done.unknown.add(one.code)
