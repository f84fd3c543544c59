"""Keyset paging: `?na=` holds the place of the last row, so page 1,000 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.http import HttpRequest
from ninja import Field, Schema

from middenstip.api.parts import Link, Shape
from middenstip.api.problems import Unreadable, wrong_names

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
MOST = 100


class Window(Schema):
    """Which part of a collection is asked for. Every query of a collection inherits this."""

    aantal: int = Field(25, ge=1, le=MOST, description="Hoeveel je er in één keer wilt.")


class PageLinks(Shape):
    """Waar deze bladzijde is, en de volgende."""

    self: Link
    next: Link | None = Field(None, description="De volgende bladzijde; er is er geen als dit leeg is.")


@dataclass(frozen=True)
class Slice(Generic[T]):
    """Some rows, and the place of the last one ("" when there are no more)."""

    rows: Sequence[T]
    after: str


def cut(rows: Sequence[dict[str, Any]], size: int, place: str = "pk") -> Slice[dict[str, Any]]:
    """Cut one row too many off; `place` is the column that tells where a row stands."""
    return Slice(rows[:size], str(rows[size - 1][place]) if len(rows) > size else "")


def moment_place(at: datetime, pk: int) -> str:
    """The place of a row in a list by moment: microseconds since 1970, and its key."""
    return f"{(at - EPOCH) // MOMENT}-{pk}"


def place_of_moment(place: str | None) -> tuple[datetime, int] | None:
    """The inverse of `moment_place`; None for None. The pattern of the parameter guards the shape."""
    if place is None:
        return None
    moment, pk = place.split("-")
    return EPOCH + int(moment) * MOMENT, int(pk)


def page_links(request: HttpRequest, after: str) -> PageLinks:
    """The links of a page: itself as it was asked, and the same question further on."""
    further = request.GET.copy()
    further["na"] = after
    return PageLinks(
        self=Link(href=request.get_full_path()),
        next=Link(href=f"{request.path}?{further.urlencode()}") if after else None,
    )


def only_known(request: HttpRequest, asked: Schema) -> None:
    """Refuse parameters that do not exist, or stand there twice."""
    if errors := wrong_names(request, type(asked).model_fields):
        raise Unreadable(*errors)
