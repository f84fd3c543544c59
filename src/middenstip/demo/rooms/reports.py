"""No steps: reports only read."""

from middenstip.demo.rooms.step import Step

STEPS: tuple[Step, ...] = ()
