"""Lettele says who supports a plan, online and on paper, before anybody decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.method.support import Count, standing, standing_of
from middenstip.domain.deliberation.models import Backing, Pile, Support
from middenstip.domain.deliberation.tasks import count_due
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Membership
from middenstip.journal.models import Entry
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, stops, table
from tests.domain.deliberation.crowd import people
from tests.web.at_the_door import send, walk_in

MEMBERS = {"bewoners": 300, "overheid": 8, "ondernemers": 20}
HERE = "WK015014"
PLAN: dict[str, Any] = {"question": "Steun je de pluktuin?", "text": "Op het veld komt een pluktuin."}


def asked(cast: Cast, goal: Goal | None = None, by: Actor | None = None, **more: Any) -> Support:
    """Bas asks who supports the garden, for two weeks."""
    told = PLAN | {"members": MEMBERS, "places": [HERE], "closes_at": cast.at + timedelta(days=14)} | more
    return services.open_support(by=by or cast.bas, goal=goal or table(cast), **told, at=cast.tick())


def says(cast: Cast, support: Support, by: Actor, choice: str, words: str = "", place: str = HERE) -> Backing:
    told = {"choice": choice, "place": place, "words": words}
    return services.answer_support(by=by, support=support, **told, at=cast.tick())


def types(cast: Cast, support: Support, by: Actor, *numbers: int, **more: Any) -> Pile:
    """Type in pile 1 of residents of Lettele."""
    counts = dict(zip(("backs", "conditional", "against"), numbers, strict=True))
    told: dict[str, Any] = {"number": 1, "half": "bewoners", "place": HERE} | counts | more
    return services.type_pile(by=by, support=support, **told, at=cast.tick())


def closed(cast: Cast, support: Support) -> Support:
    cast.at = Support.objects.get(pk=support.pk).closes_at
    return services.close_support(support=support, at=cast.at)


def test_a_table_asks_once_what_everybody_can_answer(cast: Cast) -> None:
    goal = table(cast)
    for wrong, reason in (
        ({"question": "\u200b"}, "Schrijf de vraag op"),
        ({"text": " "}, "welk plan"),
        ({"places": []}, "welke buurten"),
        ({"places": ["GM0957"]}, "welke buurten"),
        ({"members": MEMBERS | {"overheid": 0}}, "Schat hoeveel"),
        ({"closes_at": cast.at}, "minstens een uur"),
        ({"closes_at": cast.at + timedelta(days=90)}, "zestig dagen"),
    ):
        with pytest.raises(Invalid, match=reason):
            asked(cast, goal, **wrong)
    with pytest.raises(Forbidden, match="aan tafel zit"):
        asked(cast, goal, by=cast.gerrit)
    support = asked(cast, goal)
    assert asked(cast, goal, closes_at=cast.at + timedelta(days=20)) == support  # the same form twice
    assert support.places == [{"code": HERE, "name": "Lettele", "inhabitants": 1010}]
    with pytest.raises(NotNow, match="Wacht tot dat gesloten is"):
        asked(cast, goal, text="Een ander plan.")
    closed(cast, support)
    again = asked(cast, goal, text="Een ander plan.")
    assert (again.pk != support.pk, Support.objects.count()) == (True, 2)
    assert Entry.objects.filter(kind="support.opened").count() == 2


def test_a_table_that_stopped_asks_nothing(cast: Cast) -> None:
    goal = stops(cast, table(cast))
    with pytest.raises(NotNow, match="Deze tafel is klaar"):
        asked(cast, goal)


def test_everybody_answers_once_and_may_change_it_until_the_closing_time(cast: Cast) -> None:
    support = asked(cast)
    for choice, words, place, reason in (
        ("misschien", "", HERE, "Kies een van"),
        ("condition", " ", HERE, "welke voorwaarde"),
        ("against", "a" * 301, HERE, "te lang"),
        ("backs", "", "GM0957", "waar je woont"),
    ):
        with pytest.raises(Invalid, match=reason):
            says(cast, support, cast.gerrit, choice, words, place)
    first = says(cast, support, cast.gerrit, "backs", "dit telt niet")
    assert (first.words, first.half) == ("", "bewoners")
    changed = says(cast, support, cast.gerrit, "condition", "Als er een hek komt.")
    assert says(cast, support, cast.gerrit, "condition", "Als er een hek komt.").at == changed.at
    says(cast, support, cast.ilse, "backs", place="heel")
    says(cast, support, cast.bas, "against")
    says(cast, support, cast.tarik, "against", "Ik woon er niet.", place="elders")
    found = standing_of(support)
    assert [(one.half, one.count, one.unknown) for one in found.halves] == [
        ("bewoners", Count(0, 1, 0), 299),
        ("overheid", Count(1, 0, 0), 7),
        ("ondernemers", Count(0, 0, 1), 19),
    ]
    assert (found.people, found.members) == (3, 328)
    assert (found.elsewhere.count, [one.count for one in found.places]) == (None, [None])
    cast.at = support.closes_at
    with pytest.raises(NotNow, match=rules.SUPPORT_CLOSED):
        says(cast, support, cast.gerrit, "backs")
    assert Backing.objects.get(seat=cast.gerrit.seat_id).choice == "condition"


def test_who_wears_two_hats_answers_with_one_of_them(cast: Cast) -> None:
    support = asked(cast)
    Membership.objects.filter(seat=cast.gerrit.seat_id).update(person=cast.bas.person_id)
    says(cast, support, cast.bas, "backs")
    other = Actor(
        cast.bas.person_id,
        cast.bas.person_public_id,
        cast.gerrit.seat_id,
        cast.gerrit.seat_public_id,
        cast.gerrit.half,
    )
    with pytest.raises(Forbidden, match="andere pet"):
        says(cast, support, other, "against")
    with pytest.raises(NotNow, match="Je zit niet meer in deze zetel"):
        says(cast, support, cast.gerrit, "backs")


def test_two_people_type_a_pile_of_paper_and_it_counts_apart(cast: Cast) -> None:
    support = asked(cast)
    for numbers, more, reason in (
        ((0, 0, 0), {}, "hoeveel bladen"),
        ((-1, 0, 3), {}, "hoeveel bladen"),
        ((3, 0, 0), {"half": "vogels"}, "welke helft"),
        ((3, 0, 0), {"place": "GM0957"}, "waar je woont"),
        ((9, 0, 0), {"half": "overheid"}, "de 8 mensen"),
        ((3, 1, 0), {}, "welke voorwaarden"),
        ((3, 1, 0), {"words": "a" * 301}, "regel is te lang"),
    ):
        with pytest.raises(Invalid, match=reason):
            types(cast, support, cast.bas, *numbers, **more)
    with pytest.raises(Forbidden):
        types(cast, support, cast.gerrit, 12, 0, 0)
    types(cast, support, cast.bas, 11, 0, 0)
    types(
        cast, support, cast.bas, 10, 2, 3, words=" Als het droog is.\n\nTe duur "
    )  # who typed it, corrects it
    assert standing_of(support).people == 0
    with pytest.raises(Invalid) as refusal:
        types(cast, support, cast.marijke, 11, 0, 0)
    assert refusal.value.errors == {"backs": rules.TYPED_OTHERWISE}
    pile = types(cast, support, cast.marijke, 10, 2, 3)
    assert (pile.second_by_id, pile.words) == (cast.marijke.seat_id, "Als het droog is.\nTe duur")
    with pytest.raises(NotNow, match=rules.PILE_TWICE):
        types(cast, support, cast.ilse, 10, 2, 3)
    with pytest.raises(Invalid, match="de 300 mensen"):
        types(cast, support, cast.ilse, 290, 0, 0, number=2)
    types(cast, support, cast.ilse, 4, 0, 0, number=2)  # nobody types it a second time
    says(cast, support, cast.gerrit, "backs")
    residents = standing_of(support).halves[0]
    assert (residents.online, residents.paper, residents.count) == (
        Count(1, 0, 0),
        Count(10, 2, 3),
        Count(11, 2, 3),
    )
    support = closed(cast, support)
    assert (support.left_out, Pile.objects.count()) == (1, 1)
    with pytest.raises(NotNow):
        types(cast, support, cast.bas, 4, 0, 0, number=2)


def test_a_place_with_fewer_than_ten_people_cannot_be_worked_out() -> None:
    places = [{"code": code, "name": code, "inhabitants": None} for code in ("a", "b", "c")]
    lines = [
        ("bewoners", "a", "online", "backs", 4),
        ("bewoners", "b", "online", "backs", 11),
        ("overheid", "c", "paper", "against", 30),
        ("ondernemers", "elders", "online", "condition", 12),
    ]
    found = standing({half.value: 20 for half in Half}, places, lines)
    assert [(one.code, one.count) for one in found.places] == [
        ("a", None),
        ("b", None),
        ("c", Count(0, 0, 30)),
        ("heel", Count()),
    ]
    assert found.elsewhere.count == Count(0, 12, 0)
    assert [(one.unknown, one.count.people) for one in found.halves] == [(5, 15), (0, 30), (20, 0)]


def test_it_closes_by_itself_and_is_kept_as_it_was(cast: Cast) -> None:
    support = asked(cast)
    says(cast, support, cast.gerrit, "backs")
    with pytest.raises(NotNow, match="nog open"):
        services.close_support(support=support, at=cast.tick())
    cast.at = support.closes_at
    assert (count_due(cast.at), count_due(cast.tick())) == (1, 0)
    assert services.close_support(support=support, at=cast.tick()).state == "closed"  # once is enough
    assert [one.data["people"] for one in Entry.objects.filter(kind="support.closed")] == [1]
    page = walk_in(cast.gerrit).get(f"/draagvlak/{support.public_id}/").content.decode()
    assert "Het blijft zoals het toen was." in page
    assert ("Geef mijn antwoord" in page, "Jij zei:" in page) == (False, True)
    assert (
        send(walk_in(cast.gerrit), f"/draagvlak/{support.public_id}/antwoord/", choice="against", place=HERE)
        == 409
    )


def test_hidden_words_stay_hidden_and_the_answer_counts(cast: Cast) -> None:
    support = asked(cast)
    backing = says(cast, support, cast.gerrit, "against", "Onaardige woorden.")
    told: dict[str, Any] = {"by": None, "at": cast.tick()}
    services.hide_backing(code=backing.public_id, words=HIDDEN, **told)
    with pytest.raises(NotNow, match="je woorden niet"):
        says(cast, support, cast.gerrit, "against", "Weer onaardig.")
    assert says(cast, support, cast.gerrit, "condition", HIDDEN).choice == "condition"
    services.show_backing(code=backing.public_id, **told)
    assert Backing.objects.get().words == "Onaardige woorden."
    services.hide_support(code=support.public_id, words=HIDDEN, **told)
    assert (Support.objects.get().text, Backing.objects.get().words) == (HIDDEN, HIDDEN)
    with pytest.raises(NotNow, match="verborgen"):
        says(cast, support, cast.bas, "backs")
    services.show_support(code=support.public_id, **told)
    assert (Support.objects.get().text, Backing.objects.get().words) == (PLAN["text"], "Onaardige woorden.")


def test_a_table_of_a_wijk_asks_per_buurt(cast: Cast) -> None:
    village = Area.objects.get(code=HERE)
    inside = {"year": 2024, "municipality": village.municipality, "district": village, "parent": village}
    for number in (1, 2):
        Area(code=f"BU0150140{number}", kind="buurt", name=f"Buurt {number}", **inside).store()
    goal = table(cast)
    with pytest.raises(Invalid, match="welke buurten"):
        asked(cast, goal)
    support = asked(cast, goal, places=["BU01501401", "BU01501402"])
    for place, one in enumerate(people(cast, Half.RESIDENTS, 21)):
        says(cast, support, one, "backs", place=f"BU0150140{place % 2 + 1}")
    page = walk_in(None).get(f"/opgave/{goal.public_id}/draagvlak/").content.decode()
    assert "21 van 328 mensen gaven antwoord" in page
    assert [one.count for one in standing_of(support).places] == [Count(11, 0, 0), Count(10, 0, 0), Count()]
