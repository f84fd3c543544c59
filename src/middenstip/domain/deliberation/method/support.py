"""How many people support a plan, of how many: per half, per place, and online apart from paper.

A place with fewer than ten people is not shown, nor what would tell it by subtraction: see
`methods.measuring`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from middenstip.domain.deliberation.lifecycle import AGAINST, BACKS, CONDITION, ELSEWHERE, EVERYWHERE
from middenstip.domain.deliberation.models import Support
from middenstip.domain.deliberation.selectors.support import ONLINE, PAPER, Line, lines_of
from middenstip.kernel.half import Half
from middenstip.methods.measuring import FEWEST, hidden_in


@dataclass(frozen=True)
class Count:
    """How many people gave each answer."""

    backs: int = 0
    condition: int = 0
    against: int = 0

    @property
    def people(self) -> int:
        return self.backs + self.condition + self.against


@dataclass(frozen=True)
class HalfStanding:
    """One half. `unknown` did not answer; it is 0 when more answered than were counted beforehand."""

    half: str
    members: int
    count: Count
    online: Count
    paper: Count

    @property
    def unknown(self) -> int:
        return max(self.members - self.count.people, 0)


@dataclass(frozen=True)
class PlaceStanding:
    """One place; `count` is None when it is not shown."""

    code: str
    name: str
    inhabitants: int | None
    count: Count | None


@dataclass(frozen=True)
class Standing:
    """Everything that the page shows. People from elsewhere are only in `elsewhere`."""

    halves: Sequence[HalfStanding]
    places: Sequence[PlaceStanding]
    elsewhere: PlaceStanding

    @property
    def people(self) -> int:
        return sum(one.count.people for one in self.halves)

    @property
    def members(self) -> int:
        return sum(one.members for one in self.halves)


def standing_of(support: Support) -> Standing:
    """What everybody answered, added up. Two queries, whatever the number of answers."""
    return standing(support.members, support.places, lines_of(support))


def standing(
    members: Mapping[str, int], places: Sequence[Mapping[str, Any]], lines: Iterable[Line]
) -> Standing:
    """Add up `lines`: the answers online, and those of the confirmed piles on paper."""
    known = list(lines)
    here = [one for one in known if one[1] != ELSEWHERE]
    halves = []
    for half in Half:
        own = [one for one in here if one[0] == half.value]
        online, paper = (_count(one for one in own if one[2] == way) for way in (ONLINE, PAPER))
        halves.append(HalfStanding(half.value, members[half.value], _count(own), online, paper))
    named = [*places, {"code": EVERYWHERE, "name": "", "inhabitants": None}] if len(places) > 1 else places
    counts = {one["code"]: _count(line for line in here if line[1] == one["code"]) for one in named}
    hidden = hidden_in({code: count.people for code, count in counts.items()})
    rows = [
        PlaceStanding(code, one["name"], one["inhabitants"], None if code in hidden else counts[code])
        for one in named
        for code in (one["code"],)
    ]
    others = _count(one for one in known if one[1] == ELSEWHERE)
    is_small = 0 < others.people < FEWEST
    return Standing(halves, rows, PlaceStanding(ELSEWHERE, "", None, None if is_small else others))


def _count(lines: Iterable[Line]) -> Count:
    found: Counter[str] = Counter()
    for _half, _place, _way, choice, number in lines:
        found[choice] += number
    return Count(found[BACKS], found[CONDITION], found[AGAINST])
