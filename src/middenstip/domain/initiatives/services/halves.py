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
    initiative.halves |= bit
    # Whatever was read before: others join and leave at the same moment.
    Initiative.objects.filter(pk=initiative.pk).update(halves=F("halves").bitor(bit))


@write
def hold_initiative(key: int) -> Initiative:
    """The initiative as it is now; nobody changes it until this write is done."""
    return Initiative.objects.select_for_update().get(pk=key)


@write
def keep_halves(*, initiative: Initiative, halves: int) -> None:
    """These halves (bits) take part, no others. Hold the initiative before looking who they are."""
    if initiative.halves != halves:
        initiative.halves = halves
        initiative.store("halves")
