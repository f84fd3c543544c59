"""The tribune: somebody looks on, sees what happens, and may come closer."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.domain.areas.models import Area, Figure, Outline
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors import Wanted, cards
from middenstip.domain.moderation import services as moderation
from middenstip.domain.parties.models import Follow
from middenstip.journeys import stop_initiative, submit_initiative
from tests.cast import Cast, draft, person, signed, submitted
from tests.queries import at_most
from tests.web.at_the_door import shown

TRIBUNE = "/gebied/WK015014/"


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


def many(cast: Cast, count: int) -> None:
    """Marijke tells many ideas on one day: more than the usual twenty."""
    city = Area.objects.get(code="GM0150")
    moderation.choose_setting(by=cast.noor, area=city, holds_first=False, posts_per_day=50)
    for number in range(count):
        idea = draft(cast, f"Idee {number}")
        submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())


def test_onlooker_sees_what_happens_in_the_village(cast: Cast, client: Client) -> None:
    signed(cast)
    page = client.get(TRIBUNE).content.decode()
    assert "<h1" in page
    assert "Dit gebeurt er in Lettele" in page
    assert "Voedselbos Lettele" in page
    assert "Doen mee: bewoners" in page  # the ring in words
    assert "Iedereen tekende dit bij" in page
    assert "Bewoners" in page
    assert "mensen" in page


def test_empty_village_says_how_to_begin(cast: Cast, client: Client) -> None:
    page = client.get(TRIBUNE).content.decode()
    assert "Hier loopt nog geen initiatief" in page
    assert "/initiatieven/nieuw/" in page
    assert "Van dit gebied hebben we nog geen cijfers" in page


def test_new_initiative_shows_at_once(cast: Cast, client: Client) -> None:
    client.get(TRIBUNE)
    submitted(cast, "Nachtegalenpad")
    assert "Nachtegalenpad" in client.get(TRIBUNE).content.decode()
    assert "Nachtegalenpad" in client.get("/gebied/GM0150/").content.decode()


def test_stopped_initiative_is_told_as_plainly(cast: Cast, client: Client) -> None:
    idea = submitted(cast)
    stop_initiative.stop(by=cast.marijke, initiative=idea, lesson="Te weinig mensen.", at=cast.tick())
    told = client.get(TRIBUNE).content.decode()
    assert '<span class="ms-merk">gestopt</span>' in told
    assert "Hier loopt nu geen initiatief." in told
    assert "werken hier samen aan" not in told


def test_draft_stays_out_of_sight(cast: Cast, client: Client) -> None:
    draft(cast, "Nog geheim")
    for url in (TRIBUNE, TRIBUNE + "logboek/", "/initiatieven/"):
        assert "Nog geheim" not in client.get(url).content.decode()


def test_missing_half_is_asked_for(cast: Cast, client: Client) -> None:
    submitted(cast)
    assert "Iemand van de overheid gezocht die mee wil denken" in client.get(TRIBUNE).content.decode()


def test_figure_of_the_gemeente_says_that_it_is(cast: Cast, client: Client) -> None:
    city = Area.objects.get(code="GM0150")
    Figure(area=city, key="share_65_plus", value="19.5", source="CBS", year=2025).save()
    page = client.get(TRIBUNE).content.decode()
    assert "19,5%" in page
    assert "Over de hele gemeente. Elk getal heeft" in page  # all of them: said once
    assert "CBS, 2025" in page
    Figure(
        area=Area.objects.get(code="WK015014"), key="inhabitants", value="1705", source="CBS", year=2025
    ).save()
    cache.clear()
    page = client.get(TRIBUNE).content.decode()
    assert "over de hele gemeente</span>" in page  # one of them: said beside it


def test_map_has_areas_as_links_and_initiatives_as_rings(cast: Cast, client: Client) -> None:
    for code, west in (("GM0150", 6.0), ("WK015014", 6.2)):
        ring = [[west, 52.2], [6.4, 52.2], [6.4, 52.4], [west, 52.4], [west, 52.2]]
        outline = {"type": "Polygon", "coordinates": [ring]}
        Outline(area=Area.objects.get(code=code), geometry=outline, source="CBS", year=2024).save()
    idea = submitted(cast)
    homeless = submitted(cast, "Zonder plek")
    Initiative.objects.filter(pk=idea.pk).update(has_place=True)
    page = client.get("/gebied/GM0150/").content.decode()
    assert f'class="ms-punt" href="/initiatief/{homeless.public_id}/"' not in page
    assert "1 initiatief zoekt nog een plek" in page
    assert 'aria-label="Lettele: 2 initiatieven"' in page
    assert f'class="ms-punt" href="/initiatief/{idea.public_id}/"' in page
    assert json.dumps("ms-kaart__svg")[1:-1] in page


def test_visitor_who_follows_is_sent_to_log_in_and_back(cast: Cast, client: Client) -> None:
    page = client.get(TRIBUNE).content.decode()
    assert f"?next={TRIBUNE}" in page
    assert "csrfmiddlewaretoken" not in page
    answer = client.post(TRIBUNE + "volg/", {"back": TRIBUNE})
    assert answer["Location"].startswith("/inloggen/?next=")


def test_somebody_follows_twice_and_stops(cast: Cast, client: Client) -> None:
    client.force_login(person(cast.tarik))
    for _ in range(2):
        assert client.post(TRIBUNE + "volg/").status_code == 302
    assert Follow.objects.filter(person=cast.tarik.person_id, target="WK015014").count() == 1
    assert "Stop met Lettele volgen" in client.get(TRIBUNE).content.decode()
    client.post(TRIBUNE + "ontvolg/")
    assert not Follow.objects.filter(person=cast.tarik.person_id, target="WK015014").exists()


@pytest.mark.parametrize("code", ["XX", "WK999999", "a" * 300, "<script>", "wk015014%00"])
def test_unknown_area_is_not_found(cast: Cast, client: Client, code: str) -> None:
    assert client.get(f"/gebied/{code}/").status_code in (400, 404)
    assert client.post(f"/gebied/{code}/volg/").status_code in (400, 404)


def test_code_in_small_letters_is_the_same_place(cast: Cast, client: Client) -> None:
    assert "Lettele" in client.get("/gebied/wk015014/").content.decode()


def test_following_asks_for_a_post(cast: Cast, client: Client) -> None:
    assert client.get(TRIBUNE + "volg/").status_code == 405


def test_log_book_goes_on_page_by_page_without_losing_a_line(cast: Cast, client: Client) -> None:
    many(cast, 30)
    seen, url = [], TRIBUNE + "logboek/"
    while url:
        answer = client.get(url)
        seen += [line["link"] for line in answer.context["lines"]]
        url = TRIBUNE + "logboek/" + answer.context["next_url"] if answer.context["next_url"] else ""
    assert seen == [f"Idee {number}" for number in reversed(range(30))]


FIRST, LAST = "0001-01-01T00:00:00+14:00~1", "9999-12-31T23:59:59-14:00~1"  # no such moment in UTC


@pytest.mark.parametrize(
    "broken", ["x", "2026-11-02~1", "2026-11-02T09:00:00Z~-1", "~", "9" * 400, FIRST, LAST]
)
def test_broken_cursor_is_told(cast: Cast, client: Client, broken: str) -> None:
    answer = client.get(TRIBUNE + "logboek/", {"na": broken})
    assert answer.status_code == 400
    assert "Begin weer vooraan." in answer.text
    assert f'href="{TRIBUNE}logboek/"' in answer.text


@pytest.mark.parametrize("count", [1, 30])
def test_tribune_costs_the_same_with_one_and_with_thirty(cast: Cast, client: Client, count: int) -> None:
    many(cast, count)
    client.get(TRIBUNE)
    with at_most(1):
        client.get(TRIBUNE)
    many(cast, 1)
    with at_most(18):  # something happened: the scene is made anew, with a query of each of ten rooms
        client.get(TRIBUNE)
    client.force_login(person(cast.tarik))
    client.get(TRIBUNE)
    with at_most(3):  # and who it is, and whether they follow
        client.get(TRIBUNE)


@pytest.mark.parametrize("count", [1, 30])
def test_log_book_costs_the_same_with_one_and_with_thirty(cast: Cast, client: Client, count: int) -> None:
    many(cast, count)
    client.get(TRIBUNE)
    with at_most(1):
        client.get(TRIBUNE + "logboek/")


def test_crowded_village_shows_its_newest_forty(cast: Cast, client: Client) -> None:
    first = submitted(cast, "De allereerste")
    rows = [
        Initiative(
            number=f"LET-{1000 + number}", title=f"Plan {number}", what="Wat.", stage="idea",
            initiator_id=first.initiator_id,
            seat_id=first.seat_id, origin_half="bewoners", halves=1, area_id=first.area_id,
            municipality_id=first.municipality_id, district_id=first.district_id,
            drafted_at=cast.at, changed_at=cast.at, submitted_at=cast.at + timedelta(minutes=number),
        )
        for number in range(60)
    ]  # fmt: skip
    Initiative.objects.bulk_create(rows)
    scene = shown(client.get(TRIBUNE), "scene")
    assert [
        (one["name"], one["count"], len(one["lines"]), len(one["more"]), one["unseen"])
        for one in scene["groups"]
    ] == [("happening", 0, 0, 0, 0), ("searching", 61, 4, 36, 21), ("over", 0, 0, 0, 0)]
    assert [one["title"] for one in scene["groups"][1]["lines"][:2]] == ["De allereerste", "Plan 59"]
    assert len(cards(Wanted(area=("WK015014", "wijk")), 100)) == 61
