"""The acts of each room in the demo: one file per room, as `STEPS`. A test refuses a room without a file."""

from __future__ import annotations

from importlib import import_module

from middenstip.demo.rooms.step import Step
from middenstip.domain.rooms import STAIRS

ROOMS: dict[str, tuple[Step, ...]] = {room: import_module(f"{__name__}.{room}").STEPS for room in STAIRS}
STEPS = sorted((step for steps in ROOMS.values() for step in steps), key=lambda step: step.order)
