"""No steps: areas are imported before the first story begins."""

from middenstip.demo.rooms.step import Step

STEPS: tuple[Step, ...] = ()
