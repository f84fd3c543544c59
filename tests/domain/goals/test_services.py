"""Invalid input at a table is refused, with the reason beside the field."""

from __future__ import annotations

import pytest

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal, Version
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import agree_goal
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, joins, proposed, stops


def test_an_empty_version_is_refused(cast: Cast) -> None:
    goal = proposed(cast)
    with pytest.raises(Invalid) as refused:
        goals.propose_version(by=cast.bas, goal=goal, text=" \n", number=1, at=cast.tick())
    assert refused.value.errors == {"text": "Schrijf het doel op in één of twee zinnen."}
    assert [version.number for version in Version.objects.all()] == [1]


@pytest.mark.parametrize(
    ("answer", "errors"),
    [
        ("misschien", {"answer": "Kies ja, ‘nee, tenzij’ of nee."}),
        ("tenzij", {"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."}),
        ("nee", {"condition": "Zeg in één zin waarom. Zonder reden kan de tafel er niets mee."}),
    ],
)
def test_an_unknown_answer_and_a_no_without_reason_are_refused(
    cast: Cast, answer: str, errors: dict[str, str]
) -> None:
    goal = proposed(cast)
    with pytest.raises(Invalid) as refused:
        goals.answer_version(by=cast.bas, goal=goal, number=1, answer=answer, condition=" ", at=cast.tick())
    assert refused.value.errors == errors


def test_a_table_without_an_initiative_can_be_joined_left_and_stopped(cast: Cast) -> None:
    """A goal can exist before its initiative."""
    goal = proposed(cast)
    before = Initiative.objects.values("stage", "halves").get()
    Goal.objects.update(initiative=None)
    goal = Goal.objects.get(pk=goal.pk)
    assert joins(cast, cast.gerrit, goal).seat_id == cast.gerrit.seat_id
    goal = agree_goal.leave(by=cast.gerrit, goal=goal, at=cast.tick())
    assert stops(cast, goal).state == "stopped"
    assert Initiative.objects.values("stage", "halves").get() == before


def test_stopping_a_table_does_not_change_the_stage_of_a_project(cast: Cast) -> None:
    goal = proposed(cast)
    Initiative.objects.update(stage="project")
    goal = stops(cast, Goal.objects.get(pk=goal.pk))
    assert (goal.state, Initiative.objects.get().stage) == ("stopped", "project")
