"""`open_data` against a server that is down, slow, busy, broken or moved: the old figures or the new ones."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from middenstip.domain.areas.management.sources.asking import Asking, Broken, asking
from middenstip.domain.areas.models import Area, Figure, Outline
from middenstip.domain.baseline.models import Edition, Measure
from middenstip.kernel import clock
from tests.domain.baseline.service import Service, send, serving
from tests.domain.baseline.test_killed import Store, store  # noqa: F401 - a fixture

HASTE = {"pause": 0, "per_second": 1e9}
YEAR = "2024"
NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)


@pytest.fixture
def service(settings: Any, tmp_path: Path) -> Iterator[Service]:
    with serving() as one:
        settings.CBS_URL = settings.PDOK_URL = one.address
        settings.OPEN_DATA_FOLDER = tmp_path / "open_data"
        settings.OPEN_DATA_PATIENCE = HASTE
        yield one


def run(*words: str) -> str:
    out = StringIO()
    with clock.frozen(NOON):
        call_command("open_data", *words, stdout=out)
    return out.getvalue()


def refresh() -> str:
    return run("refresh", "--area", "GM0999", "--year", YEAR)


def refused() -> str:
    with pytest.raises(CommandError) as refusal:
        refresh()
    assert refusal.value.returncode == 2
    return f"{refusal.value}"


@pytest.mark.django_db
def test_a_gemeente_is_fresh_with_its_provenance_and_twice_is_the_same(service: Service) -> None:
    for _twice in range(2):
        assert refresh() == ("CBS 85984NED, 2024: 3 gebieden, 12 cijfers.\nPDOK, 2024: 3 grenzen.\n")
        assert [one.name for one in Area.objects.order_by("pk")] == ["Zonnedal", "Kerkdorp", "Dorpshart"]
        assert (Measure.objects.count(), Outline.objects.count()) == (12, 3)
    about = Edition.objects.values_list("source", "table", "year", "licence", "file", "loaded_at").get()
    address = f"{service.address}/odata/v1/CBS/85984NED"
    assert about == ("CBS", "85984NED", 2024, "CC BY 4.0", address, NOON)
    here = dict(Measure.objects.filter(area__code="BU09990101").values_list("key", "value"))
    assert here == {
        "inhabitants": 1200,
        "share_0_14": 20,
        "home_value": None,
        "distance_school": Decimal("0.875"),
    }
    assert Figure.objects.get(area__code="GM0999", key="share_0_14").value == 20


@pytest.mark.django_db
def test_the_status_tells_what_is_here_and_where_it_came_from(service: Service) -> None:
    assert run("status") == "Alles: 0 gebieden, 0 grenzen.\nBewaarde antwoorden: 0 (0 kB).\n"
    service.etag = '"een"'
    refresh()
    told = run("status", "--area", "GM0999").splitlines()
    assert told[:3] == [
        "GM0999: 3 gebieden, 3 grenzen.",
        "Grenzen, CBS, 2024: 3.",
        "CBS 85984NED, 2024: 12 cijfers (gemeente, wijk, buurt), opgehaald op 30-11-2026, CC BY 4.0.",
    ]
    assert told[3].startswith("Bewaarde antwoorden: 10 (")


@pytest.mark.django_db
def test_what_did_not_change_is_not_sent_again(service: Service) -> None:
    service.etag = '"een"'
    refresh()
    first = len(service.asked)
    refresh()
    again = service.asked[first:]
    assert len(again) == first == 10
    assert {headers["If-None-Match"] for _path, headers in again} == {'"een"'}
    for kept in Path(asking().folder or "").glob("*.json"):
        kept.write_bytes(kept.read_bytes()[:-1])  # a broken copy is asked for again, whole
    refresh()
    assert not any("If-None-Match" in headers for _path, headers in service.asked[2 * first :])
    assert Measure.objects.count() == 12


@pytest.mark.django_db
def test_we_say_who_we_are_and_follow_next_links(service: Service, settings: Any) -> None:
    service.page = 4
    refresh()
    assert Measure.objects.count() == 12
    who = {headers["User-Agent"] for _path, headers in service.asked}
    assert who == {f"Middenstip ({settings.SITE_URL}; {settings.CONTACT_EMAIL})"}
    assert sum("skip=4" in path for path, _headers in service.asked) == 3


def busy(code: int, **headers: str) -> Any:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda door: send(door, code, b"", told)


def gone(door: BaseHTTPRequestHandler) -> None:
    door.connection.close()


def half(door: BaseHTTPRequestHandler) -> None:
    send(door, 200, b'{"value": [', {"Content-Length": "4000"})


def cut(door: BaseHTTPRequestHandler) -> None:
    send(door, 200, b'{"value": [{"Identifier": "GM09')


@pytest.mark.django_db
@pytest.mark.parametrize("trouble", [busy(429), busy(503), gone, half, cut])
def test_three_more_tries_mend_what_passes(service: Service, trouble: Any) -> None:
    service.turns = [trouble] * 3
    assert "3 gebieden" in refresh()
    service.turns = [trouble] * 4
    assert "Wat er van die tabel al was, is gebleven." in refused()


def page(door: BaseHTTPRequestHandler) -> None:
    send(door, 200, b"<html>onderhoud</html>")


def elsewhere(door: BaseHTTPRequestHandler) -> None:
    send(door, 200, b'{"value": [], "@odata.nextLink": "http://anders.example/2"}')


def moved(door: BaseHTTPRequestHandler) -> None:
    send(door, 302, b"", {"Location": "http://anders.example/"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (page, "dit is een webpagina of XML"),
        (elsewhere, "CBS verwijst naar een ander adres"),
        (moved, "verwijst naar een ander adres"),
        (busy(404), "weigert de vraag (code 404)"),
        (busy(429, Retry_After="3600"), "vraagt om 3600 seconden te wachten"),
    ],
)
def test_what_another_try_does_not_mend_is_told_at_once(
    service: Service, trouble: Any, sentence: str
) -> None:
    refresh()
    service.inhabitants = 900
    service.turns = [trouble]
    assert sentence in refused()
    assert Area.objects.get(code="GM0999").inhabitants == 1200
    assert Measure.objects.filter(key="inhabitants").first().value == 1200  # type: ignore[union-attr]


def test_it_waits_as_long_as_the_service_asks_and_longer_each_time(service: Service) -> None:
    waited: list[float] = []
    ask = Asking(pause=2, per_second=1e9, wait=waited.append)
    in_a_minute = format_datetime(datetime.now(tz=UTC) + timedelta(seconds=60), usegmt=True)
    service.turns = [busy(429, Retry_After="7"), busy(503, Retry_After=in_a_minute), busy(503)]
    ask(f"{service.address}/MeasureCodes")
    assert waited[0] == 7
    assert 55 < waited[1] < 61
    assert 4 <= waited[2] <= 12  # 2, 4, 8 seconds, and by chance half less or half more


def test_it_asks_no_faster_than_the_limit(service: Service) -> None:
    waited: list[float] = []
    ask = Asking(per_second=2, wait=waited.append)
    for _times in range(3):
        ask(f"{service.address}/MeasureCodes")
    assert len(waited) == 2
    assert all(0 < one <= 0.5 for one in waited)


def test_a_service_that_is_slow_is_left(service: Service) -> None:
    def drip(door: BaseHTTPRequestHandler) -> None:
        door.send_response(200)
        door.end_headers()
        for _times in range(100):
            door.wfile.write(b" ")
            door.wfile.flush()
            time.sleep(0.01)

    service.turns = [drip] * 2
    with pytest.raises(Broken, match="geeft geen antwoord"):
        Asking(tries=2, pause=0, longest=0.05)(f"{service.address}/MeasureCodes")
    service.turns = [lambda _door: time.sleep(0.5)]
    with pytest.raises(Broken, match="geeft geen antwoord"):
        Asking(tries=1, seconds=0.05)(f"{service.address}/MeasureCodes")


@pytest.mark.django_db
def test_a_table_that_fails_takes_no_other_with_it(service: Service) -> None:
    refresh()
    service.inhabitants = 900
    service.turns = [busy(404)]  # the table of CBS; the borders do come
    assert "code 404" in refused()
    assert Area.objects.get(code="GM0999").inhabitants == 1200
    assert Outline.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("refresh",), "Kies een gemeente met --area"),
        (("refresh", "--area", "Deventer"), "geen code van een gemeente"),
        (
            ("refresh", "--area", "GM0999", "--year", "1999"),
            "van 1999 is geen tabel bekend: 2013 tot en met 2025",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        run(*words)


def test_killed_half_way_leaves_the_old_figures_or_the_new(store: Store, service: Service) -> None:  # noqa: F811
    """Killed at any moment of asking or writing."""
    more = {"CBS_URL": service.address, "PDOK_URL": service.address, "MIDDENSTIP_VAR": str(store.folder)}
    store.environment |= more
    words = ("open_data", "refresh", "--area", "GM0999", "--year", YEAR)
    seconds = store.run(*words)
    for turn in range(2):
        service.inhabitants += 50
        store.kill(*words, after=(0.6 + 0.3 * turn) * seconds)
        areas = store.told("SELECT DISTINCT inhabitants FROM areas_area")
        measures = store.told("SELECT DISTINCT value FROM baseline_measure WHERE key = 'inhabitants'")
        assert len(areas) == 1
        assert areas == measures
