"""The public data around one initiative, as flat rows for the API. Three small queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, Update

ACCEPTED = "accepted"


@dataclass(frozen=True)
class Around:
    """Theme slugs; seats that take part (`half`, `title`, `organisation`); news (`at`, `text`)."""

    themes: list[str]
    helping: list[dict[str, Any]]
    news: list[dict[str, Any]]


def lying_in(municipality: Area, limit: int) -> list[tuple[int, float | None, float | None]]:
    """The keys of the initiatives in this gemeente, each with its point (or none). One query."""
    rows = Initiative.objects.filter(municipality=municipality).order_by("pk")
    return list(rows.values_list("pk", "lon", "lat")[:limit])


def around(initiative: Initiative, news: int = 3) -> Around:
    """Themes, seats that take part in order of their offer, and the last `news` news texts."""
    seat = {"half": F("seat__half"), "title": F("seat__title")}
    seat["organisation"] = F("seat__side__organisation__name")
    helping: Any = Partner.objects.filter(initiative=initiative, state=ACCEPTED).order_by("offered_at", "pk")
    return Around(
        themes=themes_of(initiative),
        helping=list(helping.values(**seat)),
        news=[{"at": one.at, "text": one.text} for one in latest_news(initiative, news)],
    )


def themes_of(initiative: Initiative) -> list[str]:
    """The slugs of its themes. One query."""
    themes = InitiativeTheme.objects.filter(initiative=initiative).order_by("pk")
    return list(themes.values_list("theme", flat=True))


def latest_news(initiative: Initiative, number: int) -> list[Update]:
    """The last news items, newest first. One query."""
    newest = Update.objects.filter(initiative=initiative).order_by("-at", "-pk")
    return list(newest[:number])


def update_by_key(initiative: Initiative, key: int) -> Update | None:
    """One news item of this initiative by its key. One query."""
    return Update.objects.filter(initiative=initiative, pk=key).first()
