"""Keyset paging: `?na=` holds the position of the last row, so page 1,000 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import HttpRequest
from ninja import Field, Schema

from middenstip.api.parts import Link, Shape
from middenstip.api.problems import Unreadable, wrong_names

T = TypeVar("T")
MOST = 100


class Window(Schema):
    """The requested part of a collection. The parameters of every collection inherit this."""

    aantal: int = Field(25, ge=1, le=MOST, description="Hoeveel je er in één keer wilt.")


class PageLinks(Shape):
    """Waar deze bladzijde is, en de volgende."""

    self: Link
    next: Link | None = Field(None, description="De volgende bladzijde; er is er geen als dit leeg is.")


@dataclass(frozen=True)
class Slice(Generic[T]):
    """Some rows, and the position of the last one ("" when there are no more)."""

    rows: Sequence[T]
    after: str


def cut(rows: Sequence[dict[str, Any]], size: int, place: str = "pk") -> Slice[dict[str, Any]]:
    """Cut off the one extra row; `place` is the column with the position of a row."""
    return Slice(rows[:size], str(rows[size - 1][place]) if len(rows) > size else "")


def page_links(request: HttpRequest, after: str) -> PageLinks:
    """The links of a page: its own URL, and that of the next page."""
    further = request.GET.copy()
    further["na"] = after
    return PageLinks(
        self=Link(href=request.get_full_path()),
        next=Link(href=f"{request.path}?{further.urlencode()}") if after else None,
    )


def only_known(request: HttpRequest, asked: Schema) -> None:
    """Refuse parameters that do not exist, or occur twice."""
    if errors := wrong_names(request, type(asked).model_fields):
        raise Unreadable(*errors)
