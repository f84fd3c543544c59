"""The list of initiatives: filter, search, page on, and the same on the map."""

from __future__ import annotations

from datetime import timedelta
from itertools import count as counted

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.html import strip_tags

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.initiatives.selectors import Wanted, cards
from middenstip.domain.initiatives.services import Change, change_initiative
from middenstip.domain.initiatives.tasks import learn_words, mend_words
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.notices.tasks import reconcile
from tests.cast import Cast, draft, person, submitted
from tests.queries import at_most

LIST = "/initiatieven/"
NUMBERS = counted(1000)


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


def plant(cast: Cast, count: int, **more: object) -> list[Initiative]:
    """`count` public ideas, a minute apart, each with a theme."""
    model = Initiative.objects.order_by("pk").first() or submitted(cast, "De eerste")
    made = [
        Initiative(
            **{
                "number": f"LET-{next(NUMBERS)}",
                "title": f"Plan {number}",
                "what": "Een bankje voor het dorp. " * 20,
                "stage": "idea",
                "initiator_id": model.initiator_id,
                "seat_id": model.seat_id,
                "origin_half": "bewoners",
                "halves": 1,
                "area_id": model.area_id,
                "municipality_id": model.municipality_id,
                "district_id": model.district_id,
                "drafted_at": cast.at,
                "changed_at": cast.at,
                "submitted_at": cast.tick(minutes=1),
                **more,
            }
        )
        for number in range(count)
    ]
    Initiative.objects.bulk_create(made)
    InitiativeTheme.objects.bulk_create(
        InitiativeTheme(initiative=one, theme="wonen", submitted_at=one.submitted_at) for one in made
    )
    for one in made:
        method.keep(one)
    return made


def titles(client: Client, url: str = LIST, **query: str) -> list[str]:
    """The titles that are shown, without the marks of words that match."""
    return [strip_tags(card["title"]) for card in client.get(url, query).context["cards"]]


def test_newest_comes_first_with_its_stage_and_theme(cast: Cast, client: Client) -> None:
    plant(cast, 2)
    answer = client.get(LIST)
    assert [card["title"] for card in answer.context["cards"]] == ["Plan 1", "Plan 0", "De eerste"]
    page = answer.content.decode()
    assert "Lettele · stap 1: idee · wonen" in page
    assert "Lettele · stap 1: idee · groen en natuur" in page
    assert "3 initiatieven" in page


def test_each_filter_keeps_what_fits(cast: Cast, client: Client) -> None:
    plant(cast, 1, title="Met overheid", halves=3, origin_half="overheid", stage="goal")
    city = Area.objects.get(code="GM0150")
    plant(cast, 1, title="In de stad", area_id=city.pk, district_id=None)
    other = Area.objects.get(code="GM0957")
    plant(cast, 1, title="Elders", area_id=other.pk, municipality_id=other.pk, district_id=None)
    assert titles(client, gebied="WK015014") == ["Met overheid", "De eerste"]
    assert titles(client, gebied="GM0150") == ["In de stad", "Met overheid", "De eerste"]
    assert titles(client, gebied="GM0957") == ["Elders"]
    assert titles(client, thema="natuur-en-milieu") == ["De eerste"]
    assert titles(client, fase="doel") == ["Met overheid"]
    assert titles(client, helft="overheid") == ["Met overheid"]
    assert titles(client, mist="overheid") == ["Elders", "In de stad", "De eerste"]
    assert titles(client, thema="wonen", mist="overheid", gebied="GM0150") == ["In de stad"]


def test_missing_half_counts_only_while_it_runs(cast: Cast, client: Client) -> None:
    plant(cast, 1, title="Voorbij", stage="stopped", lesson="Te weinig tijd.")
    assert titles(client, mist="overheid") == ["De eerste"]


def test_search_finds_words_of_title_and_text_the_nearest_first(cast: Cast, client: Client) -> None:
    plant(cast, 2)
    learn_words()
    plant(cast, 1, title="Speeltuin", stage="goal", what="Met een bankje.")
    assert titles(client, q="EERSTE") == ["De eerste"]
    assert titles(client, q="speeltuinen bankje")[0] == "Speeltuin"
    assert sorted(titles(client, q="bankje")) == ["Plan 0", "Plan 1", "Speeltuin"]
    assert titles(client, q="bankje", fase="doel") == ["Speeltuin"]
    assert titles(client, q="zebrapad") == []


