"""The pages about the platform."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from middenstip.kernel.clock import frozen

PAGES = ("/over/", "/hoe-het-werkt/", "/toegankelijkheid/", "/privacy/", "/contact/", "/taal/")


@pytest.mark.django_db
@pytest.mark.parametrize("url", PAGES)
def test_page_has_one_heading_and_no_word_we_avoid(url: str, client: Client) -> None:
    answer = client.get(url)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("<h1") == 1
    for word in ("participatie", "stakeholder", "indienen"):
        assert word not in page.lower()


@pytest.mark.django_db
def test_statement_names_status_standard_and_contact(client: Client) -> None:
    page = client.get("/toegankelijkheid/").content.decode()
    for fact in (
        "C: we namen de eerste maatregelen",
        "WCAG 2.2",
        "22 november 2026",
        "hallo@middenstip.example",
    ):
        assert fact in page
    assert "register" not in page


@pytest.mark.django_db
def test_statement_is_that_of_the_organisation(client: Client, settings: Any) -> None:
    """Status, register and report are settings: only who had the study done can say more than C."""
    settings.ACCESSIBILITY_STATUS = "B"
    settings.ACCESSIBILITY_REGISTER_URL = "https://register.example/verklaring/1"
    settings.ACCESSIBILITY_REPORT_URL = "https://plein.example/onderzoek.pdf"
    page = client.get("/toegankelijkheid/").content.decode()
    assert "B: we voldoen voor een deel" in page
    assert 'href="https://register.example/verklaring/1"' in page
    assert 'href="https://plein.example/onderzoek.pdf"' in page


@pytest.mark.django_db
def test_who_finds_a_leak_reads_where_to_tell_it(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://plein.example"
    with frozen(datetime(2027, 1, 1, 10, 30, tzinfo=UTC)):
        answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:veilig@middenstip.example",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://plein.example/.well-known/security.txt",
    ]


def test_a_leak_is_told_at_one_address(settings: Any) -> None:
    text = (Path(__file__).parents[2] / "SECURITY.md").read_text()
    assert re.findall(r"[\w.]+@[\w.]+\w", text) == [settings.SECURITY_EMAIL]


@pytest.mark.django_db
def test_the_icon_answers_at_its_old_address(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (302, "/static/middenstip/icon.svg")
    assert "max-age=86400" in answer["Cache-Control"]


@pytest.mark.django_db
def test_search_engine_reads_ideas_but_not_what_is_of_one_person(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /balie/",
        "Disallow: /mijn/",
        "Disallow: /beheer/",
        "Disallow: /technisch-beheer/",
        "Disallow: /inloggen/",
        "Disallow: /initiatieven/*q=",
        "Sitemap: http://127.0.0.1:8000/sitemap.xml",
    ]


@pytest.mark.django_db
def test_search_engine_reads_nothing_of_invented_people(client: Client, settings: Any) -> None:
    settings.DEMO = True
    assert client.get("/robots.txt").content.decode().split() == ["User-agent:", "*", "Disallow:", "/"]


@pytest.mark.django_db
def test_language_is_kept_and_the_visitor_comes_back(client: Client) -> None:
    answer = client.post("/taal/kies/", {"language": "en", "next": "/over/"})
    assert answer["Location"] == "/over/"
    assert '<html lang="en"' in client.get("/over/").content.decode()


@pytest.mark.django_db
def test_language_page_never_sends_to_another_site(client: Client) -> None:
    page = client.get("/taal/", {"next": "https://elders.example/"}).content.decode()
    assert "elders.example" not in page
