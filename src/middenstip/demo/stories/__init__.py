"""Invented initiatives in all stages and themes. `history.py` plays them through the journeys."""

from middenstip.demo.stories.agreed import AGREED
from middenstip.demo.stories.begun import BEGUN
from middenstip.demo.stories.ended import ENDED
from middenstip.demo.stories.shape import Promise, Story, Table

STORIES = (*AGREED, *BEGUN, *ENDED)

__all__ = ["STORIES", "Promise", "Story", "Table"]
