"""The values that a list can be filtered by. Never writes."""

from __future__ import annotations

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.areas.selectors import active_municipalities
from middenstip.domain.areas.selectors.places import current
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES

STAGE_BY_WORD = {word: stage for stage, word in STAGES.words.items() if stage != DRAFT}


def areas_to_choose(home: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The areas to choose from, grouped by wijk: (wijk, [(code, name, kind)]). One query.

    `home` is the code of the gemeente of the platform; when it is "", the gemeenten that take part.
    """
    if not home:
        return [("", [_choice(one) for one in active_municipalities()])]
    inside = list(current(Area.objects.filter(municipality__code=home)).order_by("code"))
    top = [one for one in inside if one.kind in (Kind.MUNICIPALITY, Kind.OWN)]
    buurten: dict[int | None, list[Area]] = {}
    for one in inside:
        if one.kind == Kind.NEIGHBOURHOOD:
            buurten.setdefault(one.district_id, []).append(one)
    groups = [("", [_choice(one) for one in top])]
    for wijk in (one for one in inside if one.kind == Kind.DISTRICT):
        groups.append((wijk.name, [_choice(one) for one in (wijk, *buurten.get(wijk.pk, []))]))
    return groups


def _choice(area: Area) -> tuple[str, str, str]:
    return area.code, area.name, area.kind
