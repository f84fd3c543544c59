"""The halves that take part, kept as bits beside the initiative: the arcs of its ring."""

from __future__ import annotations

from django.db.models import F

from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.half import Half
from middenstip.kernel.write import write


@write
def join_half(*, initiative: Initiative, half: str) -> None:
    """From now on this half takes part: one more arc in the ring."""
    bit = Half(half).bit
    if not initiative.halves & bit:
        initiative.halves |= bit
        Initiative.objects.filter(pk=initiative.pk).update(halves=F("halves").bitor(bit))  # others join too
