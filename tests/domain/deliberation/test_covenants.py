"""A covenant stands when a seat of every half signed; from the first signature the text is fixed."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Covenant
from middenstip.domain.moderation.models import Posting
from middenstip.journal.models import Entry
from middenstip.journeys import publish_text
from middenstip.kernel.hidden import HELD
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


def test_a_hidden_covenant_is_not_read_signed_or_changed_until_it_is_shown(cast: Cast) -> None:
    goal = table(cast)
    told: dict[str, Any] = {"name": "Een koel veld", "ambition": "Er is schaduw.", "review_on": cast.day(300)}
    covenant = publish_text.covenant(by=cast.bas, goal=goal, **told, themes="Water", at=cast.tick())
    path, words = f"/convenant/{covenant.public_id}/", "Deze tekst is verborgen."
    by: dict[str, Any] = {"code": covenant.public_id, "by": cast.noor}
    assert "/melden/convenant/" in walk_in(None).get(path).content.decode()
    services.hide_covenant(words=words, at=cast.tick(), **by)
    page = walk_in(cast.bas).get(path).content.decode()
    gone = ("schaduw", "Water", "Ik teken", "Verander de tekst", "/melden/convenant/")
    assert [one for one in gone if one in page] == []
    with pytest.raises(NotNow, match="verborgen"):
        services.sign_covenant(by=cast.bas, covenant=covenant, at=cast.tick())
    with pytest.raises(NotNow, match="verborgen"):
        services.write_covenant(by=cast.bas, goal=goal, **told, themes="", at=cast.tick())
    services.show_covenant(at=cast.tick(), **by)
    covenant.refresh_from_db()
    assert (covenant.name, covenant.ambition, covenant.themes) == ("Een koel veld", "Er is schaduw.", "Water")


def test_a_covenant_with_a_link_of_a_new_person_waits_for_a_moderator(cast: Cast) -> None:
    goal = table(cast)
    told: dict[str, Any] = {"name": "Een koel veld", "themes": "", "review_on": cast.day(300)}

    def write(ambition: str) -> Covenant:
        made = publish_text.covenant(by=cast.bas, goal=goal, ambition=ambition, **told, at=cast.tick())
        return Covenant.objects.get(pk=made.pk)

    fine = write("Er is schaduw.")
    assert write("Er is schaduw.").at == fine.at  # the same form twice
    assert (fine.is_hidden, Posting.objects.filter(noun="convenant").count()) == (False, 1)
    held = write("Kijk op www.koop.example")
    assert (held.is_hidden, held.ambition) == (True, HELD)
    assert Posting.objects.filter(noun="convenant").count() == 1  # a change is not another post
