"""Initiatives as cards: flat rows for lists of any size, newest first. Never writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, Exists, Expression, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.initiatives.lifecycle import LEARNING, STOPPED
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.kernel.half import Half

ALL = 7  # the bits of the three halves
ENDED = (LEARNING, STOPPED)
COLUMNS = (
    "pk",
    "public_id",
    "title",
    "what",
    "stage",
    "origin_half",
    "halves",
    "outcome",
    "lon",
    "lat",
    "area__code",
    "area__name",
    "district__code",
    "submitted_at",
)


@dataclass(frozen=True)
class Wanted:
    """What a list is limited to; nothing set is everything that was made public.

    `area` is the code and kind of an area; `missing` is the half that does not take part yet, in
    initiatives that still run.
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
) -> list[dict[str, Any]]:
    """The newest cards that fit, as flat dicts of `COLUMNS` and `theme`. One query.

    `before` is the place (`paging.place_of`) after which to go on; `among` limits to these keys. Each
    filter walks an index that holds the order too: with a theme that of the themes, unless a wijk or
    buurt, which holds less, is asked for as well.
    """
    rows, to = _fitting(wanted)
    number = f"{to}pk"
    if among is not None:
        rows = rows.filter(**{f"{number}__in": among})
    if before:
        at, pk = before
        rows = rows.filter(submitted_at__lte=at).exclude(submitted_at=at, **{f"{number}__gte": pk})
    found = rows.order_by("-submitted_at", f"-{number}").values_list(
        *(to + c for c in COLUMNS), _first_theme(number)
    )
    return [dict(zip((*COLUMNS, "theme"), row, strict=True)) for row in found[:limit]]


def card_of(number: Expression) -> QuerySet[Any]:
    """The card of the public initiative with this key, as one value for `card_from`; to put inside another
    query."""
    rows = Initiative.objects.filter(pk=number, submitted_at__isnull=False)
    return rows.values_list(JSONObject(**dict(zip(COLUMNS, COLUMNS, strict=True)), theme=_first_theme("pk")))


def card_from(value: Any) -> dict[str, Any]:
    """The row of `cards` in a value of `card_of`, which SQLite gives as text and PostgreSQL ready made."""
    card: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    at = datetime.fromisoformat(card["submitted_at"])
    return card | {"submitted_at": at if at.tzinfo else at.replace(tzinfo=UTC)}


def fitting(wanted: Wanted, number: Expression) -> QuerySet[Any]:
    """The public initiative with this key, if it fits; to put inside another query."""
    rows, to = _fitting(wanted)
    return rows.filter(**{f"{to}pk": number})


Numbers = dict[tuple[str, int], int]  # (stage, bits of the halves that take part): how many


def numbers(area: tuple[str, str] | None = None) -> Numbers:
    """How many public initiatives there are, in all or in an area. One grouped query."""
    rows = Initiative.objects.filter(_fits(Wanted(area=area), ""), submitted_at__isnull=False)
    counted = rows.order_by().values_list("stage", "halves").annotate(Count("pk"))
    return {(stage, halves): count for stage, halves, count in counted}


def number_missing(counted: Numbers, half: Half) -> int:
    """In how many running initiatives this half does not take part yet."""
    return sum(
        count for (stage, bits), count in counted.items() if stage not in ENDED and not bits & half.bit
    )


def _fitting(wanted: Wanted) -> tuple[QuerySet[Any], str]:
    """The public initiatives that fit, and the way to their columns: "" or "initiative__"."""
    is_small = wanted.area is not None and wanted.area[1] != Kind.MUNICIPALITY
    if wanted.theme and not is_small:
        by_theme = InitiativeTheme.objects.filter(theme=wanted.theme, submitted_at__isnull=False)
        return by_theme.filter(_fits(wanted, "initiative__")), "initiative__"
    rows = Initiative.objects.filter(_fits(wanted, ""), submitted_at__isnull=False)
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
    """Everything in an area is one comparison: each initiative keeps its gemeente and its wijk.

    The key is looked up inside the query, so that nobody has to remember keys of areas.
    """
    code, kind = area
    column = {Kind.MUNICIPALITY.value: "municipality", Kind.DISTRICT.value: "district"}.get(kind, "area")
    return {f"{to}{column}": Area.objects.filter(code=code).values("pk")[:1]}


def _without(half: Half) -> Iterable[int]:
    return [bits for bits in range(ALL) if not bits & half.bit]
