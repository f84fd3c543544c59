"""What every test may ask for."""

import pytest

from tests.cast import Cast, neighbourhood


@pytest.fixture
def cast(db: None) -> Cast:
    return neighbourhood()
