"""The API matches its description: schemathesis sends valid and invalid requests for every operation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.conf import settings as site
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django.plugin import DjangoDbBlocker
from schemathesis import GenerationMode

from tests.cast import neighbourhood, signed

WHERE = "/api/v1/openapi.json"


SMALL = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LISTS = ("gebieden", "initiatieven", "opgaven", "afspraken")
THINGS = ("gebied", "initiatief", "opgave", "afspraak")


@pytest.fixture(scope="module")
def one_connection() -> Iterator[None]:
    """A server closes a connection with an open transaction; here that is the test's own transaction."""
    ends = (request_started, request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.fixture(scope="module")
def there(
    one_connection: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, str]]:
    """A neighbourhood with a signed agreement; returns the id of each thing for its URL.

    One for all tests, because the API only reads.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        promise = signed(neighbourhood())
        assert promise.goal
        ids = ("GM0150", promise.initiative.public_id, promise.goal.public_id, promise.public_id)
        yield dict(zip(THINGS, ids, strict=True))
        transaction.set_rollback(True)


@cache
def _schema() -> Any:
    """The description, read once, because it caches what it compiles to check an answer."""
    return schemathesis.openapi.from_wsgi(WHERE, get_wsgi_application())


def attack(operation: str, mode: GenerationMode, **known: Any) -> None:
    """Send a dozen requests to one operation that match its description, or that do not."""
    questions = _schema().find_operation_by_id(operation).as_strategy(mode, **known)

    @SMALL
    @given(case=questions)
    def ask(case: Any) -> None:
        case.call_and_validate(headers={"Accept-Encoding": "identity"})  # it reads no compressed answers

    ask()


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", [*LISTS, *THINGS])
def test_collections_match_the_description(
    there: dict[str, str], operation: str, mode: GenerationMode
) -> None:
    attack(operation, mode)


@pytest.mark.parametrize("operation", THINGS)
def test_single_things_match_the_description(there: dict[str, str], operation: str) -> None:
    name = "code" if operation == "gebied" else "id"
    attack(operation, GenerationMode.POSITIVE, path_parameters={name: there[operation]})


def test_the_description_has_a_contact_and_a_version(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    assert told["openapi"] == "3.1.0"
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["info"]["version"])
    assert sorted(told["info"]["contact"]) == ["email", "name", "url"]


def test_addresses_and_names_follow_the_design_rules(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    segments = {part for path in told["paths"] for part in path.strip("/").split("/") if part[0] != "{"}
    properties = {
        name
        for shape in told["components"]["schemas"].values()
        for name in shape.get("properties", {})
        if name != "_links"
    }
    camel = re.compile(r"[a-z][a-zA-Z0-9]*")
    assert [path for path in told["paths"] if path.endswith("/")] == []
    assert [part for part in segments if not re.fullmatch(r"[a-z0-9-]+", part)] == ["openapi.json"]
    assert [name for name in properties if not camel.fullmatch(name)] == []


def test_every_parameter_and_shape_is_explained(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    operations = [one for path in told["paths"].values() for one in path.values()]
    asked = [(one["operationId"], what) for one in operations for what in one["parameters"]]
    assert len(operations) == 34
    assert [name for name, what in asked if what["in"] == "query" and not what.get("description")] == []
    assert [
        name for name, shape in told["components"]["schemas"].items() if not shape.get("description")
    ] == []


def test_the_description_has_its_address_and_shared_rules(client: Client, db: None) -> None:
    """The requirements of the linter of the NL API Design Rules 2.2 for the whole description."""
    told = client.get(WHERE).json()
    assert told["servers"] == [{"url": f"{site.SITE_URL}/api/v1", "description": "Deze server."}]
    assert sorted(told["paths"]) == [
        "/adviezen",
        "/adviezen/{id}",
        "/afspraken",
        "/afspraken/{id}",
        "/begrotingen",
        "/begrotingen/{id}",
        "/besluiten",
        "/bijeenkomsten",
        "/bijeenkomsten/{id}",
        "/cijfers",
        "/fondsen",
        "/gebieden",
        "/gebieden/{code}",
        "/initiatieven",
        "/initiatieven/{id}",
        "/labs",
        "/labs/{id}",
        "/openapi.json",
        "/opgaven",
        "/opgaven/{id}",
        "/plekken",
        "/plekken/{id}",
        "/projecten",
        "/projecten/{id}",
        "/reacties",
        "/scans",
        "/signalen",
        "/stellingen",
        "/steunpunten",
        "/voorbeelden",
        "/voorbeelden/{id}",
        "/vraag-en-aanbod",
        "/vragen",
        "/vragen/{id}",
    ]
    assert told["security"] == []
    assert "NL API Design Rules, versie 2.2" in told["info"]["description"].replace("  ", " ")
    operations = [one for path in told["paths"].values() for one in path.values()]
    assert {tag["name"] for tag in told["tags"]} == {tag for one in operations for tag in one["tags"]}
    assert [tag["name"] for tag in told["tags"] if not tag["description"]] == []


def test_every_declared_shape_is_used_and_every_used_shape_is_declared(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(told)))
    assert named == set(told["components"]["schemas"])
    assert told["components"]["schemas"]["Point"]["properties"]["coordinates"] == {
        "description": "Lengtegraad en breedtegraad.",
        "items": {"type": "number"},
        "maxItems": 2,
        "minItems": 2,
        "title": "Coordinates",
        "type": "array",
    }


def test_every_operation_declares_the_limit_and_server_errors(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    for path in told["paths"].values():
        answers = path["get"]["responses"]
        assert sorted(answers) == ["200", "400", "404", "405", "406", "429", "500", "503"]
        assert {"API-Version", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"} <= set(
            answers["200"]["headers"]
        )
        assert "Retry-After" in answers["429"]["headers"]
        assert [one for status, one in answers.items() if status != "200" and _shape(one) != "Problem"] == []


def _shape(answer: dict[str, Any]) -> str:
    return str(answer["content"]["application/problem+json"]["schema"]["$ref"].rpartition("/")[2])
