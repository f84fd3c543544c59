"""What a program that watches the platform is told, and when it is told to wait."""

from __future__ import annotations

import json
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends.base import BaseCache
from django.db import OperationalError, connection
from django.test import Client

from middenstip.kernel.clock import frozen
from middenstip.notices.models import QUEUED, Delivery, UrgentMail
from middenstip.notices.outbox import VALID
from middenstip.notices.services import show_life
from middenstip.notices.tasks import bring_round
from middenstip.operations import probes
from tests.cast import Cast

AT = datetime(2027, 1, 1, 10, 30, tzinfo=UTC)
ALL_GOOD = {"database": "goed", "worker": "goed", "post": "goed", "schijf": "goed", "cache": "goed"}
Usage = namedtuple("Usage", "total used free")


def _away(*_: Any) -> None:
    raise OperationalError("away")


@pytest.fixture(autouse=True)
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of the machine that runs the tests says nothing."""
    monkeypatch.setattr(probes.shutil, "disk_usage", lambda _: Usage(0, 0, 10 * probes.ALMOST_FULL))


def told(client: Client, at: datetime = AT) -> tuple[int, dict[str, str]]:
    with frozen(at):
        answer = client.get("/klaar")
    assert "no-store" in answer["Cache-Control"]
    said = json.loads(answer.content)
    assert said["klaar"] == (answer.status_code == 200)
    return answer.status_code, said["delen"]


def test_alive_asks_nothing_of_the_database(client: Client) -> None:
    """No `django_db` mark: a query would fail this test."""
    answer = client.get("/gezond")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_probe_is_answered_by_number_too(client: Client, settings: Any) -> None:
    """A cluster asks a pod by its own number, which is no name of the site; a page stays closed that way."""
    settings.ALLOWED_HOSTS = ["plein.example"]
    settings.SITE_URL = "https://plein.example"
    assert client.get("/gezond", headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/over/", headers={"host": "10.0.0.7:8000"}).status_code == 400


@pytest.mark.django_db
def test_everything_works(client: Client) -> None:
    show_life(at=AT)
    assert told(client) == (200, ALL_GOOD)


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "status", "word"), [(2, 200, "goed"), (4, 503, "stil")])
def test_a_silent_worker_is_seen_after_three_minutes(
    client: Client, minutes: int, status: int, word: str
) -> None:
    show_life(at=AT)
    assert told(client, AT + timedelta(minutes=minutes)) == (status, ALL_GOOD | {"worker": word})


@pytest.mark.django_db
def test_a_worker_that_never_began_is_seen_and_visitors_are_let_in(client: Client) -> None:
    assert told(client) == (503, ALL_GOOD | {"worker": "stil"})
    assert client.get("/klaar/lezen").status_code == 200


@pytest.mark.django_db
def test_a_database_that_is_away_closes_the_door(client: Client) -> None:
    with connection.execute_wrapper(_away):
        gone = {"database": "weg", "worker": "onbekend", "post": "onbekend"}
        assert told(client) == (503, ALL_GOOD | gone)
        closed = client.get("/klaar/lezen")
    assert (closed.status_code, json.loads(closed.content)) == (503, {"klaar": False})


@pytest.mark.django_db
def test_a_database_that_only_reads_keeps_readers(client: Client) -> None:
    show_life(at=AT)
    closed, opened = {
        "postgresql": ("set transaction_read_only = on", "set transaction_read_only = off"),
        "sqlite": ("pragma query_only = on", "pragma query_only = off"),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(closed)
        try:
            assert told(client) == (503, ALL_GOOD | {"database": "leest alleen"})
            assert client.get("/klaar/lezen").status_code == 200
        finally:
            if connection.vendor == "sqlite":  # on PostgreSQL it ends with the transaction of the test
                cursor.execute(opened)


def test_mail_that_waits_too_long_is_told(cast: Cast, client: Client) -> None:
    with frozen(cast.at):
        bring_round()
    mail = Delivery.objects.order_by("-pk").first()
    assert mail
    Delivery.objects.filter(pk=mail.pk).update(state=QUEUED)
    written = mail.notice.created_at
    for minutes, word in ((29, "goed"), (31, "wacht te lang")):
        at = written + timedelta(minutes=minutes)
        show_life(at=at)
        assert told(client, at) == (200, ALL_GOOD | {"post": word})


@pytest.mark.django_db
def test_a_code_that_waits_is_told_long_before_other_mail(client: Client) -> None:
    """Who asked for it cannot log in without it."""
    show_life(at=AT)
    until = AT + VALID
    UrgentMail(
        to="a@plein.example", subject="Code", text="1", message_id="<1@x>", due_at=AT, until=until
    ).store()
    for minutes, word in ((2, "goed"), (3, "codes wachten")):
        at = AT + timedelta(minutes=minutes)
        show_life(at=at)
        assert told(client, at) == (200, ALL_GOOD | {"post": word})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("free", "status", "word"),
    [
        (probes.ALMOST_FULL - 1, 200, "bijna vol"),
        (probes.FULL, 200, "bijna vol"),
        (probes.FULL - 1, 503, "vol"),
    ],
)
def test_a_disk_that_fills_up_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch, free: int, status: int, word: str
) -> None:
    monkeypatch.setattr(probes.shutil, "disk_usage", lambda _: Usage(0, 0, free))
    show_life(at=AT)
    assert told(client) == (status, ALL_GOOD | {"schijf": word})


@pytest.mark.django_db
def test_a_disk_that_is_gone_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Path) -> None:
        raise OSError

    monkeypatch.setattr(probes.shutil, "disk_usage", gone)
    show_life(at=AT)
    assert told(client) == (503, ALL_GOOD | {"schijf": "weg"})


def test_room_is_measured_where_the_data_would_lie(settings: Any, tmp_path: Path) -> None:
    settings.DATA_FOLDER = tmp_path / "not" / "yet"
    assert probes.free_bytes() == 10 * probes.ALMOST_FULL


class Broken(BaseCache):
    """A cache whose server is away."""

    def __init__(self, *_: Any) -> None:
        super().__init__({})

    def get(self, *_: Any, **__: Any) -> Any:
        raise ConnectionError


@pytest.mark.django_db
def test_without_a_cache_it_is_slower_and_ready(client: Client, settings: Any) -> None:
    show_life(at=AT)
    settings.CACHES = {"default": {"BACKEND": "tests.operations.test_probes.Broken"}}
    with connection.execute_wrapper(lambda run, *more: run(*more)):
        assert told(client) == (200, ALL_GOOD | {"cache": "weg"})
    there_is_none = "redis://127.0.0.1:1"  # answered from memory meanwhile
    settings.CACHES = {"default": {"BACKEND": "middenstip.config.cache.Redis", "LOCATION": there_is_none}}
    assert told(client) == (200, ALL_GOOD | {"cache": "weg"})
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert told(client) == (200, ALL_GOOD | {"cache": "weg"})
