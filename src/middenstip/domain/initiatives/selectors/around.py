"""What everybody may know around one initiative, as flat rows: for the API. Three small queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, Update

ACCEPTED = "accepted"


@dataclass(frozen=True)
class Around:
    """Slugs of themes; seats that take part (`half`, `title`, `organisation`); news (`at`, `text`)."""

    themes: list[str]
    helping: list[dict[str, Any]]
    news: list[dict[str, Any]]


def around(initiative: Initiative, news: int = 3) -> Around:
    """Themes, who takes part in the order in which they offered it, and the last `news`."""
    seat = {"half": F("seat__half"), "title": F("seat__title")}
    seat["organisation"] = F("seat__side__organisation__name")
    helping: Any = Partner.objects.filter(initiative=initiative, state=ACCEPTED).order_by("offered_at", "pk")
    latest: Any = Update.objects.filter(initiative=initiative).order_by("-at", "-pk")
    themes = InitiativeTheme.objects.filter(initiative=initiative).order_by("pk")
    return Around(
        themes=list(themes.values_list("theme", flat=True)),
        helping=list(helping.values(**seat)),
        news=list(latest.values("at", "text")[:news]),
    )
