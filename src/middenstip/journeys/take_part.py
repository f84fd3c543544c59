"""Taking part ends. The ring shows the halves that are there now: where one is missing, others can come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Chair
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.projects.lifecycle import DONE, OPEN
from middenstip.domain.projects.models import Signature
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import bits_of
from middenstip.kernel.write import gather, write


@write
def end_help(*, by: Actor, partner: Partner, at: datetime) -> Partner:
    """A seat stops helping."""
    partner = initiatives.end_help(by=by, partner=partner, at=at)
    somebody_left(partner.initiative, {partner.seat.half})
    return partner


def somebody_left(initiative: Initiative, halves: Collection[str]) -> None:
    """Look again whether these halves still take part; that of the initiator always does.

    It is the last thing of the act, because an initiative is locked after the tables and the agreements.
    """
    if set(halves) - {initiative.origin_half}:
        gather(initiative.pk, _count)


def _count(initiative_keys: list[int]) -> None:
    for key in sorted(set(initiative_keys)):
        initiative = initiatives.hold_initiative(key)
        if initiative.stage not in ENDED:  # then it shows who took part
            initiatives.keep_halves(initiative=initiative, halves=_halves(initiative))


def _halves(initiative: Initiative) -> int:
    """That of the initiator, and of who helps, sits at a table or signed a promise that stands; as bits."""
    helping = Partner.objects.filter(initiative=initiative, state="accepted")
    sitting = Chair.objects.filter(goal__initiative=initiative, left_at=None)
    bound = Signature.objects.filter(agreement__initiative=initiative, at__isnull=False)
    there = helping.values_list("seat__half").union(
        sitting.exclude(goal__state__in=GOAL.ends).values_list("seat__half"),
        bound.filter(agreement__state__in=(OPEN, DONE)).values_list("seat__half"),
    )
    return bits_of([initiative.origin_half, *(half for (half,) in there)])