def test_a_day_after_a_move_to_another_database_all_is_found_again(cast: Cast, client: Client) -> None:
    """The journal comes along and says that everything was read; the index does not."""
    idea, other = submitted(cast), submitted(cast, "Een tweede")
    assert learn_words() == 2
    method.forget(idea.pk)
    method.keep_words(999, "Een kruidentuin die er niet meer is")
    assert titles(client, q="kruiden") == ["Een tweede"]
    with clock.frozen(cast.tick()):
        reconcile.func()
    assert sorted(titles(client, q="kruiden")) == ["Een tweede", "Voedselbos Lettele"]
    assert method.known() == {idea.pk, other.pk}
    assert mend_words() == 0


def test_search_looks_among_what_fits_the_filter(cast: Cast, client: Client) -> None:
    """However many elsewhere lie nearer: who chose a wijk searches that wijk."""
    plant(cast, 1, title="Ver weg gezocht", what="Ergens in een lang verhaal over het dorp staat een bankje.")
    other = Area.objects.get(code="GM0957").pk
    elsewhere = {"area_id": other, "municipality_id": other, "district_id": None, "stage": "goal"}
    plant(cast, 201, title="Bankje", what="Bankje.", **elsewhere)
    for fits in ({"gebied": "WK015014"}, {"fase": "idee"}, {"thema": "wonen", "gebied": "GM0150"}):
        assert titles(client, q="bankje", **fits) == ["Ver weg gezocht"]


def test_search_follows_what_the_initiator_changes_and_never_shows_a_draft(
    cast: Cast, client: Client
) -> None:
    idea = submitted(cast)
    draft(cast, "Geheim zwembad")
    assert (learn_words(), learn_words()) == (1, 0)
    assert titles(client, q="kruiden") == ["Voedselbos Lettele"]
    texts = {"title": "Pluktuin", "what": "Bessen voor iedereen."}
    change_initiative(
        by=cast.marijke, initiative=idea, change=Change(texts), version=idea.version, at=cast.tick()
    )
    assert learn_words() == 1
    assert titles(client, q="bessen") == ["Pluktuin"]
    assert titles(client, q="kruiden") == []
    assert titles(client, q="zwembad") == []


def test_nothing_found_says_what_to_do(cast: Cast, client: Client) -> None:
    page = client.get(LIST, {"q": "zwembad op de maan"}).content.decode()
    assert "Hier past nog geen initiatief bij" in page
    assert "/initiatieven/nieuw/" in page
    assert "Er zijn nog geen initiatieven" in client.get(LIST).content.decode()


@pytest.mark.parametrize("key", ["gebied", "thema", "fase", "helft", "mist"])
def test_unknown_choice_is_left_out_and_told(cast: Cast, client: Client, key: str) -> None:
    submitted(cast)
    answer = client.get(LIST, {key: "<b>onzin</b>"})
    assert [card["title"] for card in answer.context["cards"]] == ["Voedselbos Lettele"]
    page = answer.content.decode()
    assert "&lt;b&gt;onzin&lt;/b&gt;” niet. Die keuze telt nu niet mee." in page
    assert answer.context["asked"].chosen == []


@pytest.mark.parametrize(
    "broken",
    ["x", "2026-11-02~1", "2026-13-45T09:00:00Z~1", "2026-11-02T09:00:00Z~1e9", "1-1e9", "9" * 18 + "-1"],
)
def test_broken_cursor_is_told(cast: Cast, client: Client, broken: str) -> None:
    answer = client.get(LIST, {"na": broken})
    assert answer.status_code == 400
    assert "Begin weer vooraan." in answer.text
    assert 'href="/initiatieven/"' in answer.text


@pytest.mark.parametrize("typed", ["a" * 5000, "'; DROP TABLE", "%_\\", "“”", "💡"])
def test_strange_search_is_no_accident(cast: Cast, client: Client, typed: str) -> None:
    assert client.get(LIST, {"q": typed}).status_code == 200


def test_nul_is_refused(cast: Cast, client: Client) -> None:
    assert client.get(LIST, {"q": "a\x00b"}).status_code == 400


@pytest.mark.parametrize("theme", ["", "wonen"])
def test_paging_shows_every_initiative_once_also_when_told_at_one_moment(
    cast: Cast, client: Client, theme: str
) -> None:
    submitted(cast)
    at = cast.at + timedelta(days=1)
    plant(cast, 60, submitted_at=at)
    seen, url = [], f"{LIST}?thema={theme}"
    while url:
        answer = client.get(url)
        assert len(answer.context["cards"]) <= 25
        seen += [card["url"] for card in answer.context["cards"]]
        url = LIST + answer.context["next_url"] if answer.context["next_url"] else ""
    assert len(seen) == len(set(seen)) == (60 if theme else 61)


