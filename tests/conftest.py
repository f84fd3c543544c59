"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as play_with
from pytest_django import DjangoDbBlocker

from middenstip.domain.initiatives import method
from tests.cast import Cast, neighbourhood
from tests.web.at_the_door import Visitor

# A busy machine that traces every branch stands still for a second; that says nothing about what is drawn.
play_with.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
play_with.load_profile("any machine")


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Pages keep places and figures for some minutes; a test must not see those of another."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _back_to_dutch() -> Iterator[None]:
    """A request leaves its language behind in this thread: the next test would speak English."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True, scope="session")
def _files_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Photos and documents of the tests lie in no folder of ours."""
    settings.STORAGES["files"]["OPTIONS"]["location"] = str(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """A database of the models as they are: a hundred migrations take half a minute for each worker.

    With `--migrations` they do run, as on PostgreSQL in CI. `make check` refuses models without a migration.
    """
    if request.config.getvalue("nomigrations"):
        with django_db_blocker.unblock():
            method.make_tables(connection)


@pytest.fixture
def cast(db: None) -> Cast:
    return neighbourhood()


@pytest.fixture
def client() -> Visitor:
    """A visitor."""
    return Visitor()
