"""The parts that a room shows on pages of other rooms, and the pages that ask for them.

Each room declares its parts in `web/parts/<room>.py`; `web/parts/__init__.py` collects them. A page prints
the parts of each place in their order, without naming any room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.actor import Actor
from middenstip.web.shared.places import Place


@dataclass(frozen=True)
class Part:
    """One block of a page: its template and the values it needs.

    place: where it is on the page; each page defines its places in its own template.
    order: parts of one place are sorted from low to high; leave gaps of ten for later parts.
    halves: the halves that took part according to this part, as bits (used by the report).
    is_heavy: this took long to compute, so the page may cache it for a minute (used by the area).
    reads_page: its template also reads who looks and what else the page says, so the page of an area prints
        it anew for each reader; all others it keeps printed.
    html: the part as it was printed before; "" when it is still to be printed.
    """

    template: str
    place: str
    order: int
    values: Mapping[str, Any] = field(default_factory=dict)
    halves: int = 0
    is_heavy: bool = False
    reads_page: bool = False
    html: str = ""


@dataclass(frozen=True)
class OnInitiative:
    """The page of an initiative; `actor` is the hat of the reader, None for a visitor.

    Places: MAIN (sections below each other), ACTS (what the reader may do), PEOPLE (the participants).
    """

    initiative: Initiative
    actor: Actor | None
    today: date

    MAIN, ACTS, PEOPLE = "main", "acts", "people"


@dataclass(frozen=True)
class OnGoal:
    """The page of a goal; `actor` is the hat of the reader, who `sits` there or not.

    Place: MAIN (sections below the table).
    """

    goal: Goal
    today: date
    actor: Actor | None = None
    sits: bool = False

    MAIN = "main"


@dataclass(frozen=True)
class OnArea:
    """The page of an area.

    Its parts are cached for all readers, so their values must not depend on the reader.
    Places: HEAD (the top), TWO (side by side), LIST (as wide as the page), WIDE (below those), GROUND
    (side by side at the bottom).
    """

    place: Place
    today: date

    HEAD, LIST, TWO, WIDE, GROUND = "head", "list", "two", "wide", "ground"


@dataclass(frozen=True)
class OnReport:
    """The printed report of an initiative.

    Places: FACTS (rows of the list at the top), SECTIONS (below it), FOOT (the last lines).
    """

    initiative: Initiative
    today: date

    FACTS, SECTIONS, FOOT = "facts", "sections", "foot"


def _nothing(page: Any) -> Iterable[Part]:
    return ()


@dataclass(frozen=True)
class RoomParts:
    """The parts of one room for each of these pages; a page that is left out gets none."""

    on_initiative: Callable[[OnInitiative], Iterable[Part]] = _nothing
    on_goal: Callable[[OnGoal], Iterable[Part]] = _nothing
    on_area: Callable[[OnArea], Iterable[Part]] = _nothing
    on_report: Callable[[OnReport], Iterable[Part]] = _nothing


def by_place(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """The parts of each place, in their order."""
    found: dict[str, list[Part]] = {}
    for part in sorted(parts, key=lambda part: part.order):
        found.setdefault(part.place, []).append(part)
    return found
