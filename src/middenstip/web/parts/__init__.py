"""The parts that rooms show on each other's pages: `PARTS` in `<room>.py`, collected here.

The server refuses to start when a room has no file; a room that shows nothing declares that too.
"""

from __future__ import annotations

from importlib import import_module

from middenstip.domain.rooms import STAIRS
from middenstip.web.shared.part import OnArea, OnGoal, OnInitiative, OnReport, Part, RoomParts

ROOMS: dict[str, RoomParts] = {name: import_module(f"{__name__}.{name}").PARTS for name in STAIRS}


def on_initiative(page: OnInitiative) -> list[Part]:
    """The parts of every room for the page of an initiative."""
    return [part for room in ROOMS.values() for part in room.on_initiative(page)]


def on_goal(page: OnGoal) -> list[Part]:
    """The parts of every room for the page of a goal."""
    return [part for room in ROOMS.values() for part in room.on_goal(page)]


def on_area(page: OnArea) -> list[Part]:
    """The parts of every room for the page of an area."""
    return [part for room in ROOMS.values() for part in room.on_area(page)]


def on_report(page: OnReport) -> list[Part]:
    """The parts of every room for the report of an initiative."""
    return [part for room in ROOMS.values() for part in room.on_report(page)]
