"""Needs and offers: one, and lists of them as flat rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q

from middenstip.domain.areas.models import Area, column_of
from middenstip.domain.initiatives.lifecycle import LEARNING, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import DONE, LISTED, MENTOR
from middenstip.domain.matching.models import Listing

_AROUND = (
    "person",
    "seat__side__organisation",
    "seat__area",
    "initiative",
    "area",
    "municipality",
    "district",
)
COLUMNS = (
    "pk",
    "public_id",
    "is_offer",
    "sort",
    "title",
    "text",
    "size",
    "theme",
    "asset",
    "claim",
    "place_kind",
    "square_metres",
    "state",
    "until_on",
    "placed_at",
    "area__code",
    "area__name",
    "initiative__public_id",
    "initiative__title",
)
ROW = {"half": F("seat__half")}


@dataclass(frozen=True)
class Wanted:
    """The filters of a list; without any it is every need and offer that is open.

    `area` is the code and kind of an area; `is_offer` is None for both, `is_place` only free plots and rooms.
    """

    is_offer: bool | None = None
    is_place: bool = False
    sort: str = ""
    size: int = 0
    assets: tuple[str, ...] = ()
    theme: str = ""
    half: str = ""
    area: tuple[str, str] | None = None


def listing_by_id(public_id: str) -> Listing | None:
    """One need or offer with its owner, area and initiative; None when there is none. One query."""
    return Listing.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def listing_rows(
    wanted: Wanted, on: date, limit: int, *, before: tuple[datetime, int] | None = None
) -> list[dict[str, Any]]:
    """Those that are open on this day and match, newest first, as flat rows. One query."""
    rows = Listing.objects.listed(on).filter(_fits(wanted))
    if before:
        at, pk = before
        rows = rows.filter(placed_at__lte=at).exclude(placed_at=at, pk__gte=pk)
    return list(rows.order_by("-placed_at", "-pk").values(*COLUMNS, **ROW)[:limit])


def smallest_rows(on: date, limit: int, *, area: tuple[str, str] | None = None) -> list[dict[str, Any]]:
    """The smallest needs that are open, as flat rows. One query."""
    rows = Listing.objects.listed(on).filter(_fits(Wanted(is_offer=False, area=area)), size__isnull=False)
    return list(rows.order_by("size", "until_on", "pk").values(*COLUMNS, **ROW)[:limit])


def listings_of(person: int, limit: int = 50) -> list[Listing]:
    """What this person (a key) placed, newest first. One query."""
    rows = Listing.objects.filter(person=person).select_related("area")
    return list(rows.order_by("-placed_at", "-pk")[:limit])


def helped_by(initiative: int) -> int:
    """How often an initiative (a key) helped another on as a mentor. One query."""
    done = Listing.objects.filter(initiative=initiative, asset=MENTOR, state=DONE)
    return done.count()


def open_number(person: int, on: date) -> int:
    """The number of needs and offers that this person (a key) has open."""
    return Listing.objects.filter(person=person, state__in=LISTED, until_on__gte=on).count()


def inside(area: tuple[str, str], to: str = "") -> dict[str, Any]:
    """The filter for everything in an area (code and kind): each row stores its gemeente and wijk."""
    code, kind = area
    return {f"{to}{column_of(kind)}": Area.objects.filter(code=code).values("pk")[:1]}


def _fits(wanted: Wanted) -> Q:
    fits: dict[str, Any] = inside(wanted.area) if wanted.area else {}
    if wanted.is_offer is not None:
        fits["is_offer"] = wanted.is_offer
    if wanted.half:
        fits["seat__half"] = wanted.half
    if wanted.assets:
        fits["asset__in"] = wanted.assets
    same = {"sort": wanted.sort, "size": wanted.size, "theme": wanted.theme}
    fits |= {name: value for name, value in same.items() if value}
    return Q(**fits) & ~Q(place_kind="") if wanted.is_place else Q(**fits)


def own_initiatives(person: int) -> list[tuple[str, str]]:
    """The running initiatives of this person (a key): public id and title. One query."""
    rows = Initiative.objects.public().filter(initiator=person).exclude(stage__in=(LEARNING, STOPPED))
    return list(rows.order_by("-submitted_at").values_list("public_id", "title")[:50])


def api_rows(
    on: date, before: int | None, limit: int, *, is_offer: bool | None = None, sort: str = ""
) -> list[dict[str, Any]]:
    """Those that are open on this day, as rows for the API; `before` is the last key shown. One query."""
    rows = Listing.objects.listed(on).filter(_fits(Wanted(is_offer=is_offer, sort=sort)))
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk").values(*COLUMNS, **ROW)[:limit])
