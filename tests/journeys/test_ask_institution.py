"""An initiator asks an institution, the first time with the tick that it costs some control."""

from __future__ import annotations

import pytest

from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import ask_institution
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, seat_of, submitted


def test_the_tick_and_the_invitation_are_kept_together_or_not_at_all(cast: Cast) -> None:
    initiative = submitted(cast)
    initiative.shares_reins_at = None
    initiative.store("shares_reins_at")
    told = {"by": cast.marijke, "initiative": initiative, "seat": seat_of(cast.ilse), "has_ticked": True}
    with pytest.raises(Invalid, match="waarvoor"):
        ask_institution.ask(**told, what_for=" ", at=cast.tick())
    assert Initiative.objects.get().shares_reins_at is None
    for _twice in range(2):
        ask_institution.ask(**told, what_for="Meedenken", key="een", at=cast.tick())
    assert ProcessInvite.objects.count() == 1
    assert Initiative.objects.get().shares_reins_at is not None
