"""Every example in the code runs."""

import doctest
import importlib
import pkgutil

import pytest

from middenstip.methods import matching

MODULES = [
    matching.__name__,
    *(f"{matching.__name__}.{module.name}" for module in pkgutil.iter_modules(matching.__path__)),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
