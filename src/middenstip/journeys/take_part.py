"""A seat stops taking part. The ring of the initiative shows only the halves that take part now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.reports.selectors.taking_part import halves_taking_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import gather, write


@write
def end_help(*, by: Actor, partner: Partner, at: datetime) -> Partner:
    """A seat stops helping."""
    partner = initiatives.stop_help(by=by, partner=partner, at=at)
    somebody_left(partner.initiative, {partner.seat.half})
    return partner


def somebody_left(initiative: Initiative, halves: Collection[str]) -> None:
    """Check whether these halves still take part; the initiator's half always does.

    Call it last in an act, because an initiative is locked after its tables and agreements.
    """
    if set(halves) - {initiative.origin_half}:
        gather(initiative.pk, _count)


def _count(initiative_keys: list[int]) -> None:
    for key in sorted(set(initiative_keys)):
        initiative = initiatives.hold_initiative(key)
        if initiative.stage not in ENDED:  # an ended initiative shows who took part
            initiatives.keep_halves(initiative=initiative, halves=halves_taking_part(initiative))
