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
    """One value of one area; `value` None: the source does not give it."""

    code: str
    key: str
    value: Decimal | None


@dataclass
class Loaded:
    """How many figures were loaded, and the codes in the source that are no area here (any more)."""

    figures: int = 0
    unknown: set[str] = field(default_factory=set)


@transaction.atomic
def load_edition(
    edition: EditionData, rows: Iterable[MeasureData], *, only: str = "", at: datetime
) -> Loaded:
    """Replace the figures of this edition by these; with `only`, those of one gemeente.

    `rows` may be a stream: whatever it raises leaves the former figures as they were.
    """
    told = {"licence": edition.licence, "file": edition.file[:200], "loaded_at": at}
    kept, _is_new = Edition.objects.update_or_create(
        source=edition.source, table=edition.table, year=edition.year, defaults=told
    )
    areas = Area.objects.exclude(kind=Kind.OWN)
    old = kept.measures.all()
    if only:
        areas, old = areas.filter(municipality__code=only), old.filter(area__municipality__code=only)
    old.delete()
    known, done = dict(areas.values_list("code", "pk")), Loaded()
    stream = iter(_known(rows, known, done))
    while some := list(islice(stream, BATCH)):
        fresh = [Measure(edition=kept, area_id=known[one.code], key=one.key, value=one.value) for one in some]
        Measure.objects.bulk_create(fresh)
        done.figures += len(fresh)
    return done


def _known(rows: Iterable[MeasureData], known: dict[str, int], done: Loaded) -> Iterable[MeasureData]:
    for one in rows:
        if one.code in known:
            yield one
        else:
            done.unknown.add(one.code)
