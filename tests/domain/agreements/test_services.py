"""An invalid agreement is refused, with the reason beside the field."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Goal
from middenstip.journeys import sign_agreement
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import Cast, agreement, seat_of, shared


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


def test_only_a_seat_at_the_table_proposes_an_agreement(cast: Cast) -> None:
    goal = shared(cast)
    for by in (cast.gerrit, cast.samira):
        with pytest.raises(Forbidden, match="Een afspraak voorstellen doet wie aan tafel zit"):
            agreements.propose_agreement(goal=goal, **_told(cast, by=by))
    assert not Agreement.objects.exists()


def test_nobody_promises_something_to_itself(cast: Cast) -> None:
    goal = shared(cast)
    with pytest.raises(Invalid) as refused:
        agreements.propose_agreement(goal=goal, **_told(cast, promisee=seat_of(cast.ilse)))
    assert refused.value.errors == {
        "promisee": "Kies twee verschillende partijen: wie belooft het, en aan wie?"
    }
    assert not Agreement.objects.exists()


def test_a_change_of_a_text_that_changed_meanwhile_is_refused_with_the_current_text(cast: Cast) -> None:
    made = agreement(cast)
    sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())
    told = {"agreement": made, "due_on": cast.day(60), "number": 1}
    agreements.change_agreement(
        by=cast.bas, **told, what="De grond is schoon.", conditions="Geen", at=cast.tick()
    )
    with pytest.raises(Stale) as refused:
        agreements.change_agreement(
            by=cast.marijke, **told, what="De grond is klaar.", conditions="", at=cast.tick()
        )
    assert refused.value.current == {"what": "De grond is schoon.", "conditions": "Geen"}
    now = Agreement.objects.get()
    assert (now.what, now.number, now.due_on) == ("De grond is schoon.", 2, cast.day(60))
    assert not now.signatures.exclude(at=None).exists()  # what Ilse signed is not the text any more
