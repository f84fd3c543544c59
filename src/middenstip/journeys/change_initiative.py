"""The initiator changes the idea. When it gets another place, its tables and agreements come along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import Spot
from middenstip.domain.projects import services as projects
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def change(
    *,
    by: Actor,
    initiative: Initiative,
    texts: Mapping[str, str],
    version: int,
    spot: Spot | None = None,
    themes: Iterable[str] | None = None,
    is_hybrid: bool | None = None,
    at: datetime,
) -> Initiative:
    """Texts, place, themes, or the choice to earn money; None: as it was. Raises `Stale`."""
    before = initiative.area_id
    initiatives.change_initiative(
        by=by,
        initiative=initiative,
        texts=texts,
        version=version,
        spot=spot,
        themes=themes,
        is_hybrid=is_hybrid,
        at=at,
    )
    if initiative.area_id != before:
        goals.move_goals(initiative=initiative)
        projects.move_agreements(initiative=initiative)
    return initiative
