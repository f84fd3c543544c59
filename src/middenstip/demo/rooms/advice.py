"""Advice of residents in the demo."""

from __future__ import annotations

from middenstip.demo.rooms.step import Step

STEPS: tuple[Step, ...] = ()
