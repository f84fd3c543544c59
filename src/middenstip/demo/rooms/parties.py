"""No steps: people get their seats before the first story begins, see `cast` and `crowd`."""

from middenstip.demo.rooms.step import Step

STEPS: tuple[Step, ...] = ()
