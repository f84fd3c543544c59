"""Does the method find what we hid? Twelve worlds, each with its own fixed seed."""

import numpy as np
from tests.methods.common_ground.worlds import recall_and_false


def test_routing_certifies_what_was_planted_and_hardly_anything_else():
    found, false = np.mean([recall_and_false(seed) for seed in range(12)], axis=0)
    assert found >= 0.85
    assert false <= 0.02


def test_without_routing_the_small_halves_are_asked_too_little():
    found = np.mean([recall_and_false(seed, routed=False)[0] for seed in range(4)])
    assert found <= 0.3


def test_hardly_anything_is_certified_when_the_small_halves_are_tiny():
    found, false = np.mean([recall_and_false(seed, (300, 12, 18), 20) for seed in range(4)], axis=0)
    assert (found <= 0.1, false) == (True, 0)
