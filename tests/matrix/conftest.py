"""One world for all routes, with a logged-in browser for each role."""

from __future__ import annotations

from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.cast import neighbourhood, person
from tests.matrix.world import World, build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One world for all rows. Each role gets it unchanged, because its request is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(neighbourhood())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cookies(world: World) -> dict[str, SimpleCookie]:
    """The cookies of each role, which logs in once."""
    held = {}
    for role, actor in world.roles.items():
        client = Client()
        if actor:
            client.force_login(person(actor))
        held[role] = client.cookies
    return held
