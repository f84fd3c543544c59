"""A table in the form that `turns.turn` needs. Never writes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from middenstip.domain.goals.models import Answer, Goal, Letter
from middenstip.domain.goals.turns import ChairAt, TableAt
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.turn import Who


def newest_table_at(initiative: int, on: date) -> TableAt | None:
    """The most recently opened table of an initiative (a key); None when there is none. One query, a row per
    chair."""
    found = _NEWEST.rows(initiative=initiative, on=on)
    if not found:
        return None
    public_id, state, changed_at = found[0][:3]
    return TableAt(public_id, state, [_chair(*row[3:]) for row in found if row[3]], changed_at)


def _chair(
    seat: int, half: str, title: str, organisation: str | None, name: str | None, *said: Any
) -> ChairAt:
    has_letter, answer, confirmed_at = said
    label = f"{title}, {organisation}" if organisation else title
    return ChairAt(
        seat, Who(name or label, label, half), bool(has_letter), answer or "", confirmed_at is not None
    )


def _newest(initiative: int, on: date) -> QuerySet[Any, Any]:
    newest = Goal.objects.filter(initiative=initiative).order_by("-opened_at", "-pk").values("pk")[:1]
    seat = {"seat": OuterRef("chair__seat")}
    said = Answer.objects.filter(version__goal=OuterRef("pk"), version__number=OuterRef("number"), **seat)
    goals = Goal.objects.filter(pk__in=Subquery(newest)).annotate(
        chair=FilteredRelation("chairs", condition=Q(chairs__left_at=None)),
        sits=F("chair__seat_id"),
        half=F("chair__seat__half"),
        function=F("chair__seat__title"),
        organisation=F("chair__seat__side__organisation__name"),
        name=holder_of("chair__seat", on),
        has_letter=Exists(Letter.objects.filter(goal=OuterRef("pk"), **seat)),
        said=Subquery(said.values("answer")[:1]),
        confirmed=F("chair__seat__confirmed_at"),
    )
    of_goal = ("public_id", "state", "changed_at")
    of_chair = ("sits", "half", "function", "organisation", "name", "has_letter", "said", "confirmed")
    return goals.order_by("chair__pk").values_list(*of_goal, *of_chair)


_NEWEST = Prepared(_newest, keys=["initiative"], days=["on"])
