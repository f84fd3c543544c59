"""Sharing a page and finding the way: pictures, manifest, sitemap, how it works, the desk's search."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.domain.initiatives.selectors import examples
from middenstip.journeys import stop_initiative
from middenstip.web.pages.about import sitemap
from tests.cast import Cast, agreement, draft, submitted, supported, taken
from tests.queries import at_most
from tests.web.at_the_door import page, walk_in


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_a_page_has_a_picture_and_an_initiative_a_page_to_share_it(cast: Cast) -> None:
    initiative = submitted(cast)
    url, visitor = f"/initiatief/{initiative.public_id}/", walk_in(None)
    seen = page(visitor, url)
    assert 'property="og:image" content="http://127.0.0.1:8000/static/middenstip/card.png"' in seen
    assert f'href="{url}delen/"' in seen
    with at_most(2):
        shared = page(visitor, f"{url}delen/")
    for part in (f"http://127.0.0.1:8000{url}", "mailto:?subject=", "QR-code van deze bladzijde"):
        assert part in shared
    assert visitor.get(f"/initiatief/{draft(cast, 'Bos').public_id}/delen/").status_code == 404


def test_the_manifest_names_icons_that_exist(client: Client) -> None:
    told = json.loads(client.get("/manifest.webmanifest").content)
    assert [icon["sizes"] for icon in told["icons"]] == ["any", "192x192", "512x512"]


def test_the_sitemap_lists_what_everyone_may_read_in_files(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    assert client.get("/sitemap.xml").content.decode().count("<sitemap>") == 1
    initiative, kept = submitted(cast), draft(cast, "Bos")
    first = b"".join(client.get("/sitemap-1.xml").streaming_content).decode()  # type: ignore[attr-defined]
    assert f"/initiatief/{initiative.public_id}/</loc><lastmod>2026-" in first
    assert "/hoe-het-werkt/" in first
    assert kept.public_id not in first
    monkeypatch.setattr(sitemap, "PER_FILE", 1)
    assert client.get("/sitemap.xml").content.decode().count("<sitemap>") == examples.last_key()
    assert client.get("/sitemap-0.xml").status_code == 404
    assert client.get(f"/sitemap-{examples.last_key() + 1}.xml").status_code == 404
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_how_it_works_shows_the_chain_with_an_example_and_help_per_page(cast: Cast) -> None:
    initiative = submitted(cast)
    seen = page(walk_in(None), "/hoe-het-werkt/")
    assert 'class="ms-keten"' in seen
    assert f'href="/initiatief/{initiative.public_id}/"' in seen
    for menu in ("tribune", "initiatieven", "tafels", "balie", "mijn"):
        assert f'id="{menu}"' in seen
    assert 'href="/hoe-het-werkt/#tafels"' in page(walk_in(None), "/tafels/")


def test_tables_stand_in_groups_with_the_agreements_beside(cast: Cast) -> None:
    promise = agreement(cast)
    with at_most(3):
        seen = page(walk_in(None), "/tafels/")
    assert "Doel gedeeld of gestopt" in seen
    assert f"/afspraak/{promise.public_id}/" in seen


def test_the_desk_searches_and_all_is_without_what_is_closed(cast: Cast) -> None:
    case, other = taken(cast), submitted(cast, "Bankje").case
    samira = walk_in(cast.samira)
    for words in ("voedsel", "Marijke", case.initiative.public_id.upper()):
        found = samira.get("/balie/", {"zoek": words}).context["cases"]
        assert case.initiative.title in [one["title"] for one in found]
    assert "Geen zaak gevonden" in samira.get("/balie/", {"zoek": "bestaat niet"}).text
    stop_initiative.stop(by=cast.marijke, initiative=other.initiative, lesson="Te duur.", at=cast.tick())
    titles = [one["title"] for one in samira.get("/balie/?bak=alles").context["cases"]]
    assert titles == [case.initiative.title]
    assert [one["title"] for one in samira.get("/balie/?bak=klaar").context["cases"]] == ["Bankje"]


def test_opening_a_table_leads_to_the_table(cast: Cast) -> None:
    initiative = supported(cast)
    sent = {"title": "Een plek", "question": "Waar?", "sit_down": "on", "key": "t"}
    answer = walk_in(cast.marijke).post(f"/initiatief/{initiative.public_id}/tafel/", sent)
    assert answer.headers["Location"] == f"/opgave/{initiative.goals.get().public_id}/"
