"""The halves that take part, stored as bits on the initiative; its ring shows them as arcs."""

from __future__ import annotations

from django.db.models import F

from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.half import Half
from middenstip.kernel.write import write


@write
def join_half(*, initiative: Initiative, half: str) -> None:
    """From now on this half takes part."""
    bit = Half(half).bit
    initiative.halves |= bit
    # Updated in the database, not from the value read before: others may join or leave at the same moment.
    Initiative.objects.filter(pk=initiative.pk).update(halves=F("halves").bitor(bit))


@write
def hold_initiative(key: int) -> Initiative:
    """The initiative as it is now, locked until the end of the transaction."""
    return Initiative.objects.select_for_update().get(pk=key)


@write
def keep_halves(*, initiative: Initiative, halves: int) -> None:
    """Exactly these halves (bits) take part. Call `hold_initiative` before computing them."""
    if initiative.halves != halves:
        initiative.halves = halves
        initiative.store("halves")
