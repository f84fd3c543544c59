"""Reading a lab to change it, counting its halves, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.labs.lifecycle import JOINED, OPEN
from middenstip.domain.labs.models import Lab, LabHost
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer
from middenstip.kernel.half import ALL_HALVES, bits_of


def fresh(lab: Lab) -> Lab:
    """The lab as it is now, locked: one change in it at a time."""
    rows = Lab.objects.select_for_update(of=("self",))
    return rows.select_related("area__municipality", "area__district").get(pk=lab.pk)


def record_lab(kind: Any, lab: Lab, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a lab, in its area."""
    record(kind(subject=lab.public_id, thread="", **lab.area.where, **data), by=by, at=at)


def count_halves(lab: Lab, at: datetime) -> Lab:
    """Which halves host it now, and since when one is missing. A half that is back gives the name back."""
    halves = LabHost.objects.filter(lab=lab, state=JOINED).values_list("half", flat=True)
    lab.halves = bits_of(halves)
    if lab.halves == ALL_HALVES or lab.state != OPEN:
        lab.missing_since, lab.is_unnamed = None, False
    elif lab.missing_since is None:
        lab.missing_since = timezone.localdate(at)
    return lab.store("halves", "missing_since", "is_unnamed")
