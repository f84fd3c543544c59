"""What the initiator writes: the text, the place, the news, the regie-kaart."""

from __future__ import annotations

import re

from django.test import Client

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives.models import THEME_WORDS, Initiative, Update
from tests.cast import Cast, draft, submitted
from tests.web.at_the_door import page as told
from tests.web.at_the_door import walk_in

PLACE = {"where": "wijk", "area": "WK015014", "themes": ["natuur-en-milieu"]}


def page(initiative: Initiative) -> str:
    return f"/initiatief/{initiative.public_id}/"


def test_a_stale_text_shows_both_versions_and_loses_nothing(cast: Cast) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    url = page(initiative) + "veranderen/"
    form = {
        "version": "1",
        "title": initiative.title,
        "what": "Een bos van één hectare.",
        "why": "",
        "motto": "",
        **PLACE,
    }
    assert marijke.post(url, form).status_code == 302

    stale = marijke.post(url, form | {"what": "Een bos van twee hectare.", "themes": ["recht"]})
    text = stale.content.decode()
    assert stale.status_code == 409
    assert "Een bos van één hectare." in text
    assert "Een bos van twee hectare." in text
    assert f"<dt>Waar gaat het over?</dt><dd>{THEME_WORDS['natuur-en-milieu']}</dd>" in text
    assert 'name="version" value="2"' in text
    assert Initiative.objects.get(pk=initiative.pk).what == "Een bos van één hectare."


def test_marijke_changes_place_themes_and_money_and_everybody_can_read_it(cast: Cast, client: Client) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    url = page(initiative) + "veranderen/"
    form = told(marijke, url)
    assert '<option value="WK015014" selected>Lettele</option>' in form
    assert re.search(r'<input[^>]*value="natuur-en-milieu"[^>]* checked', form)

    sent = {"version": "1", "title": initiative.title, "what": initiative.what, "why": initiative.why}
    changed = sent | {"where": "plek", "area": "WK015014", "lon": "6.27", "lat": "52.27", "is_hybrid": "on"}
    assert marijke.post(url, changed | {"themes": ["werk", "wonen"]}).status_code == 302

    initiative.refresh_from_db()
    assert (initiative.area.code, initiative.lon, initiative.lat) == ("WK015014", 6.27, 52.27)
    assert sorted(one.theme for one in initiative.themes.all()) == ["werk", "wonen"]
    assert {one.submitted_at for one in initiative.themes.all()} == {initiative.submitted_at}
    text = told(client, page(initiative))
    assert "Hier wordt ook geld mee verdiend." in text
    assert "Werk · wonen" in text
    assert "koos een plek voor" in text
    assert "wilde met" in text


def test_a_point_lies_in_the_place_that_was_chosen(cast: Cast) -> None:
    village, initiative = Area.objects.get(code="WK015014"), draft(cast)
    square = [[6.26, 52.26], [6.28, 52.26], [6.28, 52.28], [6.26, 52.28], [6.26, 52.26]]
    border = {"type": "Polygon", "coordinates": [square]}
    Outline(area=village, geometry=border, source="CBS", year=2024).store()
    marijke, url = walk_in(cast.marijke), page(initiative) + "veranderen/"
    sent = {"version": "1", "title": "A", "what": "B", "where": "plek", "area": "WK015014"}
    refused = marijke.post(url, sent | {"lon": "6.3", "lat": "52.27"})
    assert refused.status_code == 422
    assert "De stip op de kaart ligt niet in Lettele." in refused.text
    assert 'value="6.3"' in refused.text
    assert marijke.post(url, sent | {"lon": "6.283", "lat": "52.27"}).status_code == 302  # near enough


def test_the_initiator_tells_news_and_changes_the_regie_kaart(cast: Cast, client: Client) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    assert marijke.post(page(initiative) + "nieuws/", {"text": "De buren zijn om."}).status_code == 302
    assert marijke.post(page(initiative) + "regie/", {"fixed": "Geen hek", "number": 1}).status_code == 302
    text = told(client, page(initiative))
    assert "De buren zijn om." in text
    assert "<li>Geen hek</li>" in text
    assert "Plukken is gratis" not in text


def test_news_that_is_sent_twice_is_told_once(cast: Cast) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    for _ in range(2):
        news = {"text": "De buren zijn om.", "key": "zelfde"}
        assert marijke.post(page(initiative) + "nieuws/", news).status_code == 302
    assert Update.objects.count() == 1


def test_a_regie_kaart_that_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    url = page(initiative) + "regie/"
    assert 'name="number" value="1"' in told(marijke, url)
    assert marijke.post(url, {"fixed": "Geen hek", "number": 1}).status_code == 302

    stale = marijke.post(url, {"fixed": "Geen honden", "number": 1})
    text = stale.content.decode()
    assert stale.status_code == 409
    assert "Geen hek" in text
    assert "Geen honden" in text
    assert 'name="number" value="2"' in text
    assert marijke.post(url, {"fixed": "Geen honden", "number": 2}).status_code == 302
