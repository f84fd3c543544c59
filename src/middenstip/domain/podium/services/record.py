"""Reading an edition or a pitch to change it, and recording facts about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.podium.models import Edition, Pitch
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def fresh(edition: Edition) -> Edition:
    """The edition as it is now, locked."""
    return Edition.objects.select_for_update(of=("self",)).select_related("area").get(pk=edition.pk)


def fresh_pitch(pitch: Pitch) -> Pitch:
    """The pitch as it is now, locked; its edition is only read, so that many can promise at once."""
    rows = Pitch.objects.select_for_update(of=("self",))
    return rows.select_related("edition__area", "initiative__area", "initiative__seat").get(pk=pitch.pk)


def record_edition(kind: Any, edition: Edition, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about an edition, in its area."""
    record(kind(subject=edition.public_id, thread="", **edition.area.where, **data), by=by, at=at)


def record_pitch(kind: Any, pitch: Pitch, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a pitch, in the story of its initiative."""
    about = pitch.initiative
    told = {"subject": pitch.public_id, "thread": about.public_id, **about.area.where, **data}
    record(kind(**told), by=by, at=at)
