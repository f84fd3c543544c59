"""Who decides what in Lettele, whether the promise was kept, and what each half gets."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Gain, MandateCheck
from middenstip.domain.deliberation.selectors.mandates import checks_of, weights_at
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, proposed, table
from tests.web.at_the_door import walk_in


def card(cast: Cast, **more: Any) -> dict[str, Any]:
    told = {"subject": "Het veld", "decides": "De raad", "advises": "De tafel", "informed": "De buurt"}
    told |= {"step": "advises", "promise": "De raad leest het advies.", "until_on": cast.day(90)}
    return told | more


def test_a_promise_is_shown_before_and_checked_after_per_half(cast: Cast) -> None:
    goal = table(cast)
    for wrong, reason in (
        ({"step": "baas"}, "tree"),
        ({"decides": " "}, "wie beslist"),
        ({"promise": ""}, "verwachten"),
        ({"until_on": cast.today}, "nog komt"),
    ):
        with pytest.raises(Invalid, match=reason):
            services.set_mandate(by=cast.bas, goal=goal, **card(cast, **wrong), at=cast.tick())
    with pytest.raises(Forbidden):
        services.set_mandate(by=cast.tarik, goal=goal, **card(cast), at=cast.tick())
    first = services.set_mandate(by=cast.bas, goal=goal, **card(cast), at=cast.tick())
    assert services.set_mandate(by=cast.bas, goal=goal, **card(cast), at=cast.tick()).at == first.at
    services.set_mandate(by=cast.ilse, goal=goal, **card(cast, step="makes"), at=cast.tick())
    with pytest.raises(Invalid, match="deels"):
        services.check_mandate(by=cast.bas, mandate=first, answer="misschien", at=cast.tick())
    with pytest.raises(Forbidden, match="aan tafel"):
        services.check_mandate(by=cast.tarik, mandate=first, answer="kept", at=cast.tick())
    for answer in ("kept", "partly"):
        services.check_mandate(by=cast.bas, mandate=first, answer=answer, at=cast.tick())
    assert MandateCheck.objects.count() == 1
    assert checks_of(first) == {("ondernemers", "partly"): 1}
    with pytest.raises(NotNow, match="blijft daarom staan"):
        services.set_mandate(by=cast.bas, goal=goal, **card(cast, step="decides"), at=cast.tick())
    with clock.frozen(cast.at):
        page = walk_in(None).get(f"/opgave/{goal.public_id}/wie-beslist/").text
    assert "De raad leest het advies." in page
    assert "je maakt het mee" in page


def test_every_half_writes_its_own_line_and_the_meter_counts_halves(cast: Cast) -> None:
    goal = proposed(cast)
    told = {"brings": "Grond", "gets": "Klanten", "fears": ""}
    first = services.write_gain(by=cast.bas, goal=goal, **told, at=cast.tick())
    assert services.write_gain(by=cast.bas, goal=goal, **told, at=cast.tick()).at == first.at
    services.write_gain(by=cast.bas, goal=goal, **told | {"fears": "Drukte"}, at=cast.tick())
    assert Gain.objects.get().fears == "Drukte"
    with pytest.raises(Invalid, match="te lang"):
        services.write_gain(by=cast.bas, goal=goal, **told | {"gets": "a" * 301}, at=cast.tick())
    weights = weights_at(goal)
    assert sum(one.proposals for one in weights) == 1
    assert all(one.words > 0 for one in weights)
    with clock.frozen(cast.at):
        page = walk_in(cast.ilse).get(f"/opgave/{goal.public_id}/wie-beslist/").text
    assert "nog leeg" in page
