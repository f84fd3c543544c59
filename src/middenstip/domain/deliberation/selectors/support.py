"""Queries about support: what a table asks, and what people answered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Sum

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import children
from middenstip.domain.deliberation.lifecycle import AGAINST, BACKS, CONDITION, OPEN
from middenstip.domain.deliberation.models import Backing, Pile, Support
from middenstip.domain.goals.models import Goal

ONLINE, PAPER = "online", "paper"
Line = tuple[str, str, str, str, int]  # half, place, way, choice and how many
_GOAL = ("goal__initiative", "goal__area__district", "goal__municipality", "area")


def support_by_id(public_id: str) -> Support | None:
    """One question with its goal; None when there is none. One query."""
    return Support.objects.select_related(*_GOAL).filter(public_id=public_id).first()


def supports_of(goal: Goal, limit: int) -> list[Support]:
    """The newest questions of this table, newest first. One query."""
    return list(Support.objects.filter(goal=goal).select_related(*_GOAL).order_by("-pk")[:limit])


def hold_support(support: Support) -> Support:
    """The question as it is now, locked."""
    return Support.objects.select_for_update(of=("self",)).select_related(*_GOAL).get(pk=support.pk)


def due_supports(at: datetime) -> list[Support]:
    """The open questions whose closing time has passed, oldest first."""
    rows = Support.objects.filter(state=OPEN, closes_at__lte=at).select_related(*_GOAL)
    return list(rows.order_by("closes_at")[:100])


def places_around(area: Area) -> list[Area]:
    """The places that a question can be about: those inside this area, or the area itself. One query."""
    return children(area) or [area]


def lines_of(support: Support) -> list[Line]:
    """The answers online and those of the confirmed piles on paper. Two queries, however many there are."""
    rows = Backing.objects.filter(support=support).values_list("half", "place", "choice")
    lines: list[Line] = [
        (half, place, ONLINE, choice, number)
        for half, place, choice, number in rows.annotate(number=Count("*")).order_by()
    ]
    piles = Pile.objects.filter(support=support, second_by__isnull=False).values_list("half", "place")
    summed = piles.annotate(one=Sum("backs"), two=Sum("conditional"), three=Sum("against")).order_by()
    for half, place, *numbers in summed:
        for choice, number in zip((BACKS, CONDITION, AGAINST), numbers, strict=True):
            lines.append((half, place, PAPER, choice, number))
    return lines


def backing_of(support: Support, seat: int) -> Backing | None:
    """The answer of this seat (a key). One query."""
    return Backing.objects.filter(support=support, seat=seat).first()


def answered_beside(support: Support, seat: int, seats: Collection[int]) -> bool:
    """Whether somebody answered in another of these seats (keys). One query."""
    return Backing.objects.filter(support=support, seat__in=seats).exclude(seat=seat).exists()


def words_in(support: Support, choice: str, limit: int) -> list[Backing]:
    """The answers with words, newest first. One query."""
    rows = Backing.objects.filter(support=support, choice=choice).exclude(words="")
    return list(rows.order_by("-at", "-pk")[:limit])


def piles_of(support: Support) -> list[Pile]:
    """The piles on paper, by number. One query."""
    return list(Pile.objects.filter(support=support).order_by("number"))


def on_paper(support: Support, half: str, but: int) -> int:
    """How many people of this half answered on paper, without pile number `but`. One query."""
    rows = Pile.objects.filter(support=support, half=half).exclude(number=but)
    found = rows.aggregate(one=Sum("backs"), two=Sum("conditional"), three=Sum("against"))
    return sum(number or 0 for number in found.values())
