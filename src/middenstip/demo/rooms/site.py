"""No steps: the demo has our own texts and colours."""

from middenstip.demo.rooms.step import Step

STEPS: tuple[Step, ...] = ()
