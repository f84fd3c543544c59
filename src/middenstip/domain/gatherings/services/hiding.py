"""Hiding the texts of a gathering, for a journey of moderation."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.gatherings import facts
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.kernel import hidden
from middenstip.kernel.actor import Doer
from middenstip.kernel.write import write


@write
def hide_gathering(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts and notes."""
    gathering = fresh(Gathering.objects.only("pk").get(public_id=code))
    hidden.hide(gathering, words)
    record_about(facts.GatheringHidden, gathering, by, at)


@write
def show_gathering(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    gathering = fresh(Gathering.objects.only("pk").get(public_id=code))
    hidden.show(gathering)
    record_about(facts.GatheringShown, gathering, by, at)
