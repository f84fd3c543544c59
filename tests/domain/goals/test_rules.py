"""Who may open a table about an initiative."""

from __future__ import annotations

import pytest

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.journeys import open_goal
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, supported


def test_a_seat_that_takes_part_opens_a_table_and_one_that_only_offered_does_not(cast: Cast) -> None:
    initiative = supported(cast)
    told = {"initiative": initiative, "title": "Een bos", "question": "Waar?"}
    help_told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=initiative, **help_told, at=cast.tick())
    with pytest.raises(Forbidden, match="Een tafel openen doet de initiatiefnemer, een partner"):
        open_goal.open_goal(by=cast.bas, **told, at=cast.tick())
    assert not Goal.objects.exists()
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    opened = open_goal.open_goal(by=cast.bas, **told, at=cast.tick())
    assert [chair.seat_id for chair in opened.chairs.all()] == [cast.bas.seat_id]
