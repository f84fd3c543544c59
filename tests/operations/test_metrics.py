"""What Prometheus reads: counts and ages, and nothing about anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person
from middenstip.journal.models import Entry
from middenstip.kernel.clock import frozen
from middenstip.notices.services import show_life
from middenstip.notices.tasks import bring_round
from middenstip.operations import metrics
from tests.cast import Cast, submitted

TOKEN = "a-token-of-twenty-characters"
Read = dict[tuple[str, tuple[str, ...]], float]


@pytest.fixture
def watched(settings: Any) -> Iterator[None]:
    settings.METRICS_TOKEN = TOKEN
    metrics.counted.cache_clear()
    yield
    metrics.counted.cache_clear()


def scrape(client: Client) -> str:
    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    return answer.content.decode()


def read(client: Client) -> Read:
    """Every sample by its name and the values of its labels, in the order of their names."""
    families = text_string_to_metric_families(scrape(client))
    samples = [sample for family in families for sample in family.samples]
    return {(one.name, tuple(one.labels[key] for key in sorted(one.labels))): one.value for one in samples}


@pytest.mark.django_db
def test_without_the_setting_there_are_none(client: Client) -> None:
    assert client.get("/metrics").status_code == 404
    assert metrics.counted() is None


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("told", ["", "Bearer ", "Bearer wrong", TOKEN, f"Bearer {TOKEN}é"])
def test_only_who_has_the_token_reads_them(client: Client, told: str) -> None:
    assert client.get("/metrics", headers={"authorization": told}).status_code == 403


@pytest.mark.usefixtures("watched")
def test_requests_are_counted_by_route_method_and_status(cast: Cast, client: Client) -> None:
    initiative = submitted(cast)
    for path in (f"/initiatief/{initiative.public_id}/", "/initiatief/zzzzzzzzzz/", "/nergens/geheim"):
        client.get(path)
    client.get("/over/?wie=marijke@voorbeeld.example")
    client.generic("BREW", "/over/")
    requests = {key[1]: value for key, value in read(client).items() if key[0] == "middenstip_requests_total"}
    assert requests == {
        ("GET", "initiatives:detail", "200"): 1,
        ("GET", "initiatives:detail", "404"): 1,
        ("GET", "unknown", "404"): 1,
        ("GET", "about:about", "200"): 1,
        ("OTHER", "about:about", "405"): 1,
    }
    again = read(client)
    assert again["middenstip_requests_total", ("GET", "operations:metrics", "200")] == 1
    assert again["middenstip_request_seconds_count", ("about:about",)] == 2
    assert again["middenstip_request_cpu_seconds_total", ("initiatives:detail",)] > 0


@pytest.mark.usefixtures("watched")
def test_nothing_in_them_leads_to_a_person(cast: Cast, client: Client) -> None:
    submitted(cast)
    for one in Initiative.objects.all():
        client.get(f"/initiatief/{one.public_id}/?q=geheim")
    with frozen(cast.at):
        bring_round()
        text = scrape(client)
    ids = [*Initiative.objects.values_list("public_id", flat=True)]
    people = [*Person.objects.values_list("public_id", "name", "email")]
    assert people
    words = [*ids, "geheim", *(word for person in people for word in person if word)]
    assert [word for word in words if word in text] == []
    assert {name for names in re.findall(r"{([^}]*)}", text) for name in re.findall(r"(\w+)=", names)} == {
        "route", "method", "status", "le", "part", "queue", "kind",
    }  # fmt: skip


@pytest.mark.usefixtures("watched")
def test_acts_are_counted_by_kind_and_each_once(cast: Cast, client: Client) -> None:
    submitted(cast)
    first = cast.at
    with frozen(first + timedelta(minutes=2)):
        assert acts(client) == in_the_journal()
        assert acts(client) == in_the_journal()
    before = in_the_journal()
    cast.tick(minutes=10)
    submitted(cast)
    with frozen(cast.at):  # a write that began earlier may still come in before these
        assert acts(client) == before
    with frozen(cast.at + timedelta(minutes=2)):
        assert acts(client) == in_the_journal()


def acts(client: Client) -> dict[str, float]:
    return {key[1][0]: value for key, value in read(client).items() if key[0] == "middenstip_acts_total"}


def in_the_journal() -> dict[str, float]:
    kinds = list(Entry.objects.values_list("kind", flat=True))
    return {kind: float(kinds.count(kind)) for kind in kinds}


@pytest.mark.usefixtures("watched")
def test_what_waits_is_told_with_its_age(cast: Cast, client: Client) -> None:
    submitted(cast)
    oldest = Entry.objects.earliest("pk").at
    with frozen(cast.at + timedelta(minutes=5)):
        show_life(at=cast.at)
        told = read(client)
    waited = (cast.at + timedelta(minutes=5) - oldest).total_seconds()
    assert told["middenstip_queue_oldest_seconds", ("journal",)] == waited
    assert told["middenstip_queue_oldest_seconds", ("mail",)] == 0
    assert told["middenstip_queue_size", ("mail",)] == 0
    assert told["middenstip_worker_silent_seconds", ()] == 300
    assert told["middenstip_part_ok", ("worker",)] == 0


@pytest.mark.usefixtures("watched")
@pytest.mark.django_db
def test_they_are_read_without_a_database_too(client: Client) -> None:
    def away(*_: Any) -> None:
        raise OperationalError("away")

    with connection.execute_wrapper(away):
        told = read(client)
    assert told["middenstip_part_ok", ("database",)] == 0
    assert told["middenstip_disk_free_bytes", ()] > 0


@pytest.mark.usefixtures("watched")
@pytest.mark.django_db
def test_reading_them_asks_as_much_of_a_big_platform_as_of_a_small_one(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    submitted(cast)
    with django_assert_max_num_queries(14):
        read(client)
    for _ in range(3):
        submitted(cast)
    with django_assert_max_num_queries(14):
        read(client)
