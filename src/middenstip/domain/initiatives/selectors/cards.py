"""Initiatives as cards: flat rows for lists of any length, newest first. Never writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db.models import (
    Count,
    Exists,
    Expression,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import JSONObject, Left

from middenstip.domain.areas.models import Area, Kind, column_of
from middenstip.domain.initiatives.lifecycle import AGREEMENTS, ASK, LEARNING, PROJECT, STOPPED
from middenstip.domain.initiatives.models import Ask, Initiative, InitiativeTheme
from middenstip.kernel.half import ALL_HALVES, Half
from middenstip.kernel.prepared import Prepared

ENDED = (LEARNING, STOPPED)
LESSON = 120  # characters of a lesson in a list
# The three groups of an area: every public initiative is in one of them.
HAPPENING, SEARCHING, OVER = "happening", "searching", "over"
GROUPS = (HAPPENING, SEARCHING, OVER)
COLUMNS = (
    "pk",
    "public_id",
    "number",
    "title",
    "what",
    "stage",
    "origin_half",
    "halves",
    "outcome",
    "lon",
    "lat",
    "has_place",
    "area__code",
    "area__name",
    "district__code",
    "submitted_at",
)


@dataclass(frozen=True)
class Wanted:
    """The filters of a list; without any it is every public initiative.

    `area` is the code and kind of an area; `missing` is a half that does not take part yet in an
    initiative that still runs.
    """

    area: tuple[str, str] | None = None
    theme: str = ""
    stage: str = ""
    half: Half | None = None
    missing: Half | None = None


def cards(
    wanted: Wanted,
    limit: int,
    *,
    before: tuple[datetime, int] | None = None,
    among: Sequence[int] | None = None,
    called: Sequence[str] | None = None,
) -> list[dict[str, Any]]:
    """The newest cards that match, as flat dicts of `COLUMNS` and `theme`. One query.

    `before` is the position (`paging.place_of`) to continue after; `among` limits to these keys,
    `called` to these public ids. Each filter
    uses an index that also has the order: for a theme that of the themes, unless a wijk or buurt is asked for
    as well, which holds fewer rows.
    """
    rows, to = _fitting(wanted)
    number = f"{to}pk"
    if among is not None:
        rows = rows.filter(**{f"{number}__in": among})
    if called is not None:
        rows = rows.filter(**{f"{to}public_id__in": called})
    if before:
        at, pk = before
        rows = rows.filter(submitted_at__lte=at).exclude(submitted_at=at, **{f"{number}__gte": pk})
    found = rows.order_by("-submitted_at", f"-{number}").values_list(
        *(to + c for c in COLUMNS), _first_theme(number)
    )
    return [dict(zip((*COLUMNS, "theme"), row, strict=True)) for row in found[:limit]]


def card_of(number: Expression) -> QuerySet[Any]:
    """The card of the public initiative with this key, as one value for `card_from`; a subquery for use in
    another query."""
    rows = Initiative.objects.public().filter(pk=number)
    return rows.values_list(JSONObject(**dict(zip(COLUMNS, COLUMNS, strict=True)), theme=_first_theme("pk")))


def card_from(value: Any) -> dict[str, Any]:
    """The row of `cards` in a value of `card_of`. SQLite returns that value as text, PostgreSQL as a dict."""
    card: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    at = datetime.fromisoformat(card["submitted_at"])
    return card | {"submitted_at": at if at.tzinfo else at.replace(tzinfo=UTC)}


def fitting(wanted: Wanted, number: Expression) -> QuerySet[Any]:
    """The public initiative with this key, if it matches; a subquery for use in another query."""
    rows, to = _fitting(wanted)
    return rows.filter(**{f"{to}pk": number})


Numbers = dict[tuple[str, int], int]  # (stage, bits of the halves that take part): how many


def numbers(area: tuple[str, str] | None = None) -> Numbers:
    """How many public initiatives there are, in all or in an area. One grouped query."""
    rows = Initiative.objects.public().filter(_fits(Wanted(area=area), ""))
    counted = rows.order_by().values_list("stage", "halves").annotate(number=Count("*"))
    return {(stage, halves): count for stage, halves, count in counted}


def numbers_inside(area: int, kind: str) -> dict[int, Numbers]:
    """The same per area directly inside this area (a key), by its key (0: in none of them). One query."""
    found: dict[int, Numbers] = {}
    for stage, inside, halves, count in _inside_of(kind).rows(area=area):
        found.setdefault(inside or 0, {})[stage, halves] = count
    return found


@cache
def _inside_of(kind: str) -> Prepared:
    own, inside = _COLUMNS.get(kind, ("area", ""))
    none = Value(0, output_field=IntegerField())
    rows = Initiative.objects.public().annotate(none=none).order_by()
    columns = ("stage", inside or "none", "halves")
    return Prepared(
        lambda area: rows.filter(**{own: area}).values_list(*columns).annotate(number=Count("*")),
        keys=["area"],
    )


# Per kind of area: the column of an initiative for it, and the column for the areas directly inside it.
_COLUMNS = {
    Kind.PROVINCE.value: ("municipality__parent", "municipality"),
    Kind.MUNICIPALITY.value: ("municipality", "district"),
    Kind.DISTRICT.value: ("district", "area"),
}


def group_of(stage: str, halves: int) -> str:
    """Over; *hier gebeurt het* if all halves take part or it reached agreements; else *zoekt nog iemand*."""
    if stage in ENDED:
        return OVER
    return HAPPENING if halves == ALL_HALVES or stage in (AGREEMENTS, PROJECT) else SEARCHING


def group_numbers(counted: Numbers) -> dict[str, int]:
    """How many initiatives are in each group."""
    found = dict.fromkeys(GROUPS, 0)
    for (stage, bits), count in counted.items():
        found[group_of(stage, bits)] += count
    return found


def number_missing(counted: Numbers, half: Half) -> int:
    """The number of running initiatives in which this half does not take part yet."""
    return sum(
        count for (stage, bits), count in counted.items() if stage not in ENDED and not bits & half.bit
    )


@dataclass(frozen=True)
class Detail:
    """What a line under a title may say: the lesson of an ended one, and what a running one asks."""

    lesson: str
    ask: str


def details(keys: Sequence[int], on: date) -> dict[int, Detail]:
    """The detail of each of these initiatives (keys). One query."""
    asks = Ask.objects.filter(initiative=OuterRef("pk"), state=ASK.start, until_on__gte=on)
    rows = Initiative.objects.filter(pk__in=keys).order_by()
    first = asks.order_by("size", "until_on", "pk").values("text")[:1]
    return {
        key: Detail(lesson, ask or "")
        for key, lesson, ask in rows.values_list("pk", Left("lesson", LESSON), Subquery(first))
    }


def _fitting(wanted: Wanted) -> tuple[QuerySet[Any], str]:
    """The public initiatives that match, and the prefix of their columns: "" or "initiative__"."""
    is_small = wanted.area is not None and wanted.area[1] not in (Kind.PROVINCE, Kind.MUNICIPALITY)
    if wanted.theme and not is_small:
        by_theme = InitiativeTheme.objects.filter(theme=wanted.theme, submitted_at__isnull=False)
        return by_theme.filter(_fits(wanted, "initiative__")), "initiative__"
    rows = Initiative.objects.public().filter(_fits(wanted, ""))
    if wanted.theme:
        has_theme = InitiativeTheme.objects.filter(initiative=OuterRef("pk"), theme=wanted.theme)
        rows = rows.filter(Exists(has_theme))
    return rows, ""


def _first_theme(number: str) -> Subquery:
    themes = InitiativeTheme.objects.filter(initiative=OuterRef(number))
    return Subquery(themes.order_by("pk").values("theme")[:1])


def _fits(wanted: Wanted, to: str) -> Q:
    fits: dict[str, object] = _inside(wanted.area, to) if wanted.area else {}
    if wanted.stage:
        fits[f"{to}stage"] = wanted.stage
    if wanted.half:
        fits[f"{to}origin_half"] = wanted.half.value
    if wanted.missing:
        fits[f"{to}halves__in"] = _without(wanted.missing)
        return Q(**fits) & ~Q(**{f"{to}stage__in": ENDED})
    return Q(**fits)


def _inside(area: tuple[str, str], to: str) -> dict[str, object]:
    """Everything in an area is one comparison, because each initiative stores its gemeente and wijk.

    The key is looked up inside the query, so that callers only need the code.
    """
    code, kind = area
    return {f"{to}{column_of(kind)}": Area.objects.filter(code=code).values("pk")[:1]}


def _without(half: Half) -> Iterable[int]:
    return [bits for bits in range(ALL_HALVES) if not bits & half.bit]
