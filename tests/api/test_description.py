"""The API is what its own description says: schemathesis asks everything it allows, and what it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
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
    """A server drops a connection with an open transaction; here that is the one of the test itself."""
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
    """A neighbourhood with a signed agreement: what stands at the end of the address of each thing.

    One for all: the API only reads.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        promise = signed(neighbourhood())
        assert promise.goal
        ids = ("GM0150", promise.initiative.public_id, promise.goal.public_id, promise.public_id)
        yield dict(zip(THINGS, ids, strict=True))
        transaction.set_rollback(True)


@cache
def _schema() -> Any:
    """The description, read once: what it compiles to check an answer is kept with it."""
    return schemathesis.openapi.from_wsgi(WHERE, get_wsgi_application())


def attack(operation: str, mode: GenerationMode, **known: Any) -> None:
    """Ask one operation a dozen things that fit its description, or that do not."""
    questions = _schema().find_operation_by_id(operation).as_strategy(mode, **known)

    @SMALL
    @given(case=questions)
    def ask(case: Any) -> None:
        case.call_and_validate()

    ask()


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", [*LISTS, *THINGS])
def test_api_is_what_it_says(there: dict[str, str], operation: str, mode: GenerationMode) -> None:
    attack(operation, mode)


@pytest.mark.parametrize("operation", THINGS)
def test_things_are_what_it_says(there: dict[str, str], operation: str) -> None:
    name = "code" if operation == "gebied" else "id"
    attack(operation, GenerationMode.POSITIVE, path_parameters={name: there[operation]})


def test_description_names_who_to_ask_and_its_version(client: Client, db: None) -> None:
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
    assert [part for part in segments if not re.fullmatch(r"[a-z0-9-]+", part)] == []
    assert [name for name in properties if not camel.fullmatch(name)] == []


def test_every_parameter_and_shape_is_explained(client: Client, db: None) -> None:
    told = client.get(WHERE).json()
    operations = [one for path in told["paths"].values() for one in path.values()]
    asked = [(one["operationId"], what) for one in operations for what in one["parameters"]]
    assert len(operations) == 8
    assert [name for name, what in asked if what["in"] == "query" and not what.get("description")] == []
    assert [
        name for name, shape in told["components"]["schemas"].items() if not shape.get("description")
    ] == []
