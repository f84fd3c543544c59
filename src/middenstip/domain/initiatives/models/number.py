"""The numbers of initiatives that people say aloud: LET-12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations, groupby, product

from django.db import models

from middenstip.domain.areas.models import Area
from middenstip.kernel import typed
from middenstip.kernel.ids import LETTERS
from middenstip.kernel.models import Row

NUMBER_LENGTH = 12
_BEFORE = re.compile(r"^((wijk|buurt) [0-9]+ |dorp |de |het |'t )+")  # people call "Wijk 06 De Hoven" Hoven


class Numbering(Row):
    """The letters of an area, and the last number it gave.

    The row outlives its area: numbers are never given twice.
    """

    area = models.OneToOneField(Area, on_delete=models.SET_NULL, null=True, related_name="+")
    letters = models.CharField(max_length=3, unique=True)
    last = models.PositiveIntegerField(default=0)


def letters_of(name: str) -> Iterator[str]:
    """Letters for an area of this name, the best first: LET for Lettele, then others in that order."""
    words = _BEFORE.sub("", typed.folded(name))
    heard = [letter for letter, _same in groupby(words.upper()) if letter in LETTERS]
    return ("".join(three) for three in chain(combinations(heard, 3), product(LETTERS, repeat=3)))
