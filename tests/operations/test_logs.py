"""What is written down about a request: enough to find a fault, nothing about who asked."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as told_settings
from django.db import OperationalError, connection, transaction
from django.test import Client

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.operations.logs import Discreet, Json, Line
from tests.cast import Cast, person, submitted
from tests.web.at_the_door import send, walk_in

Lines = Callable[[], list[dict[str, Any]]]
SAID = "marijke@voorbeeld.example is taken\nDETAIL:  Key (name)=(gerrit) already exists."


@pytest.fixture
def lines() -> Iterator[Lines]:
    """The lines as JSON, written as in production."""
    yield from _written(Json(), lambda text: [json.loads(line) for line in text.splitlines()])


def _written(formatter: logging.Formatter, read: Callable[[str], Any]) -> Iterator[Any]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(Discreet())
    handler.setFormatter(formatter)
    root, request = logging.getLogger(), logging.getLogger("django.request")
    root.addHandler(handler)
    level = request.level
    request.setLevel(logging.WARNING)  # not `level =`: a logger remembers what it let through
    yield lambda: read(out.getvalue())
    root.removeHandler(handler)
    request.setLevel(level)


def of(lines: Lines, logger: str) -> list[dict[str, Any]]:
    return [line for line in lines() if line["logger"] == logger]


def audited(lines: Lines) -> list[tuple[str, ...]]:
    found = of(lines, "middenstip.audit")
    return [tuple(line[key] for key in ("action", "result", "actor", "about")) for line in found]


def test_a_request_is_one_line_that_names_the_page_and_not_who_asked(
    cast: Cast, settings: Any, lines: Lines
) -> None:
    settings.ACCESS_LOG = True
    path = f"/initiatief/{submitted(cast).public_id}/"
    client = walk_in(cast.marijke)
    answer = client.get(f"{path}?q=geheim", headers={"x-forwarded-for": "203.0.113.9", "user-agent": "Kiek"})
    (line,) = of(lines, "middenstip.access")
    assert set(line) == {
        "time", "level", "logger", "message", "request_id", "method", "route", "status", "ms", "cpu_ms",
    }  # fmt: skip
    assert (line["message"], line["request_id"]) == ("GET initiatives:detail 200", answer["X-Request-ID"])
    assert line["ms"] >= line["cpu_ms"] > 0
    assert [word for word in (path, "geheim", "203.0.113.9", "127.0.0.1", "Kiek") if word in str(line)] == []


@pytest.mark.django_db
def test_the_log_of_requests_can_be_off_and_leaves_out_the_probes(
    client: Client, settings: Any, lines: Lines
) -> None:
    client.get("/over/")
    settings.ACCESS_LOG = True
    client.get("/gezond")
    client.get("/klaar")  # there is no worker, which is worth a line
    assert [line["message"] for line in of(lines, "middenstip.access")] == ["GET operations:ready 503"]


@pytest.mark.parametrize(
    ("behind", "told", "is_kept"),
    [
        (True, "proxy-1234", True),
        (False, "proxy-1234", False),
        (True, "x\nERROR", False),
        (True, "abc", False),
    ],
)
def test_the_id_of_the_proxy_counts_only_behind_a_proxy(
    client: Client, settings: Any, behind: bool, told: str, is_kept: bool
) -> None:
    settings.BEHIND_PROXY = behind
    given = client.get("/gezond", headers={"x-request-id": told})["X-Request-ID"]
    assert (given == told) == is_kept
    assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", given)


@pytest.mark.django_db
def test_what_django_itself_logs_names_the_page_and_no_path(client: Client, lines: Lines) -> None:
    client.get("/initiatief/zzzzzzzzzz/?q=geheim")
    client.get("/nergens/marijke@voorbeeld.example")
    client.post("/over/")
    told = [(line["message"], line["route"]) for line in of(lines, "django.request")]
    assert told == [
        ("Not Found: initiatives:detail", "initiatives:detail"),
        ("Not Found: unknown", "unknown"),
        ("Method Not Allowed (POST): about:about", "about:about"),
        ("Method Not Allowed: about:about", "about:about"),  # our page in place of Django's empty one
    ]
    assert all(line["request_id"] for line in lines())


@pytest.mark.parametrize("formatter", [Json(), Line("%(levelname)s [%(request_id)s] %(message)s")])
def test_an_exception_keeps_its_trace_and_names_no_person(formatter: logging.Formatter) -> None:
    told = _trace(formatter)
    assert "ValueError" in told
    assert "test_logs.py" in told
    assert "…@…" in told
    assert [word for word in ("marijke", "gerrit", "Key (") if word in told] == []


def _trace(formatter: logging.Formatter) -> str:
    written = _written(formatter, str)
    read = next(written)
    try:
        raise ValueError(SAID)
    except ValueError:
        logging.getLogger("middenstip.somewhere").exception("no mail to <gerrit@voorbeeld.example>")
    text = str(read())
    next(written, None)
    return text


def test_who_logs_in_and_out_is_an_audit_line(cast: Cast, lines: Lines, mailoutbox: list[Any]) -> None:
    client, marijke = Client(), person(cast.marijke)
    client.post("/inloggen/", {"email": marijke.email})
    code = re.findall(r"\b[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}\b", mailoutbox[0].body)
    assert client.post("/inloggen/code/typen/", {"code": code[0]}).status_code == 302
    client.post("/inloggen/uit/")
    assert audited(lines) == [
        ("login", "ok", marijke.public_id, ""),
        ("logout", "ok", marijke.public_id, ""),
    ]
    text, private = str(lines()), (marijke.email, marijke.name, code[0], mailoutbox[0].subject)
    assert [word for word in private if word and word in text] == []


def test_who_is_refused_is_an_audit_line(cast: Cast, lines: Lines) -> None:
    url = "/gebied/GM0150/rollen/geven/"
    assert walk_in(cast.tarik).get(url).status_code == 403
    (refusal,) = audited(lines)
    assert refusal == ("refused", "403", cast.tarik.person_public_id, "roles:give")


@pytest.mark.django_db
def test_a_visitor_who_is_refused_has_no_id_and_needs_no_database(
    client: Client, settings: Any, lines: Lines
) -> None:
    def away(*_: Any) -> None:
        raise OperationalError("away")

    settings.METRICS_TOKEN = "t" * 20
    client.cookies[told_settings.SESSION_COOKIE_NAME] = "a" * 32
    with connection.execute_wrapper(away):
        assert client.get("/metrics").status_code == 403
    assert audited(lines) == [("refused", "403", "", "operations:metrics")]


@pytest.mark.django_db(transaction=True)
def test_roles_and_erasures_are_audit_lines_once_they_are_kept(cast: Cast, lines: Lines) -> None:
    grant = _grant(cast.samira.seat_id)
    noor, samira = cast.noor.person_public_id, cast.samira.seat_public_id
    with transaction.atomic():
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
        transaction.set_rollback(True)  # so it did not happen
    assert audited(lines) == []
    parties.end_role(by=cast.noor, grant=_grant(cast.samira.seat_id), at=cast.tick())
    assert audited(lines) == [("role.ended", "ok", noor, samira)]
    gerrit = person(cast.gerrit)
    parties.erase_person(by=cast.gerrit, person=gerrit, at=cast.tick())
    assert audited(lines)[1:] == [("person.erased", "ok", gerrit.public_id, gerrit.public_id)]
    assert not Person.objects.get(pk=gerrit.pk).name


def _grant(seat: int) -> Any:
    from middenstip.domain.parties.models import Grant

    return Grant.objects.filter(seat=seat).latest("pk")


def test_who_takes_their_data_along_is_an_audit_line(cast: Cast, lines: Lines) -> None:
    gerrit = cast.gerrit.person_public_id
    assert walk_in(cast.gerrit).get("/mijn/gegevens/").status_code == 200
    assert audited(lines) == [("person.exported", "ok", gerrit, gerrit)]
    assert send(walk_in(cast.gerrit), "/mijn/gegevens/") == 405
    assert len(audited(lines)) == 1
