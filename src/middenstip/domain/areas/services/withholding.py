"""Numbers about fewer than ten people are not kept, so that no page, export or answer can show them.

Neither is a number beside it from which they could be found by subtraction, of wijken or of buurten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from middenstip.domain.areas.models import Area, Figure, Kind
from middenstip.methods.measuring import hidden_in

PEOPLE = "inhabitants"
SHARES = "share_0_14", "share_65_plus"  # of the inhabitants
BATCH = 500


@dataclass
class _Tree:
    """Which areas lie directly inside which (keys), and how many people live in each."""

    cities: set[int] = field(default_factory=set)
    inside: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    people: dict[int, int] = field(default_factory=dict)


def withhold_small(municipalities: Iterable[int]) -> None:
    """Make what is too small unknown in these gemeenten (keys). Three queries when there is nothing to do."""
    tree = _tree_of(municipalities)
    hidden = _hidden(tree, tree.people)
    for some in _batches(sorted(hidden)):
        Area.objects.filter(pk__in=some).update(inhabitants=None, inhabitants_source="")
    gone = _hidden_figures(tree)
    for some in _batches(sorted(gone)):
        Figure.objects.filter(pk__in=some).update(value=None)


def _tree_of(municipalities: Iterable[int]) -> _Tree:
    tree = _Tree()
    areas = Area.objects.filter(municipality__in=list(municipalities)).exclude(kind=Kind.OWN)
    for key, parent, kind, people in areas.values_list("pk", "parent", "kind", "inhabitants"):
        if kind == Kind.MUNICIPALITY or parent is None:
            tree.cities.add(key)
        else:
            tree.inside[parent].append(key)
        if people is not None:
            tree.people[key] = people
    return tree


def _hidden(tree: _Tree, counts: Mapping[int, int]) -> set[int]:
    """The areas (keys) whose count is not shown."""
    found: set[str] = set()
    for city in tree.cities:
        wijken = {f"{one}": counts[one] for one in tree.inside[city] if one in counts}
        top = hidden_in(wijken)
        found |= top
        for wijk in tree.inside[city]:
            buurten = {f"{one}": counts[one] for one in tree.inside[wijk] if one in counts}
            found |= hidden_in(buurten, is_total_shown=f"{wijk}" not in top)
    return {int(one) for one in found}


def _hidden_figures(tree: _Tree) -> set[int]:
    """The figures (keys) that count too few people, or are a share that tells such a count."""
    areas = [*tree.cities, *(one for some in tree.inside.values() for one in some)]
    counts: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    keys: dict[tuple[str, int, int], int] = {}
    shares = []
    for some in _batches(areas):
        rows = Figure.objects.filter(area__in=some, key__in=(PEOPLE, *SHARES), value__isnull=False)
        for pk, area, key, year, found in rows.values_list("pk", "area", "key", "year", "value"):
            keys[key, year, area], value = pk, found or Decimal(0)
            if key == PEOPLE:
                counts[key, year][area] = int(value)
            else:
                shares.append((key, year, area, value))
    for key, year, area, value in shares:
        people = counts[PEOPLE, year].get(area)
        if people is not None:
            counts[key, year][area] = round(value * people / 100)
    return {keys[*about, area] for about, some in counts.items() for area in _hidden(tree, some)}


def _batches(keys: list[int]) -> Iterable[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]
