"""An invalid agreement is refused, with the reason beside the field."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Goal
from middenstip.kernel.verdict import Invalid, NotNow
from tests.cast import Cast, seat_of, shared


def _told(cast: Cast, **more: Any) -> dict[str, Any]:
    told = {"promisor": seat_of(cast.ilse), "promisee": seat_of(cast.bas), "what": "De grond is schoon."}
    return told | {"by": cast.ilse, "due_on": cast.day(30), "conditions": "", "at": cast.tick()} | more


@pytest.mark.parametrize(
    ("more", "errors"),
    [
        ({"what": " "}, {"what": "Schrijf op wat er beloofd wordt."}),
        ({"due_on": None}, {"due_on": "Kies een dag. Zonder dag is het geen afspraak."}),
    ],
)
def test_an_agreement_without_words_or_day_is_refused(
    cast: Cast, more: dict[str, Any], errors: dict[str, str]
) -> None:
    goal = shared(cast)
    with pytest.raises(Invalid) as refused:
        agreements.propose_agreement(goal=goal, **_told(cast, **more))
    assert refused.value.errors == errors
    assert not Agreement.objects.exists()


def test_an_agreement_may_be_due_today_but_not_yesterday(cast: Cast) -> None:
    goal = shared(cast)
    with pytest.raises(Invalid) as refused:
        agreements.propose_agreement(goal=goal, **_told(cast, due_on=cast.day(-1)))
    assert refused.value.errors == {"due_on": "Kies een dag die nog komt."}
    assert agreements.propose_agreement(goal=goal, **_told(cast, due_on=cast.today)).due_on == cast.today


def test_an_agreement_for_a_goal_without_initiative_is_refused(cast: Cast) -> None:
    goal = shared(cast)
    Goal.objects.update(initiative=None)
    with pytest.raises(NotNow, match="hoort nog niet bij een initiatief"):
        agreements.propose_agreement(goal=goal, **_told(cast))
