"""Hiding the texts of a lab, for a journey of moderation."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.labs import facts
from middenstip.domain.labs.models import Lab
from middenstip.domain.labs.services.record import fresh, record_lab
from middenstip.kernel import hidden
from middenstip.kernel.actor import Doer
from middenstip.kernel.write import write


@write
def hide_lab(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts and the names of its places."""
    lab = fresh(Lab.objects.only("pk").get(public_id=code))
    hidden.hide(lab, words)
    record_lab(facts.LabHidden, lab, by, at)


@write
def show_lab(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    lab = fresh(Lab.objects.only("pk").get(public_id=code))
    hidden.show(lab)
    record_lab(facts.LabShown, lab, by, at)
