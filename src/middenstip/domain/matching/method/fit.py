"""What fits what, and why: structure decides (need meets offer, place, theme), words rank.

Every reason is a fact that a reader can check on the two pages. Pure: rows in, reasons out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from middenstip.domain.matching.lifecycle import SPACE

WORDS, SORT, SAME_AREA, NEAR, THEME, HALF, PLACE = "words", "sort", "area", "near", "theme", "half", "place"
PEOPLE = "people"
Reason = dict[str, Any]

MEETS = 2.0  # a need and an offer of the same sort
PLOT = 2.0  # a free plot or room, for an initiative without a place
MISSING = 1.0  # the half that an initiative still misses
TOGETHER = 1.0  # the same people or organisations take part in both
SAME, CLOSE, FAR_KM = 1.0, 0.8, 6.0  # the same buurt; the value of a distance that falls with the kilometres
SUBJECT = 0.6  # the same theme
ONE_WORD = 0.5  # worth of one shared word beside how near the texts are
FLOOR = 1.2  # below this nothing is suggested


@dataclass(frozen=True)
class Thing:
    """A need, an offer (`way`) or an initiative as matching sees it.

    `missing` are halves that an initiative misses; `half` is that of the owner. `point` is lon, lat of its
    area. `people` are the seats that take part: key and label.
    """

    key: str
    way: str
    area: str
    area_name: str
    sort: str = ""
    themes: frozenset[str] = frozenset()
    half: str = ""
    missing: frozenset[str] = frozenset()
    has_place: bool = True
    place_kind: str = ""
    square_metres: int = 0
    point: tuple[float, float] | None = None
    people: frozenset[tuple[int, str]] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """Something that fits, how well, and the reasons."""

    key: str
    score: float
    reasons: list[Reason] = field(default_factory=list)


def fitting(
    own: Thing, others: Iterable[Thing], words: Mapping[str, tuple[float, tuple[str, ...]]]
) -> list[Candidate]:
    """What fits `own`, best first. `words` has for a key how near its text is (0-1) and the shared words."""
    found = [one for other in others if (one := _fit(own, other, *words.get(other.key, (0.0, ()))))]
    return sorted(found, key=lambda one: (-one.score, one.key))


def _fit(own: Thing, other: Thing, near: float, shared: tuple[str, ...]) -> Candidate | None:
    if own.key == other.key or not _can_meet(own, other):
        return None
    reasons = [*_structure(own, other)]
    if shared:
        reasons.append(({"kind": WORDS, "words": list(shared)}, near + ONE_WORD * min(3, len(shared))))
    if not any(one["kind"] in (WORDS, SORT, PLACE, PEOPLE) for one, _worth in reasons):
        return None  # the same place or theme alone is no reason to meet
    where = _where(own, other)
    score = sum(worth for _one, worth in reasons) + (where[1] if where else 0.0)
    if score < FLOOR:
        return None
    told = sorted(reasons, key=lambda one: -one[1])
    return Candidate(other.key, score, [one for one, _worth in told] + ([where[0]] if where else []))


def _can_meet(own: Thing, other: Thing) -> bool:
    """Needs meet offers; an initiative meets all three."""
    ways = {own.way, other.way}
    return "initiative" in ways or len(ways) == 2


def _structure(own: Thing, other: Thing) -> Iterable[tuple[Reason, float]]:
    listings = {own.way, other.way} == {"need", "offer"}
    if listings and own.sort == other.sort:
        yield {"kind": SORT, "sort": own.sort}, MEETS
    for one, two in ((own, other), (other, own)):
        if one.way == "initiative" and not one.has_place and two.place_kind and two.sort == SPACE:
            yield {"kind": PLACE, "place": two.place_kind, "square_metres": two.square_metres}, PLOT
        if two.half in one.missing:
            yield {"kind": HALF, "half": two.half}, MISSING
    if shared := own.people & other.people:
        yield {"kind": PEOPLE, "names": sorted({label for _key, label in shared})}, TOGETHER
    for theme in sorted(own.themes & other.themes)[:1]:
        yield {"kind": THEME, "theme": theme}, SUBJECT


def _where(own: Thing, other: Thing) -> tuple[Reason, float] | None:
    if own.area == other.area:
        return {"kind": SAME_AREA, "name": own.area_name}, SAME
    if own.point is None or other.point is None:
        return None
    km = kilometres(own.point, other.point)
    return {"kind": NEAR, "km": max(1, round(km)), "name": other.area_name}, CLOSE * math.exp(-km / FAR_KM)


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """The distance between two points (lon, lat) in kilometres.

    >>> round(kilometres((6.16, 52.25), (6.27, 52.27)), 1)
    7.8
    """
    middle = math.radians((one[1] + two[1]) / 2)
    east = math.radians(two[0] - one[0]) * math.cos(middle)
    return 6371 * math.hypot(east, math.radians(two[1] - one[1]))
