"""A covenant stands when a seat of every half signed; from the first signature the text is fixed."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Covenant
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, table
from tests.web.at_the_door import walk_in


def test_three_halves_sign_a_covenant(cast: Cast) -> None:
    goal = table(cast)
    told: dict[str, Any] = {"name": "Een koel veld", "ambition": "Er is schaduw.", "review_on": cast.day(300)}

    def write(**more: Any) -> Covenant:
        return services.write_covenant(
            by=cast.bas, goal=goal, **(told | {"themes": ""} | more), at=cast.tick()
        )

    for wrong in ({"ambition": " "}, {"review_on": cast.today}):
        with pytest.raises(Invalid):
            write(**wrong)
    first = write()
    assert write() == first  # the same form twice
    covenant = write(themes="Water\n\n Groen \nWater")
    assert (covenant.pk, covenant.themes) == (first.pk, "Water\nGroen")
    with pytest.raises(Forbidden, match="aan tafel"):
        services.sign_covenant(by=cast.gerrit, covenant=covenant, at=cast.tick())
    page = walk_in(cast.bas).get(f"/convenant/{covenant.public_id}/").content.decode()
    assert ("Ik teken voor mijn helft" in page, "Verander de tekst" in page) == (True, True)
    signed = [
        services.sign_covenant(by=one, covenant=covenant, at=cast.tick()) for one in (cast.bas, cast.bas)
    ]
    assert signed[0] == signed[1]
    with pytest.raises(NotNow, match="al getekend"):
        write(ambition="Er is water.")
    states = []
    for one in (cast.marijke, cast.ilse):
        services.sign_covenant(by=one, covenant=covenant, at=cast.tick())
        states.append(Covenant.objects.get().state)
    assert states == ["draft", "stands"]
    assert [one.data["stands"] for one in Entry.objects.filter(kind="covenant.signed").order_by("pk")] == [
        False,
        False,
        True,
    ]
    page = walk_in(None).get(f"/convenant/{covenant.public_id}/").content.decode()
    assert ("Getekend door alle drie de helften" in page, "Ik teken" in page) == (True, False)
    table_page = walk_in(None).get(f"/opgave/{goal.public_id}/").content.decode()
    assert f"/convenant/{covenant.public_id}/" in table_page
