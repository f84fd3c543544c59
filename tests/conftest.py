"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.cast import Cast, neighbourhood
from tests.web.at_the_door import Visitor


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Pages keep places and figures for some minutes; a test must not see those of another."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    return neighbourhood()


@pytest.fixture
def client() -> Visitor:
    """A visitor; what a form costs is minded in every story."""
    return Visitor()
