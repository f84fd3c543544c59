"""Introductions: one with its messages, those of a person, and what deals were worth."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, Sum

from middenstip.domain.matching.lifecycle import AGREED, ASKED, DONE, MET
from middenstip.domain.matching.models import Introduction
from middenstip.domain.matching.selectors.listings import inside

_AROUND = (
    "listing__area",
    "listing__initiative",
    "initiative__area",
    "helps",
    "asker",
    "owner",
    "asker_seat__side__organisation",
    "owner_seat__side__organisation",
)
RUNNING = (ASKED, MET, AGREED)
MOST = 50


def introduction_by_id(public_id: str) -> Introduction | None:
    """One introduction with the two people and what it is about; None when there is none. One query."""
    return Introduction.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def introductions_of(person: int) -> list[Introduction]:
    """The introductions of this person (a key), newest first. One query."""
    own = Introduction.objects.filter(Q(asker=person) | Q(owner=person))
    return list(own.select_related(*_AROUND).order_by("-asked_at", "-pk")[:MOST])


def mine_about(listing: int, person: int) -> list[Introduction]:
    """The running introductions about this listing that this person is in (both keys). One query."""
    rows = Introduction.objects.filter(listing=listing, state__in=(*RUNNING, DONE))
    rows = rows.filter(Q(asker=person) | Q(owner=person)).select_related(*_AROUND)
    return list(rows.order_by("asked_at", "pk")[:MOST])


def asked_on_day(person: int, since: datetime) -> int:
    """How often this person (a key) asked to meet somebody since this moment."""
    return Introduction.objects.filter(asker=person, asked_at__gte=since).count()


def thanks_in(area: tuple[str, str], limit: int) -> list[Introduction]:
    """The latest thank-yous for needs and offers in an area (code and kind). One query."""
    rows = Introduction.objects.filter(state=DONE, listing__hidden__isnull=True).exclude(thanks="")
    rows = rows.filter(**inside(area, "listing__")).select_related(
        "asker", "owner", "listing", "asker_seat__side__organisation", "owner_seat__side__organisation"
    )
    return list(rows.order_by("-done_at", "-pk")[:limit])


def value_in(area: tuple[str, str]) -> dict[str, int]:
    """What the deals in an area were worth together, as the people in them estimated it. One query.

    `deals` is their number; `hours`, `goods` and `euros` are sums of what was filled in.
    """
    done = Introduction.objects.filter(state=DONE, **inside(area, "listing__"))
    found: dict[str, Any] = done.aggregate(
        deals=Count("*"), hours=Sum("hours"), goods=Sum("goods"), euros=Sum("euros")
    )
    return {name: number or 0 for name, number in found.items()}
