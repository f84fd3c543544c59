"""Who does what with whom in an area: initiatives, the organisations that take part, and the themes."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner
from middenstip.domain.matching.selectors.listings import inside

MOST = 30  # initiatives, the newest: with organisations and themes a drawing that can be read
MOST_AROUND = 15  # organisations; there are sixteen themes at most


@dataclass(frozen=True)
class Knot:
    """One initiative with its themes (slugs) and the organisations that take part (names)."""

    public_id: str
    title: str
    themes: tuple[str, ...]
    organisations: tuple[str, ...]


def network_in(area: tuple[str, str]) -> list[Knot]:
    """The newest public initiatives of an area (code and kind) with what ties them. Three queries.

    The organisations that are tied most stay, when there are many. People are not in it.
    """
    rows = Initiative.objects.public().filter(**inside(area)).order_by("-submitted_at", "-pk")
    found = list(rows.values_list("pk", "public_id", "title", "seat__side__organisation__name")[:MOST])
    keys = [row[0] for row in found]
    themes: dict[int, list[str]] = {}
    for key, theme in InitiativeTheme.objects.filter(initiative__in=keys).values_list("initiative", "theme"):
        themes.setdefault(key, []).append(theme)
    parties = {key: {name} if name else set() for key, _id, _title, name in found}
    helps = Partner.objects.filter(initiative__in=keys, state="accepted", seat__side__isnull=False)
    for key, name in helps.values_list("initiative", "seat__side__organisation__name"):
        parties[key].add(name)
    counted: dict[str, int] = {}
    for some in parties.values():
        for name in some:
            counted[name] = counted.get(name, 0) + 1
    kept = set(sorted(counted, key=lambda name: (-counted[name], name))[:MOST_AROUND])
    return [
        Knot(public_id, title, tuple(sorted(themes.get(key, []))), tuple(sorted(parties[key] & kept)))
        for key, public_id, title, _name in found
    ]