@pytest.mark.parametrize("theme", ["", "wonen"])
def test_a_search_goes_on_where_it_stopped(cast: Cast, client: Client, theme: str) -> None:
    plant(cast, 60)
    seen, url = [], f"{LIST}?q=bankje&thema={theme}"
    while url:
        answer = client.get(url)
        seen.append([card["url"] for card in answer.context["cards"]])
        url = LIST + answer.context["next_url"] if answer.context["next_url"] else ""
    assert [len(page) for page in seen] == [25, 25, 10]
    assert len({one for page in seen for one in page}) == 60


def test_next_page_keeps_the_choices(cast: Cast, client: Client) -> None:
    plant(cast, 26)
    answer = client.get(LIST, {"thema": "wonen", "weergave": "kaart"})
    assert answer.context["next_url"].startswith("?thema=wonen&weergave=kaart&na=")


def test_map_view_has_the_list_beside_it(cast: Cast, client: Client) -> None:
    submitted(cast)
    page = client.get(LIST, {"weergave": "kaart"}).content.decode()
    assert "Van dit gebied hebben we geen kaart" in page
    assert "Voedselbos Lettele" in page
    assert '<input type="hidden" name="weergave" value="kaart">' in page


def test_an_idea_without_a_place_is_on_the_map_of_its_gemeente(cast: Cast, client: Client) -> None:
    """Whoever knows no place yet tells so, and the idea belongs to the whole gemeente: to no wijk."""
    city = Area.objects.get(code="GM0150")
    square = [[[6.0, 52.2], [6.4, 52.2], [6.4, 52.3], [6.0, 52.2]]]
    drawn = {"geometry": {"type": "Polygon", "coordinates": square}, "source": "CBS", "year": 2024}
    Outline(area=city, **drawn).store()
    submit_initiative.submit(by=cast.marijke, initiative=draft(cast, area=city), at=cast.tick())
    assert client.get(LIST, {"weergave": "kaart"}).text.count("Voedselbos Lettele") == 2


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    "query",
    [{}, {"thema": "wonen", "gebied": "WK015014"}, {"q": "bankje"}, {"q": "bankje", "fase": "idee"}],
)
def test_list_costs_the_same_with_one_and_with_thirty(
    cast: Cast, client: Client, count: int, query: dict[str, str]
) -> None:
    plant(cast, count)
    client.get(LIST)
    number = 3 if "q" in query else 2  # what is known of these words, which cards hold them, their photos
    with at_most(number):
        client.get(LIST, query)
    client.force_login(person(cast.tarik))
    with at_most(number + 1):
        client.get(LIST, query)


def test_a_search_of_many_words_looks_up_the_first_sixteen_and_says_so(cast: Cast, client: Client) -> None:
    plant(cast, 1)
    client.get(LIST)
    letters = "a b c d e f g h i j k l m n o"
    with at_most(3):
        page = client.get(LIST, {"q": f"{letters} bankje"})
    assert [card["title"] for card in page.context["cards"]] == ["Plan 0"]
    assert page.context["asked"].remarks == []
    with at_most(2):
        page = client.get(LIST, {"q": f"{letters} boom bankje"})
    assert page.context["cards"] == []
    assert page.context["asked"].remarks == ["We zochten met de eerste 16 woorden van wat je typte."]


def test_a_search_brings_the_same_cards_as_the_list(cast: Cast) -> None:
    plant(cast, 3, lon=6.187654321, lat=52.123456789)
    found = method.find_cards("bankje", Wanted(), 0, 10)
    assert len(found) == 3
    assert sorted(found, key=lambda card: card["pk"], reverse=True) == cards(Wanted(theme="wonen"), 10)


def test_first_visit_ever_costs_four_queries(cast: Cast, client: Client) -> None:
    plant(cast, 30)
    with at_most(4):  # the look, once a minute; the areas to choose from, once in ten
        client.get(LIST)


@pytest.mark.parametrize("url", [LIST, "/"])
def test_the_number_in_the_mail_finds_the_idea(cast: Cast, client: Client, url: str) -> None:
    number = submitted(cast).public_id
    hidden = draft(cast, "Nog geheim").public_id
    for typed in (number, f" {number.upper()} "):
        assert client.get(url, {"q": typed}).headers["Location"] == f"/initiatief/{number}/"
    assert client.get(url, {"q": hidden}).status_code == 200
    assert client.get(url, {"q": "aaaaaaaaaa"}).status_code == 200


def test_a_part_says_what_was_found_and_a_number_still_leads_away(cast: Cast, client: Client) -> None:
    number = submitted(cast).public_id
    said = '<p class="ms-onzichtbaar" id="telling" role="status">%s</p>'
    assert said % "" in client.get(LIST).content.decode()
    assert said % "1 initiatief" in client.get(LIST, headers={"HX-Request": "true"}).content.decode()
    away = client.get(LIST, {"q": number}, headers={"HX-Request": "true"})
    assert away.headers["HX-Redirect"] == f"/initiatief/{number}/"
