"""A program reads the neighbourhood, and sees what a visitor sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.tasks import learn_words
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from tests.cast import Cast, agreement, draft, signed, submitted, table
from tests.queries import at_most

SQUARE = {"type": "Polygon", "coordinates": [[[6.2, 52.2], [6.3, 52.2], [6.3, 52.3], [6.2, 52.2]]]}
BASE = "/api/v1"


@pytest.fixture
def signed_world(cast: Cast) -> Iterator[Cast]:
    """The world on the day of signing: later the promise would be late."""
    signed(cast)
    with clock.frozen(cast.at):
        yield cast


def read(client: Client, path: str, **headers: str) -> dict[str, Any]:
    response = client.get(path if path.startswith("/") else f"{BASE}/{path}", headers=headers)
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()
    return found


def test_an_initiative_has_the_same_data_as_its_page(client: Client, signed_world: Cast) -> None:
    made = Initiative.objects.get()
    (card,) = read(client, "initiatieven")["initiatieven"]
    whole = read(client, card["_links"]["self"]["href"])
    assert card["titel"] == "Voedselbos Lettele"
    assert card["fase"] == "project"
    assert card["helften"] == ["bewoners", "overheid", "ondernemers"]
    assert card["gebied"] == {"code": "WK015014", "naam": "Lettele"}
    assert card["openbaarSinds"] == made.submitted_at.strftime("%Y-%m-%dT%H:%M:%SZ")  # type: ignore[union-attr]
    assert card["_links"]["pagina"]["href"] == f"/initiatief/{made.public_id}/"
    assert {key: whole[key] for key in card if key != "_links"} == {
        key: value for key, value in card.items() if key != "_links"
    }
    assert whole["regiekaart"]["vast"] == ["Plukken is gratis", "Geen gif"]
    assert whole["initiatiefnemer"]["naam"] == signed_world.marijke.name
    assert [theme["uri"] for theme in whole["themas"]] == [
        "https://identifier.overheid.nl/tooi/def/thes/top/c_afa30a11"
    ]


def test_links_of_an_initiative_lead_to_its_table_and_agreements(client: Client, signed_world: Cast) -> None:
    (card,) = read(client, "initiatieven")["initiatieven"]
    links = read(client, card["_links"]["self"]["href"])["_links"]
    (goal,) = read(client, links["opgaven"]["href"])["opgaven"]
    (promise,) = read(client, links["afspraken"]["href"])["afspraken"]
    whole_goal = read(client, goal["_links"]["self"]["href"])
    whole_promise = read(client, promise["_links"]["self"]["href"])
    assert (goal["status"], goal["zeidenJa"], goal["ontbreekt"]) == (
        "gedeeld",
        ["bewoners", "overheid", "ondernemers"],
        [],
    )
    assert [said["antwoord"] for said in whole_goal["versies"][0]["antwoorden"]] == ["ja", "ja", "ja"]
    assert (promise["status"], promise["teLaat"], promise["opgave"]["id"]) == ("loopt", False, goal["id"])
    assert promise["belooft"]["helft"] == "overheid"
    assert [one["helft"] for one in whole_promise["handtekeningen"]] == [
        "bewoners",
        "overheid",
        "ondernemers",
    ]
    assert all(one["getekendOp"] for one in whole_promise["handtekeningen"])


def test_drafts_are_not_found(client: Client, cast: Cast) -> None:
    one = draft(cast)
    assert read(client, "initiatieven")["initiatieven"] == []
    assert client.get(f"{BASE}/initiatieven/{one.public_id}").status_code == 404


def test_letters_are_closed_until_the_reveal(client: Client, cast: Cast) -> None:
    goal = table(cast)
    for actor, text in ((cast.marijke, "Een bos."), (cast.ilse, "Meer groen."), (cast.bas, "Werk.")):
        goals.write_letter(by=actor, goal=goal, text=text, at=cast.tick())
    assert read(client, f"opgaven/{goal.public_id}")["briefjes"] == []
    goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick())
    letters = read(client, f"opgaven/{goal.public_id}")["briefjes"]
    assert sorted(one["tekst"] for one in letters) == ["Een bos.", "Meer groen.", "Werk."]


def test_only_the_initiator_is_named(client: Client, signed_world: Cast) -> None:
    paths = [f"{BASE}/{noun}" for noun in ("gebieden", "initiatieven", "opgaven", "afspraken")]
    for path in list(paths):
        noun = path.rsplit("/", 1)[1]
        paths += [one["_links"]["self"]["href"] for one in read(client, path)[noun]]
    text = "".join(client.get(path).content.decode() for path in paths)
    c = signed_world
    assert c.marijke.name in text
    assert "@" not in text
    assert [who.name for who in (c.bas, c.ilse, c.samira, c.gerrit, c.noor) if who.name in text] == []


def test_an_area_has_its_outline_and_its_parents(client: Client, cast: Cast) -> None:
    Outline(area=Area.objects.get(code="WK015014"), geometry=SQUARE, source="CBS", year=2024).store()
    whole = read(client, "gebieden/WK015014")
    assert whole["geometrie"] == SQUARE
    assert whole["ligtIn"] == [{"code": "GM0150", "naam": "Deventer"}]
    assert whole["inwoners"] == {"aantal": 1010, "bron": "CBS", "jaar": 2024}
    inside = read(client, "gebieden?gebied=GM0150&soort=wijk")["gebieden"]
    assert [one["code"] for one in inside] == ["WK015014"]


def test_geojson_has_the_same_data(client: Client, cast: Cast) -> None:
    Outline(area=Area.objects.get(code="WK015014"), geometry=SQUARE, source="CBS", year=2024).store()
    one = submitted(cast)
    Initiative.objects.update(lon=6.27, lat=52.27)
    asked = read(client, "initiatieven?formaat=geojson")
    accepted = read(client, "initiatieven", accept="application/geo+json")
    (feature,) = asked["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [6.27, 52.27]}
    assert (feature["id"], feature["properties"]["titel"]) == (one.public_id, "Voedselbos Lettele")
    assert accepted["features"] == asked["features"]
    areas = read(client, "gebieden?formaat=geojson")["features"]
    assert {area["id"]: area["geometry"]["type"] for area in areas} == {
        "GM0150": "Point",
        "GM0957": "Point",
        "WK015014": "Polygon",
    }


def test_pages_follow_each_other_without_gaps_or_doubles(client: Client, cast: Cast) -> None:
    for number in range(7):
        submitted(cast, f"Idee {number}")
    seen, path = [], f"{BASE}/initiatieven?aantal=3&gebied=GM0150"
    while path:
        page = read(client, path)
        seen.append([one["titel"] for one in page["initiatieven"]])
        path = (page["_links"]["next"] or {}).get("href", "")
    assert seen == [["Idee 6", "Idee 5", "Idee 4"], ["Idee 3", "Idee 2", "Idee 1"], ["Idee 0"]]


@pytest.mark.parametrize("noun", ["gebieden", "opgaven", "afspraken"])
def test_every_collection_pages(client: Client, cast: Cast, noun: str) -> None:
    agreement(cast)
    agreement(cast)
    seen, path = [], f"{BASE}/{noun}?aantal=1"
    while path:
        page = read(client, path)
        seen += [one.get("id") or one["code"] for one in page[noun]]
        path = (page["_links"]["next"] or {}).get("href", "")
    everything = [one.get("id") or one["code"] for one in read(client, noun)[noun]]
    assert seen == everything
    assert len(seen) >= 2


def test_ideas_of_the_same_moment_are_each_listed_once(client: Client, cast: Cast) -> None:
    for number in range(4):
        submitted(cast, f"Idee {number}")
    Initiative.objects.update(submitted_at=cast.at)
    seen, path = [], f"{BASE}/initiatieven?aantal=1"
    while path:
        page = read(client, path)
        seen += [one["titel"] for one in page["initiatieven"]]
        path = (page["_links"]["next"] or {}).get("href", "")
    assert sorted(seen) == ["Idee 0", "Idee 1", "Idee 2", "Idee 3"]


def test_a_promise_is_late_from_the_day_after(client: Client, signed_world: Cast) -> None:
    for days, is_late in ((0, False), (-1, True)):
        Agreement.objects.update(due_on=signed_world.day(days))
        with clock.frozen(signed_world.at):
            (one,) = read(client, "afspraken")["afspraken"]
        assert one["teLaat"] is is_late


def test_a_seat_that_left_the_table_is_not_listed(client: Client, cast: Cast) -> None:
    goal = table(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    whole = read(client, f"opgaven/{goal.public_id}")
    assert [one["helft"] for one in whole["zetels"]] == ["bewoners", "overheid"]
    assert (whole["aanTafel"], whole["ontbreekt"], whole["zeidenJa"]) == (
        ["bewoners", "overheid"],
        ["ondernemers"],
        [],
    )


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("gebied=GM0150", 1),
        ("gebied=GM0957", 0),
        ("thema=natuur-en-milieu", 1),
        ("thema=wonen", 0),
        ("fase=idee", 1),
        ("fase=project", 0),
        ("helft=bewoners", 1),
        ("helft=overheid", 0),
        ("mist=overheid", 1),
        ("mist=bewoners", 0),
        ("q=noten+kruiden", 1),
        ("q=zwembad", 0),
        ("q=%E2%80%8B", 1),  # only invisible characters: no search
    ],
)
def test_filters_are_those_of_the_page(client: Client, cast: Cast, query: str, number: int) -> None:
    submitted(cast)
    learn_words()
    assert len(read(client, f"initiatieven?{query}")["initiatieven"]) == number


def test_tables_and_agreements_are_filtered_by_initiative_state_and_half(client: Client, cast: Cast) -> None:
    first, second = agreement(cast), signed(cast)
    Agreement.objects.filter(pk=second.pk).update(promisee=cast.bas.seat_id)
    for query, found in (
        ("", [second, first]),
        (f"?initiatief={first.initiative.public_id}", [first]),
        ("?status=loopt", [second]),
        ("?helft=ondernemers", [second]),
        ("?helft=bewoners", [first]),
        ("?helft=overheid", [second, first]),
    ):
        ids = [one["id"] for one in read(client, f"afspraken{query}")["afspraken"]]
        assert ids == [one.public_id for one in found], query
    tables = read(client, f"opgaven?initiatief={first.initiative.public_id}")["opgaven"]
    assert first.goal
    assert [one["id"] for one in tables] == [first.goal.public_id]
    assert read(client, "opgaven?status=gestopt")["opgaven"] == []


@pytest.mark.parametrize(("size", "further"), [(1, True), (2, False), (3, False)])
def test_a_last_page_that_is_full_has_no_next_link(
    client: Client, cast: Cast, size: int, further: bool
) -> None:
    agreement(cast)
    agreement(cast)
    for noun in ("initiatieven", "opgaven", "afspraken"):
        page = read(client, f"{noun}?aantal={size}")
        assert (len(page[noun]), page["_links"]["next"] is not None) == (min(size, 2), further)


@pytest.mark.parametrize("many", [1, 30])
def test_lists_cost_three_queries_and_things_six_at_most(client: Client, cast: Cast, many: int) -> None:
    promise = agreement(cast)
    for number in range(many - 1):
        submitted(cast, f"Idee {number}")
    for path in ("gebieden?formaat=geojson", "initiatieven?fase=idee", "opgaven?status=gedeeld", "afspraken"):
        with at_most(3):
            read(client, f"{path}{'&' if '?' in path else '?'}gebied=GM0150&aantal=100")
    with at_most(3 + 8):  # a search makes a fixed number of queries on the index
        read(client, "initiatieven?gebied=GM0150&q=bos")
    things = {"initiatieven": promise.initiative, "opgaven": promise.goal, "afspraken": promise}
    for noun, thing in things.items():
        with at_most(6):
            read(client, f"{noun}/{thing.public_id}")  # type: ignore[union-attr]
    with at_most(6):
        read(client, "gebieden/WK015014")
