"""Does the method find what we hid? A hundred worlds at a time, each hundred with its own fixed seed."""

import pytest
from tests.methods.common_ground.worlds import recall_and_false


@pytest.mark.parametrize("seed", range(2))
def test_routing_certifies_what_was_planted_and_hardly_anything_else(seed):
    found, false = recall_and_false(seed, worlds=100)
    assert found >= 0.87
    assert false <= 0.02


def test_without_routing_the_small_halves_are_asked_too_little():
    found, _ = recall_and_false(0, worlds=20, routed=False)
    assert found <= 0.35


def test_the_roll_finds_twice_as_much_when_the_small_halves_are_tiny():
    """Measured against a sample of unknown size, this was 0.2."""
    found, false = recall_and_false(0, worlds=40, sizes=(300, 12, 18), each=20)
    assert found >= 0.4
    assert false <= 0.03
