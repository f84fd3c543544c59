"""The pages about the platform."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from middenstip.kernel.clock import frozen


def _away(*_: Any) -> None:
    raise OperationalError("the server is gone")


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
    for fact in ("B: we voldoen voor een deel", "WCAG 2.2", "22 november 2026", "hallo@middenstip.example"):
        assert fact in page


@pytest.mark.django_db
def test_health_is_ok_when_the_database_answers(client: Client) -> None:
    answer = client.get("/gezond")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_health_is_503_when_the_database_is_away(client: Client) -> None:
    with connection.execute_wrapper(_away):
        assert client.get("/gezond").status_code == 503


@pytest.mark.django_db
def test_who_finds_a_leak_reads_where_to_tell_it(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://plein.example"
    with frozen(datetime(2027, 1, 1, 10, 30, tzinfo=UTC)):
        answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:hallo@middenstip.example",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://plein.example/.well-known/security.txt",
    ]


@pytest.mark.django_db
def test_search_engine_reads_ideas_but_not_what_is_of_one_person(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /balie/",
        "Disallow: /mijn/",
        "Disallow: /beheer/",
        "Disallow: /inloggen/",
        "Disallow: /initiatieven/*q=",
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
