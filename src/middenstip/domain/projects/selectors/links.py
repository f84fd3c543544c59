"""How projects hang together: what waits for what, and what could be done together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import InitiativeTheme
from middenstip.domain.projects.lifecycle import LEARNED, UPKEEP, WAITS
from middenstip.domain.projects.models import Link, Project
from middenstip.domain.projects.selectors.lists import inside

MOST = 500


@dataclass(frozen=True)
class Chance:
    """Two projects (public id and title each) at one place with other themes."""

    place: str
    one: tuple[str, str]
    other: tuple[str, str]


def links_of(project: Project) -> list[Link]:
    """What this project waits for and is joined with, and who waits for it. One query."""
    rows = Link.objects.filter(Q(project=project) | Q(other=project)).select_related("project", "other")
    return list(rows.order_by("pk")[:50])


def waits_in(area: Area) -> list[dict[str, Any]]:
    """Who waits for whom in an area, with the first day of the other that is still open. One query."""
    rows = Link.objects.filter(inside(area, "project__"), kind=WAITS)
    opened = Min("other__milestones__due_on", filter=Q(other__milestones__state="open"))
    found: Any = rows.order_by("pk").values("project_id", "other_id", "other__title").annotate(day=opened)
    return list(found[:MOST])


def days_late(day: date | None, today: date) -> int:
    """How many days ago an open milestone should have been reached."""
    return max(0, (today - day).days) if day else 0


def delays(own: Mapping[int, int], waits: Iterable[Mapping[str, Any]], today: date) -> dict[int, int]:
    """How many days each project (a key) runs late, with what it waits for carried through."""
    late = defaultdict(int, own)
    behind: dict[int, set[int]] = defaultdict(set)
    for link in waits:
        other = link["other_id"]
        late[other] = max(late[other], days_late(link["day"], today))
        behind[other].add(link["project_id"])
    changed = {one for one, days in late.items() if days}
    while changed:  # ends: a circle of waiting projects is refused, and days only grow to the largest
        moved = set()
        for other in changed:
            for one in behind[other]:
                if late[one] < late[other]:
                    late[one] = late[other]
                    moved.add(one)
        changed = moved
    return dict(late)


def chances_in(area: Area, limit: int = 30) -> list[Chance]:
    """Projects that run at the same place with other themes, and do nothing together yet. One query."""
    linked = Link.objects.filter(
        Q(project__initiative=OuterRef("initiative")) | Q(other__initiative=OuterRef("initiative"))
    )
    rows = InitiativeTheme.objects.filter(
        inside(area, "initiative__project__"), ~Exists(linked), initiative__project__isnull=False
    )
    rows = rows.exclude(initiative__project__state__in=(UPKEEP, LEARNED))
    found = rows.order_by("initiative__project__area", "initiative__project").values_list(
        "initiative__project__area",
        "initiative__project__area__name",
        "initiative__project__public_id",
        "initiative__project__title",
        "theme",
    )
    places: dict[int, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    names = {}
    for key, name, public_id, title, theme in found[:MOST]:
        names[key] = name
        places[key][public_id, title].add(theme)
    chances = [
        Chance(names[key], one, other)
        for key, themes in places.items()
        for one, other in _pairs(themes)
        if not themes[one] & themes[other]
    ]
    return chances[:limit]


def _pairs(found: Collection[tuple[str, str]]) -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
    some = list(found)[:20]
    return ((one, other) for place, one in enumerate(some) for other in some[place + 1 :])


def other_projects(project: Project) -> list[Project]:
    """The projects of the gemeente that this one may name. One query."""
    rows = Project.objects.filter(municipality=project.municipality_id).exclude(pk=project.pk)
    return list(rows.exclude(state=LEARNED).select_related("area").order_by("title", "pk")[:300])
