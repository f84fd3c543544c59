"""A table is opened for the voedselbos."""

import pytest

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import open_goal
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, submitted, supported

TOLD = {"title": "Een voedselbos voor Lettele", "question": "Waar en hoe?"}


def test_the_initiator_opens_a_table_and_joins_it_first(cast: Cast) -> None:
    goal = open_goal.open_goal(by=cast.marijke, initiative=supported(cast), at=cast.tick(), **TOLD)
    assert goal.state == "gathering"
    assert [chair.seat_id for chair in goal.chairs.all()] == [cast.marijke.seat_id]
    assert Initiative.objects.get().stage == "goal"


def test_a_verbinder_can_open_a_table_without_joining_it(cast: Cast) -> None:
    goal = open_goal.open_goal(
        by=cast.yara, initiative=supported(cast), sit_down=False, at=cast.tick(), **TOLD
    )
    assert goal.chairs.count() == 0


def test_the_half_of_an_opener_who_joins_takes_part(cast: Cast) -> None:
    goal = open_goal.open_goal(
        by=cast.samira, initiative=supported(cast), title="Tafel", question="Waar?", at=cast.tick()
    )
    assert goal.halves_present == Half.GOVERNMENT.bit
    assert halves_of(Initiative.objects.get().halves) == (Half.RESIDENTS, Half.GOVERNMENT)


def test_opening_by_an_outsider_or_before_the_answer_of_the_desk_is_refused(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="Een tafel openen"):
        open_goal.open_goal(by=cast.tarik, initiative=supported(cast), at=cast.tick(), **TOLD)
    with pytest.raises(NotNow):
        open_goal.open_goal(
            by=cast.marijke, initiative=submitted(cast, "Nog een idee"), at=cast.tick(), **TOLD
        )
    assert not Goal.objects.exists()
