"""Movements: one with its initiatives, those of an area or initiative, and what they do together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from middenstip.domain.initiatives.models import Initiative, Partner, Update
from middenstip.domain.matching.lifecycle import DONE, JOINED, MOVING, WAITING
from middenstip.domain.matching.models import Introduction, Movement, MovementMember
from middenstip.domain.matching.selectors.listings import inside
from middenstip.kernel.prepared import Prepared

NEWS = 20
_WITH = Prepared(
    lambda initiative: (
        MovementMember.objects.filter(
            initiative=initiative, state__in=(*WAITING, JOINED), movement__hidden__isnull=True
        )
        .select_related("movement")
        .order_by("pk")
    ),
    keys=["initiative"],
)


@dataclass(frozen=True)
class Together:
    """What the initiatives of a movement do together, as numbers.

    `helpers` are the seats that take part in one of them, those of the initiators too; `deals` and `hours`
    are the needs and offers around them that were done.
    """

    helpers: int
    deals: int
    hours: int


def movement_by_id(public_id: str) -> Movement | None:
    """One movement with its area and the person who proposed it; None when there is none. One query."""
    return Movement.objects.select_related("area", "person").filter(public_id=public_id).first()


def members_of(movement: int) -> list[MovementMember]:
    """Every initiative that is or was in it, or was asked (a key), the first one first. One query."""
    rows = MovementMember.objects.filter(movement=movement)
    rows = rows.select_related("initiative__initiator", "initiative__area").order_by("pk")
    return list(rows)


def movements_of(initiative: int) -> list[MovementMember]:
    """The movements that run or wait and that this initiative (a key) is in, or is asked for. One query."""
    found: list[MovementMember] = _WITH.things(initiative=initiative)
    return found


def movements_in(area: tuple[str, str], limit: int) -> list[dict[str, Any]]:
    """The movements that run in an area (code and kind), newest first, with how many are in it. One query."""
    rows = Movement.objects.public().filter(state=MOVING, **inside(area)).order_by("-began_at", "-pk")
    counted = {"count": Count("members", filter=Q(members__state=JOINED))}
    found: list[Any] = list(rows.values("public_id", "title", "aim", **counted)[:limit])
    return found


def together(initiatives: Sequence[int]) -> Together:
    """What these initiatives (keys) do together. Two queries."""
    helping = Partner.objects.filter(initiative__in=initiatives, state="accepted").values("seat")
    begun = Initiative.objects.filter(pk__in=initiatives).values("seat")
    around = Q(listing__initiative__in=initiatives) | Q(initiative__in=initiatives)
    done = Introduction.objects.filter(around | Q(helps__in=initiatives), state=DONE)
    found: dict[str, Any] = done.aggregate(deals=Count("*"), hours=Sum("hours"))
    return Together(helping.union(begun).count(), found["deals"], found["hours"] or 0)


def news_of(initiatives: Sequence[int]) -> list[dict[str, Any]]:
    """The newest news of these initiatives (keys), as flat rows. One query."""
    rows = Update.objects.filter(initiative__in=initiatives, hidden__isnull=True).order_by("-at", "-pk")
    found: list[Any] = list(rows.values("at", "text", "initiative__public_id", "initiative__title")[:NEWS])
    return found


def named(codes: Sequence[str]) -> list[Initiative]:
    """The public initiatives with these public ids. One query."""
    rows = Initiative.objects.public().filter(public_id__in=list(codes)).select_related("initiator")
    return list(rows.order_by("pk"))
